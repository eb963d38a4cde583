"""The panel of the library: search, filters, taking a finding into the case, the range for this case."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from ldcase.evidence import load
from ldcase.pages.library_prior import proposed_chance
from ldcase.pages.pitch_state import PitchState
from tests.pages.test_content import Checked
from tests.sample_cases import DATA, bundled, document, text_of, varied

Opened = Callable[..., PitchState]
CASE = "service-desk-course"
EFFECTS = load(DATA / "evidence")


def drawer(state: PitchState) -> str:
    return str(state.view().slots["drawer"])


def text(state: PitchState) -> str:
    return Checked(drawer(state)).text


def cards(state: PitchState) -> list[str]:
    """The ids of the findings shown, in order."""
    return [
        unescape(name) for name in re.findall(r'data-act="library\.(?:use|drop)" data-value="([^"]+)"', drawer(state))
    ]


def opened(pitch: Opened, case: str = CASE) -> PitchState:
    state = pitch(case)
    state.act("library", "")
    return state


def findings(state: PitchState) -> list[str]:
    return [finding.id for finding in state.now.case.document.evidence.findings]


def test_the_closest_findings_come_first_with_the_reason(pitch: Opened) -> None:
    state = opened(pitch)
    assert cards(state)[:2] == ["degrip2012", "degrip2012-spillover"]
    assert "same kind of work: call centre; outcome measured at work; but one employer." in text(state)
    assert "Worn off within weeks by the authors' own account" in text(state)


def test_searching_and_filtering(pitch: Opened) -> None:
    state = opened(pitch)
    state.act("library.search", "garment", "text")
    assert set(cards(state)) == {"adhvaryu2023-workers", "stitch-average", "stitch-misallocation", "stitch-retention"}
    state.act("library.filter", "turnover", "domain")
    assert cards(state) == ["stitch-retention"]
    state.act("library.filter", "D", "grade")
    state.act("library.search", "no such thing", "text")
    assert cards(state) == []
    assert "No finding of the library holds all of this" in text(state)
    state.act("library.clear", "")
    assert cards(state)[0] == "degrip2012"
    state.act("library.fitting", "false", "fitting")
    state.act("library.more", "")
    assert set(cards(state)) == set(EFFECTS)


def test_what_is_chosen_lasts_while_the_page_is_open(pitch: Opened) -> None:
    state = opened(pitch)
    state.act("library.filter", "coaching", "domain")
    before = cards(state)
    state.act("close")
    state.act("library", "")
    assert cards(state) == before
    state.choose("closing-the-sale")
    state.act("library", "")
    assert cards(state)[0] == "farrell1999-sales"


def test_a_finding_is_used_shown_on_its_step_taken_out_and_undone(pitch: Opened) -> None:
    state = opened(pitch)
    before = findings(state)
    state.act("library.search", "sandvik", "text")
    state.act("library.use", "sandvik2020")
    assert findings(state) == [*before, "sandvik2020"]
    assert 'data-act="library.drop" data-value="sandvik2020"' in drawer(state)
    state.act("step", "evidence")
    assert EFFECTS["sandvik2020"].says in unescape(Checked(str(state.view().slots["below"])).text)
    state.act("undo")
    assert findings(state) == before
    state.act("library", "")
    state.act("library.drop", "liubatt2010")
    assert findings(state) == [name for name in before if name != "liubatt2010"]
    state.act("undo")
    assert findings(state) == before


def test_using_it_twice_or_using_what_is_not_there_changes_nothing(pitch: Opened) -> None:
    state = opened(pitch)
    before = state.open.applied if state.open else -1
    state.act("library.use", "degrip2012")
    state.act("library.use", "nobody1999")
    state.act("library.drop", "nobody1999")
    state.act("library.take", "able_share")
    assert state.open is not None
    assert state.open.applied == before


def test_a_first_finding_in_a_case_without_evidence(pitch: Opened, data: Path) -> None:
    plain = document(CASE)
    plain["evidence"] = {}
    (data / "cases" / CASE / "case.yaml").write_text(text_of(plain), encoding="utf-8")
    state = opened(pitch)
    state.act("library.use", "degrip2012")
    assert findings(state) == ["degrip2012"]


def test_the_forest_is_drawn_on_the_chosen_scale(pitch: Opened) -> None:
    state = opened(pitch, "line-supervisors")

    def drawn() -> list[str]:
        charts: list[dict[str, Any]] = [chart for chart in state.view().panel if chart["spec"] == "forest"]
        assert len(charts) == 1
        return list(charts[0]["data"]["forest"]["label"])

    assert any("Training of line supervisors" in label for label in drawn())
    assert drawn()[-1] == "One programme here, 8 of 10 cases"
    state.act("library.axis", "d", "axis")
    assert any(label.startswith("Collins & Holton 2004") for label in drawn())
    assert not any("Training of line supervisors" in label for label in drawn())


def test_the_forest_is_sent_again_with_the_html_that_holds_its_place(pitch: Opened) -> None:
    state = opened(pitch)
    state.view()
    state.act("library", "range")
    sent = state.update()
    assert 'data-figure="forest"' in sent.html["drawer"]
    assert [drawing.spec for drawing in sent.panel or ()] == ["forest"]


def test_steps_can_be_changed_and_go_back(pitch: Opened) -> None:
    state = opened(pitch, "closing-the-sale")
    proposed = re.search(r"Most likely ([^;]+);", text(state))
    assert proposed is not None
    state.act("library.factor", "50", "transport")
    changed = re.search(r"Most likely ([^;]+);", text(state))
    assert changed is not None
    assert float(changed[1]) < float(proposed[1])
    assert "back to what is proposed" in text(state)
    state.act("library.factor", "120", "transport")
    assert "A step can only take something off" in text(state)
    assert changed[0] in text(state)
    state.act("library.factor", "much", "transport")
    assert "Type a number" in text(state)
    state.act("library.none", "0", "none")
    state.act("library.reset", "")
    assert proposed[0] in text(state)
    state.act("library.start", "arthur2003-results", "start")
    assert "Training" not in proposed[0]
    assert "0.62" in text(state)


def test_transfer_is_never_taken_off_what_was_measured_at_work(pitch: Opened) -> None:
    state = opened(pitch, "closing-the-sale")
    assert "Measured at work, so use at work is in it already: never take it off again." in text(state)
    assert "This case takes it off (Use at work: 70\u00a0%)" in text(state)
    state.act("library.start", "keith2008", "start")
    assert "use at work still has to be taken off" in text(state)


def test_a_case_that_states_how_likely_it_is_to_land_has_no_second_chance_of_nothing() -> None:
    def lands(data: dict[str, Any]) -> None:
        data["idea"]["assumptions"]["lands"] = {"value": 0.9, "unit": "share", "source": "x", "grade": "opinion"}

    assert proposed_chance(bundled(CASE)) == 0.1
    assert proposed_chance(varied(CASE, lands)) == 0.0


def test_the_range_is_taken_where_the_unit_fits_and_can_be_undone(pitch: Opened, data: Path) -> None:
    plain = document("closing-the-sale")
    range_ = {"unit": "share", "source": "x", "owner": "HR", "grade": "opinion"}
    plain["opportunity"]["metrics"]["performance"] = {
        "use": "standardised_performance",
        "title": "Performance",
        "owner": "HR",
        "assumptions": {
            "people": {**range_, "value": 30, "unit": "person"},
            "exemplar_level": {**range_, "value": 1},
            "effect_size": {**range_, "low": 0.1, "likely": 0.2, "high": 0.5},
            "performance_sd": {**range_, "value": 20000, "unit": "money/person/year"},
        },
    }
    path = data / "cases" / "closing-the-sale" / "case.yaml"
    path.write_text(text_of(plain), encoding="utf-8")
    state = opened(pitch, "closing-the-sale")
    name = "performance.effect_size"
    before = state.now.case.assumptions[name]
    assert "use as the range of “Effect on performance”" in text(state)
    state.act("library.take", name)
    after = state.now.case.assumptions[name]
    assert state.refused == ()
    assert after.values != before.values
    assert (after.grade, after.owner) == ("published", "HR")
    assert "Farrell" in after.source
    assert 0 < after.low < after.likely < after.high
    assert "lands" in after.note
    state.act("undo")
    assert state.now.case.assumptions[name].values == before.values


def test_the_range_becomes_the_published_way_with_the_steps_that_were_changed(pitch: Opened) -> None:
    state = opened(pitch, "it-turnover")
    before = state.now.case.document.evidence.ways["leavers"].published
    state.act("library.factor", "50", "transport")
    state.act("library.beside", "leavers")
    after = state.now.case.document.evidence.ways["leavers"].published
    assert state.refused == ()
    assert before is not None
    assert after is not None
    assert after.finding == "stitch-retention"
    assert after.likely is not None
    assert before.likely is not None
    assert 0 < after.likely < before.likely
    assert "From there to here × 0.5" in after.note
    assert "three ways to the effect" in text(state)
    state.act("undo")
    assert state.now.case.document.evidence.ways["leavers"].published == before


def test_fewer_leavers_are_no_way_to_another_metric(pitch: Opened) -> None:
    state = opened(pitch, "line-supervisors")
    state.act("library.start", "stitch-retention", "start")
    html = drawer(state)
    assert 'data-act="library.beside" data-value="quits"' in html
    assert 'data-act="library.beside" data-value="lines"' not in html
    before = state.open.applied if state.open else -1
    state.act("library.beside", "lines")
    assert state.open is not None
    assert state.open.applied == before


def test_popular_figures_are_flagged_where_the_case_rests_on_them_or_they_are_looked_for(
    pitch: Opened, data: Path
) -> None:
    path = data / "cases" / CASE / "case.yaml"
    plain = document(CASE)
    transfer = plain["idea"]["assumptions"]["transfer_share"]
    transfer.pop("value")
    transfer |= {
        "low": 0.05,
        "likely": 0.1,
        "high": 0.2,
        "grade": "opinion",
        "source": "Only 10 % of training transfers",
    }
    path.write_text(text_of(plain), encoding="utf-8")
    state = opened(pitch)
    assert "Popular and unsound: this case rests on it" in text(state)
    assert "rhetorical question" in text(state)
    state.act("library.search", "MetrixGlobal", "text")
    assert "Coaching returns 529 %" in text(state)


def test_a_past_review_and_an_unknown_finding_are_told(pitch: Opened, data: Path) -> None:
    path = data / "cases" / CASE / "case.yaml"
    plain = document(CASE)
    plain["evidence"]["findings"] += [{"id": "atd2024", "says": "x"}, {"id": "nobody1999", "says": "y"}]
    path.write_text(text_of(plain), encoding="utf-8")
    shown = text(opened(pitch))
    assert "was to be looked at again by 30 June 2026" in shown
    assert "The case rests on a finding that the library does not have" in shown


def test_citations_are_links_that_open_elsewhere_and_text_is_data(pitch: Opened, data: Path) -> None:
    csv = data / "evidence" / "effects.csv"
    poisoned = csv.read_text(encoding="utf-8").replace("Agents in a call centre,", "<script>alert(1)</script>,", 1)
    csv.write_text(poisoned, encoding="utf-8")
    html = drawer(opened(pitch))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    links = re.findall(r"<a ([^>]*)>([^<]*)</a>", html)
    assert links
    for attributes, shown in links:
        assert 'target="_blank"' in attributes
        assert 'rel="noopener noreferrer"' in attributes
        assert re.search(r'href="https?://', attributes)
        assert shown.startswith(("doi:10.", "http"))


def test_a_library_that_cannot_be_read_leaves_an_empty_panel(pitch: Opened, data: Path) -> None:
    (data / "evidence" / "effects.csv").write_text("id\n", encoding="utf-8")
    state = opened(pitch)
    assert "No finding of the library holds all of this" in text(state)
    assert YAML(typ="safe").load((data / "evidence" / "unsound.yaml").read_text(encoding="utf-8"))
