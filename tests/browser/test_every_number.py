"""Every number answers: its spread, its place in the case, the way to its lever; what changed; figures to copy."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Workbook
from tests.browser.watched import Watched

CASE = "closing-the-sale"


def rows_shown(page: Page, board: str, figure: str) -> list[dict[str, float]]:
    """The rows that a chart's live view draws."""
    found: list[dict[str, float]] = page.evaluate(
        """([board, figure]) => {
          const one = window.__ldcase[board].get(figure);
          return one.view.data(Object.keys(one.columns)[0]).map((row) => ({...row}));
        }""",
        [board, figure],
    )
    return found


def opened(watched: Watched, name: str) -> Locator:
    """Ask for a quantity that the page shows somewhere."""
    watched.page.locator(f"[data-ask='{name}']:visible").first.click()
    drawer = watched.page.get_by_role("dialog")
    expect(drawer).to_be_visible()
    return drawer


def test_an_answer_shows_the_spread_and_leads_to_the_lever(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    page = watched.page
    watched.open(f"{workbook.address}?case={copied(CASE)}")
    drawer = opened(watched, "net_benefit")
    chart = drawer.locator("figure[data-chart=dots]")
    expect(chart.locator("h2")).to_contain_text("8 of 10 cases lie between")
    expect(chart.locator("canvas")).to_be_visible()
    assert len(rows_shown(page, "panelFigures", "dots")) == 50
    assert "It is the headline itself." in drawer.inner_text()
    drawer.locator("[data-act=to_lever]").focus()
    page.keyboard.press("Enter")
    expect(drawer).to_be_hidden()
    slider = watched.slider("able_share")
    expect(slider).to_be_focused()
    page.keyboard.press("ArrowRight")
    watched.until(lambda shown: "no change" not in shown["slots"]["bottom_line"], "the lever is not moved")

    watched.go("ask")
    opened(watched, "net_benefit").locator("[data-act=to_lever]").click()
    expect(drawer).to_be_hidden()
    expect(slider).to_be_focused()


def test_a_lever_that_no_step_shows_stands_in_the_answer(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    page = watched.page
    watched.open(f"{workbook.address}?case={copied(CASE)}")
    page.locator(".foot [data-act=assumptions]").click()
    drawer = page.get_by_role("dialog")
    drawer.locator("[data-ask='win_rate.margin']").first.click()
    slider = drawer.locator("[data-lever='win_rate.margin'] input[type=range]")
    expect(slider).to_be_visible()
    before = drawer.locator(".value").inner_text()
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("(before) => document.querySelector('.drawer .value').innerText !== before", arg=before)
    expect(slider).to_be_focused()
    expect(drawer.locator("figure")).to_have_count(1)
    drawer.locator("[data-ask='discount_rate'], .trail [data-act=assumptions]").first.click()
    drawer.locator("[data-ask='discount_rate']").first.click()
    expect(drawer).to_contain_text("It is fixed")
    expect(drawer.locator("figure")).to_have_count(0)


def test_what_changed_since_a_snapshot_and_back_to_it(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    page = watched.page
    watched.open(f"{workbook.address}?case={copied(CASE)}")
    drawer = page.get_by_role("dialog")

    def move(lever: str, key: str) -> None:
        before = watched.act("changed").inner_text()
        watched.slider(lever).focus()
        page.keyboard.press(key)
        page.wait_for_function(
            "(before) => document.querySelector('.foot [data-act=changed]').innerText !== before", arg=before
        )

    move("able_share", "PageUp")
    watched.act("changed").click()
    drawer.get_by_label("Keep this state as").fill("Before the board")
    page.keyboard.press("Enter")
    kept = drawer.locator("[data-act='changed'][data-value='snapshot.1']")
    expect(kept.first).to_be_visible()
    expect(drawer.get_by_label("Keep this state as")).to_have_value("")
    page.keyboard.press("Escape")
    net = page.locator(".strip strong").first.inner_text()
    move("win_rate.offers", "PageDown")
    watched.act("changed").click()
    kept.first.click()
    chart = drawer.locator("figure[data-chart=bridge]")
    expect(chart.locator("h2")).to_contain_text("lower than in “Before the board”")
    bars = rows_shown(page, "panelFigures", "bridge")
    assert bars[0]["end"] == 0 > bars[-1]["end"]
    drawer.locator("[data-value=last]").click()
    expect(chart.locator("h2")).to_contain_text("lower than before the last change")
    name = drawer.get_by_label("Name of the snapshot")
    name.fill("The first draft")
    page.keyboard.press("Enter")
    expect(kept.first).to_have_text("since “The first draft”")
    drawer.locator("[data-act='changed.back']").click()
    expect(drawer).to_contain_text("Back to a snapshot")
    assert page.locator(".strip strong").first.inner_text() == net
    page.keyboard.press("Escape")
    watched.act("undo").click()
    watched.until(lambda shown: net not in shown["slots"]["bottom_line"], "going back cannot be undone")
    watched.act("changed").click()
    drawer.locator("[data-act='changed.ask_remove']").click()
    drawer.locator("[data-act='changed.remove']").click()
    expect(kept).to_have_count(0)


def test_a_figure_is_copied_as_data_and_as_picture_and_a_table_as_text(
    new_page: Callable[..., Watched], workbook: Workbook, copied: Callable[[str], str]
) -> None:
    watched = new_page(permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
    page = watched.page
    watched.open(f"{workbook.address}?case={copied(CASE)}")
    watched.go("ask")
    figure = page.locator(".figures [data-chart=fan]")
    button = figure.locator(".menu > button")
    button.focus()
    page.keyboard.press("ArrowDown")
    items = figure.get_by_role("menuitem")
    expect(items.nth(0)).to_be_focused()
    page.keyboard.press("End")
    expect(items.last).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(figure.get_by_role("status")).to_have_text("The numbers are copied.")
    expect(button).to_be_focused()
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[0] == figure.locator("h2").inner_text()
    assert "USD" in lines[1]
    heads = lines[2].split("\t")
    assert heads[0] == "month"
    assert heads[3] == "middle USD"
    drawn = rows_shown(page, "figures", "fan")
    assert len(lines) == 3 + len(drawn)
    for line, row in zip(lines[3:], drawn, strict=True):
        told = [float(cell) for cell in line.split("\t")]
        assert abs(told[1] - row["p10"]) < 1e-6 * (1 + abs(row["p10"]))
        assert abs(told[5] - row["p90"]) < 1e-6 * (1 + abs(row["p90"]))

    button.click()
    items.filter(has_text="Copy the picture").click()
    expect(figure.get_by_role("status")).to_have_text("The picture is copied.")
    kinds = page.evaluate("navigator.clipboard.read().then((items) => items.flatMap((item) => item.types))")
    assert kinds == ["image/png"]
    button.click()
    with page.expect_download() as saved:
        items.filter(has_text="Save the picture").click()
    assert saved.value.suggested_filename == "fan.png"
    button.click()
    items.filter(has_text="Show as a table").click()
    expect(figure.locator("table tbody tr")).to_have_count(len(drawn))

    table = page.locator(".below table").filter(has_text="likely case").first
    table.hover()
    table.locator("[data-copy]").click()
    expect(table.locator("[data-copy]")).to_have_text("copied")
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[1].split("\t")[1:3] == ["likely case", "P10"]


def test_an_axis_says_that_it_became_another_one(
    watched: Watched, workbook: Workbook, copied: Callable[[str], str]
) -> None:
    page = watched.page
    watched.open(f"{workbook.address}?case={copied(CASE)}")
    watched.go("ask")
    note = page.locator(".figures [data-chart=fan] .rescaled")
    domain = "window.__ldcase.figures.get('fan').view.signal('y_domain').join()"
    before = page.evaluate(domain)
    slider = watched.slider("effect_achieved")
    slider.focus()
    page.keyboard.press("ArrowRight")
    watched.until(lambda shown: "no change" not in shown["slots"]["bottom_line"], "the lever is not moved")
    expect(note).to_be_hidden()
    assert page.evaluate(domain) == before, "the axis stays put"
    page.keyboard.press("End")
    expect(note).to_be_visible()
    page.wait_for_function(f"(before) => {domain} !== before", arg=before)
    expect(note).to_be_hidden()
