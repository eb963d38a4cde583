"""The panel “Take the case with you”, and what a link carries: without a browser."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from errno import ENOSPC
from io import BytesIO
from threading import Event
from typing import Any
from urllib.parse import parse_qsl

import pytest

from ldcase.exports.kinds import KINDS
from ldcase.exports.origin import digest, origin_in
from ldcase.exports.verify import documents
from ldcase.language import speaking
from ldcase.pages.panel import Made, Upload
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.whereabouts import link, stand
from ldcase.pages.work import Work
from ldcase.store.bundle import unpacked

Opened = Callable[..., PitchState]
CASE = "closing-the-sale"


def made(state: PitchState) -> Made:
    found = state.drawer.made()
    assert found is not None
    return found


def drawer(state: PitchState) -> str:
    return str(state.view().slots["drawer"])


@pytest.fixture
def exporting(pitch: Opened) -> PitchState:
    state = pitch(CASE)
    state.act("export")
    return state


def test_every_form_is_offered_and_made(exporting: PitchState) -> None:
    shown = drawer(exporting)
    for ending, kind in KINDS.items():
        assert f'data-value="{ending}"' in shown
        exporting.act("export.make", ending)
        file = made(exporting)
        assert (file.name, file.mime) == (f"{CASE}{ending}", kind.mime)
        came_from = origin_in(file.content)
        assert came_from is not None
        assert came_from.digest == digest(exporting.now.case)
    assert exporting.drawer.made() is None
    exporting.act("export.make", ".exe")
    assert exporting.drawer.made() is None


def test_paper_and_language_are_chosen(exporting: PitchState) -> None:
    from pypdf import PdfReader

    exporting.act("export.paper", "letter", "paper")
    exporting.act("export.language", "de", "language")
    exporting.act("export.make", ".pdf")
    page = PdfReader(BytesIO(made(exporting).content)).pages[0]
    assert round(float(page.mediabox.width)) == 612
    assert "Nettonutzen" in page.extract_text()
    exporting.act("export.paper", "a3", "paper")
    assert "This size of paper is not known." in drawer(exporting)
    assert '<option value="letter" selected' in drawer(exporting)


def test_the_version_is_that_of_the_log(exporting: PitchState) -> None:
    def version() -> str:
        exporting.act("export.make", ".xlsx")
        came_from = origin_in(made(exporting).content)
        assert came_from is not None
        return came_from.version

    assert version() == "file"
    exporting.lever("able_share", 0.4, True)
    assert version() == "1"
    exporting.act("undo")
    assert version() == "file"
    exporting.act("redo")
    assert version() == "3"


def test_all_of_them_is_a_zip_that_opens_as_the_case(exporting: PitchState) -> None:
    exporting.lever("able_share", 0.4, True)
    exporting.act("export.make", "all")
    file = made(exporting)
    assert file.name == f"{CASE}.zip"
    assert set(documents(file.name, file.content)) == {f"{CASE}{ending}" for ending in KINDS}
    with zipfile.ZipFile(BytesIO(file.content)) as package:
        assert f"{CASE}/win-rate.csv" in package.namelist()
    exporting.act("export.file")
    alone = made(exporting)
    assert unpacked(alone.name, alone.content) == unpacked(file.name, file.content)
    exporting.close()
    exporting.took(Upload("home.open", "Sent by mail.zip", file.content))
    exporting.act("home.name", "Sent by mail")
    exporting.choose("sent-by-mail")
    assert exporting.now.case.assumptions["able_share"].likely == 0.4
    assert digest(exporting.now.case) == origin_of(file)


def origin_of(file: Made) -> str:
    came_from = origin_in(next(iter(documents(file.name, file.content).values())))
    assert came_from is not None
    return came_from.digest


def test_what_is_stopped_is_not_handed_over(pitch: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    state = pitch(CASE)
    later: list[Callable[[], None]] = []
    reported, going_on, over = Event(), Event(), Event()
    made_kinds: list[str] = []

    def slow(number: int, kind: Any) -> None:
        reported.set()
        assert going_on.wait(10)

    def everything(*given: Any) -> tuple[str, bytes]:
        try:
            for number, kind in enumerate(KINDS.values()):
                given[-1](number, kind)
                made_kinds.append(kind.ending)
                slow(number, kind)
        finally:
            over.set()
        return "x.zip", b""

    monkeypatch.setattr("ldcase.pages.exporting.everything", everything)
    state.work = Work(later.append)
    state.act("export")
    state.act("export.make", "all")
    assert reported.wait(10)
    assert 'data-act="export.stop"' in drawer(state)
    assert "disabled" in drawer(state)
    state.act("export.make", ".pdf")  # one at a time
    state.act("export.stop")
    assert 'data-act="export.stop"' not in drawer(state)
    going_on.set()
    assert over.wait(10)
    for run in [*later]:
        run()
    assert state.drawer.made() is None
    assert made_kinds == [next(iter(KINDS))]
    assert state.work.findings == ()


def test_what_cannot_be_made_is_told_and_nothing_is_handed_over(
    exporting: PitchState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> tuple[str, ...]:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setitem(KINDS, ".pdf", replace(KINDS[".pdf"], write=full))
    for wanted in (".pdf", "all"):
        exporting.act("export.make", wanted)
        assert "There is no room left on the disk." in drawer(exporting)
        assert exporting.drawer.made() is None
    exporting.act("export.make", ".xlsx")
    assert "no room" not in drawer(exporting)


def test_a_document_is_checked(exporting: PitchState) -> None:
    exporting.act("export.make", ".pdf")
    content = made(exporting).content
    exporting.took(Upload("export.check", "<b>page.pdf", content))
    assert 'data-outcome="same"' in drawer(exporting)
    assert "<b>page" not in drawer(exporting)
    exporting.lever("able_share", 0.4, True)
    exporting.took(Upload("export.check", "page.pdf", content))
    shown = drawer(exporting)
    assert 'data-outcome="changed"' in shown
    assert "Skill share of the gap" in shown
    exporting.took(Upload("export.check", "page.pdf", b"nothing"))
    assert 'data-outcome="unknown"' in drawer(exporting)
    with speaking("de"):
        exporting.took(Upload("export.check", "page.pdf", content))
        assert "Sagt nicht mehr" in drawer(exporting)


def test_a_template_that_is_none_is_told(exporting: PitchState) -> None:
    exporting.took(Upload("export.template", "logo.png", b"x"))
    assert "This is no template for slides." in drawer(exporting)


MOVES: dict[str, dict[str, float]] = {
    "a lever": {"able_share": 0.4},
    "the plan": {"cohort_1.start": 5},
    "several": {"able_share": 0.31, "transfer_share": 0.62, "cohort_1.people": 14},
}


@pytest.mark.parametrize("moves", MOVES)
def test_a_link_restores_levers_without_recording_them(pitch: Opened, moves: str) -> None:
    sender = pitch(CASE)
    before = sender.open.log.version if sender.open is not None else 0
    for name, value in MOVES[moves].items():
        sender.lever(name, value, True)
    sender.act("step", "evidence")
    query = dict(parse_qsl(link(sender)))
    seen = digest(sender.now.case)
    assert sender.view().slots["link"] == link(sender)
    sender.act("base")

    reader = pitch()
    stand(reader, query)
    assert reader.open is not None
    assert digest(reader.now.case) == seen
    assert digest(reader.open.case) == digest(reader.open.base)
    assert reader.step == "evidence"
    shown = str(reader.view().slots["notice"])
    assert f"{len(MOVES[moves])} changed lever" in shown
    assert dict(parse_qsl(str(reader.view().slots["address"])))["levers"] == query["levers"]
    version = reader.open.log.version
    reader.act("leave_link")
    assert digest(reader.now.case) == digest(reader.open.case)
    stand(reader, query)
    reader.act("keep_link")
    assert digest(reader.open.case) == digest(reader.now.case) == seen
    assert reader.open.log.version == version + len(MOVES[moves]) > before
    assert "Opened by a link" not in str(reader.view().slots["notice"])
    again = pitch()
    stand(again, query)
    assert not again.carried.on  # it stands so already


def test_a_lever_moved_by_hand_leaves_the_others_as_the_link_has_them(pitch: Opened) -> None:
    state = pitch()
    stand(state, {"case": CASE, "levers": "able_share~0.4~transfer_share~0.5~0.6~0.7"})
    assert state.now.case.assumptions["transfer_share"].values == (0.5, 0.6, 0.7)
    for resting in (False, True):
        state.lever("able_share", 0.2, resting)
        now = state.now.case.assumptions
        assert (now["able_share"].likely, now["transfer_share"].likely) == (0.2, 0.6)
    state.act("export")
    assert "not recorded yet" in drawer(state)
    state.act("export.make", ".xlsx")
    came_from = origin_in(made(state).content)
    assert came_from is not None
    assert came_from.digest == digest(state.now.case)
    state.act("export.file")
    assert "likely: 0.6" in unpacked("x.zip", made(state).content).text
    assert state.open is not None
    assert state.open.applied == 1
    state.act("undo")
    assert state.now.case.assumptions["transfer_share"].likely == 0.6
    state.replay(0.5)
    state.replay(1)
    assert state.now.case.assumptions["transfer_share"].likely == 0.6
    state.choose("it-turnover")
    assert not state.carried.on


@pytest.mark.parametrize(
    ("levers", "values", "told"),
    [
        ("able_share~0.4~nowhere~3~transfer_share~1.7", {"able_share": 0.4}, "2 more do not fit"),
        ("able_share~nan~0.4", {}, ""),
        ("0.4~able_share", {}, ""),
        ("able_share~0.4~0.5", {}, ""),
        ("~~~<script>~1~able_share~1e999", {}, ""),
        ("able_share~0.4" + "~x" * 9000, {"able_share": 0.4}, ""),
    ],
)
def test_what_a_link_says_wrongly_is_left_out(pitch: Opened, levers: str, values: dict[str, float], told: str) -> None:
    state = pitch()
    stand(state, {"case": CASE, "levers": levers})
    assert state.open is not None
    for name, value in values.items():
        assert state.now.case.assumptions[name].likely == value
    assert state.carried.on == bool(values)
    assert told in str(state.view().slots["notice"])
    assert "<script>" not in str(state.view().slots)


def test_a_link_to_a_snapshot_shows_its_figures(pitch: Opened) -> None:
    state = pitch(CASE)
    state.lever("able_share", 0.4, True)
    assert state.open is not None
    kept = state.open.log.snapshot("For <b>finance", "pitch")
    seen = digest(state.now.case)
    state.lever("able_share", 0.2, True)
    state.lever("transfer_share", 0.5, True)
    reader = pitch()
    stand(reader, {"case": CASE, "snapshot": str(kept.number)})
    assert digest(reader.now.case) == seen
    assert "For &lt;b&gt;finance" in str(reader.view().slots["notice"])
    assert "snapshot=" in str(reader.view().slots["address"])
    reader.act("keep_link")
    assert reader.open is not None
    assert digest(reader.open.case) == seen
    assert reader.open.log.changes()[-1].why == "For <b>finance"
    stand(reader, {"case": CASE, "snapshot": "99"})
    assert not reader.carried.on
