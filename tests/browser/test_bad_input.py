"""Bad input on screen and in the terminal: a clear message, never a traceback, and the last good state stays."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ldcase.cli import main
from tests.browser.conftest import BUNDLED, Workbook
from tests.browser.mistakes import GOOD, MISTAKES, Mistake
from tests.browser.watched import Watched, script

BIG = "far-too-large"
MEGABYTES = 50
OPEN = script("open_case.js")
KEYS = (
    "title|source|owner|note|who|does|instead_of|name|what|because|statement|says|checked_by|when|measure|go|stop|sponsor|"
    "people|measures|decides"
)
"""What a case says in words; people is a number in a cohort and words in the ask."""


@pytest.fixture(scope="module")
def broken(workbook: Workbook) -> Iterator[Workbook]:
    made = [path for mistake in MISTAKES for path in mistake.write(workbook.data)]
    big = workbook.data / "cases" / BIG / "case.yaml"
    big.parent.mkdir()
    big.write_text("title: Far too large\n" + "# nothing\n" * (MEGABYTES * 100_000), encoding="utf-8")
    yield workbook
    for path in (*made, big.parent):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def test_every_mistake_is_told_and_the_other_cases_open(watched: Watched, broken: Workbook) -> None:
    page = watched.page
    watched.open(f"{broken.address}?case={MISTAKES[0].name}")
    notice, listed = page.locator(".ldcase .notice"), page.locator(".below li.case")
    tells(watched, MISTAKES[0], broken.data)

    stopping = [mistake for mistake in MISTAKES if mistake.stops]
    expect(listed.and_(page.locator(".broken"))).to_have_count(len(stopping) + 1)
    for mistake in stopping:
        row = listed.filter(has=page.get_by_text(mistake.name, exact=True))
        expect(row.locator(".finding", has_text=mistake.place(broken.data)).first).to_be_visible()
        expect(row.locator("[data-act=case]")).to_have_count(0)
    large = listed.filter(has=page.get_by_text(BIG, exact=True))
    expect(large).to_contain_text(f"{BIG}/case.yaml: The file is too large.".split(": ")[1])
    expect(large).to_contain_text("at most 1,000,000 bytes")

    for mistake in MISTAKES[1:]:
        page.evaluate(OPEN, mistake.name)
        tells(watched, mistake, broken.data)
        if not mistake.stops:
            expect(page.locator(".strip")).to_contain_text("Net benefit")
            watched.act("cases").click()
    page.evaluate(OPEN, BIG)
    expect(notice).to_contain_text("too large")

    listed.locator(f".open[data-value={GOOD}]").click()
    expect(page.locator(".strip")).to_contain_text("Net benefit")
    expect(page.locator(".steps [role=tab]")).to_have_count(4)
    expect(notice).to_be_hidden()


def test_a_name_that_is_no_case(watched: Watched, workbook: Workbook) -> None:
    names = ("../../etc", "no-such-case", "<img src=x onerror='window.hurt=1'>")
    watched.open(f"{workbook.address}?case={names[0]}")
    for name in names:
        watched.page.evaluate(OPEN, name)
        notice = watched.page.locator(".ldcase .notice")
        expect(notice).to_contain_text(name)
        expect(notice).to_contain_text(GOOD)
        expect(notice).to_contain_text("do:")
        expect(watched.page.locator(f".below .open[data-value={GOOD}]")).to_be_visible()
        calm(watched)


def test_the_last_good_state_stays(watched: Watched, workbook: Workbook, copied: Callable[[str], str]) -> None:
    name = copied(GOOD)
    file = workbook.data / "cases" / name / "case.yaml"
    watched.open(f"{workbook.address}?case={name}")
    watched.slider(watched.seen()["levers"][0]["name"]).press("PageUp")
    before = watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "the change is recorded")
    file.write_text(file.read_text(encoding="utf-8").replace("opportunity:", "opportunity", 1), encoding="utf-8")
    watched.reload()
    expect(watched.page.locator(".notice")).to_contain_text("shown as it was when it last could")
    expect(watched.page.locator(".notice")).to_contain_text(f"{name}/case.yaml")
    now = watched.seen()
    assert now["levers"] == before["levers"]
    assert now["slots"]["prose"] == before["slots"]["prose"]
    calm(watched)


def test_a_model_that_cannot_be_read(watched: Watched, workbook: Workbook) -> None:
    model = workbook.data / "model" / "rollout.yaml"
    good = model.read_text(encoding="utf-8")
    page = watched.page
    watched.open(f"{workbook.address}?case={GOOD}")
    before = watched.seen()
    try:
        model.write_text(good.replace("formulas:", "formulas: [", 1), encoding="utf-8")
        watched.act("cases").click()
        expect(page.locator(".notice")).to_contain_text("data/model/rollout.yaml:")
        page.locator(f".below .open[data-value={GOOD}]").click()
        expect(page.locator(".notice")).to_contain_text("the case stands as it last was")
        assert watched.seen()["levers"] == before["levers"]
        calm(watched)
        # A kernel that starts now has nothing to fall back to.
        for _ in range(2):
            watched.reload()
        expect(page.locator(".ldcase h1")).to_have_text("The workbook cannot start.")
        expect(page.locator(".notice")).to_contain_text("data/model/rollout.yaml:")
        calm(watched)
    finally:
        model.write_text(good, encoding="utf-8")
    watched.reload()
    assert watched.seen()["levers"] == before["levers"]


def test_the_number_box_takes_only_what_is_possible(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    watched.open(f"{workbook.address}?case={copied(GOOD)}")
    before = watched.seen()
    row = before["levers"][0]
    box = watched.box(row["name"])
    complaint = watched.page.locator(f"[data-lever='{row['name']}'] .complaint")
    for typed in ("half", "", "101", "-1", "1e999", "1,2,3.4.5", "<img src=x onerror='window.hurt=1'>"):
        box.fill(typed)
        box.press("Enter")
        expect(complaint).to_be_visible()
        expect(complaint).to_contain_text(re.compile(r"between 0\.0\s%.* and 100\.0\s%"))
        expect(box).to_have_attribute("aria-invalid", "true")
        expect(box).to_have_value(row["box"])
    assert watched.seen() == before
    box.fill("40")
    box.press("Enter")
    expect(complaint).to_be_hidden()
    watched.until(lambda seen: "1 change" in seen["slots"]["foot"], "a good number is taken")
    calm(watched)


def test_text_of_a_case_is_shown_as_text(watched: Watched, workbook: Workbook, copied: Callable[[str], str]) -> None:
    name = copied(GOOD)
    file = workbook.data / "cases" / name / "case.yaml"
    evil = """<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>"""
    text = re.sub(
        rf"^( *(?:- )?(?:{KEYS}): )([A-Za-z].*)$",
        lambda found: f"{found[1]}'{evil} {found[2].replace(chr(39), chr(39) * 2)}'",
        file.read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    assert text.count(evil) > 80
    file.write_text(text, encoding="utf-8")
    page = watched.page
    watched.open(f"{workbook.address}?case={name}")
    expect(page.locator(".top .case")).to_contain_text(evil)
    assert evil in page.title()
    for step in ("opportunity", "idea", "evidence", "ask"):
        watched.go(step)
        seen = watched.seen()
        assert evil in seen["slots"]["below"], step
        calm(watched)
    watched.go("evidence")
    page.locator(".lever .label").first.click()
    expect(page.get_by_role("dialog")).to_contain_text(evil)
    calm(watched)
    page.keyboard.press("Escape")
    watched.act("cases").click()
    expect(page.locator(".below")).to_contain_text(evil)
    calm(watched)


def tells(watched: Watched, mistake: Mistake, data: Path) -> None:
    """The notice says what and where, what is allowed and what to do."""
    notice = watched.page.locator(".ldcase .notice")
    finding = notice.locator(".finding", has_text=mistake.place(data)).first
    expect(finding).to_be_attached()
    told = finding.text_content() or ""
    for part in (*mistake.told, "do:"):
        assert part in told, (mistake.name, told)
    calm(watched)


def calm(watched: Watched) -> None:
    """No traceback, nothing executed, no element that only a case's text can have brought."""
    shown = watched.page.evaluate("document.body.innerText")
    assert not re.search(r'Traceback|site-packages|File ".*", line \d+', shown), shown
    assert watched.page.evaluate("window.hurt === undefined && !document.querySelector('.ldcase img, .ldcase script')")


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_the_terminal_tells_the_same(mistake: Mistake, broken: Workbook, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(broken.data / "cases" / mistake.name)]) == mistake.stops
    printed = capsys.readouterr()
    said = printed.out + printed.err
    assert mistake.place(broken.data) in said
    for part in (*mistake.told, "do:"):
        assert part in said


@pytest.mark.parametrize("name", ["code", BIG])
def test_the_command_ends_without_a_traceback(name: str, broken: Workbook) -> None:
    command = [sys.executable, "-m", "ldcase.cli", "check", str(broken.data / "cases" / name)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=BUNDLED.parent)
    assert ended.returncode == 1
    assert "do:" in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
