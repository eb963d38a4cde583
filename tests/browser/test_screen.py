"""The screen in a real browser, fed without a kernel by the stand-in of `ldcase/pages/front/demo.html`."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from ldcase.pages.screen import HERE

HD: ViewportSize = {"width": 1280, "height": 720}
FULL_HD = {"width": 1920, "height": 1080}
PHONE = {"width": 390, "height": 844}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *values: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(HERE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/front/demo.html"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=HD, color_scheme="light")
    made = context.new_page()
    troubles: list[str] = []
    made.on("pageerror", lambda error: troubles.append(str(error)))
    made.on("console", lambda said: troubles.append(said.text) if said.type in ("error", "warning") else None)
    made.on(
        "request",
        lambda asked: (
            None if "127.0.0.1" in asked.url or asked.url.startswith(("data:", "blob:")) else troubles.append(asked.url)
        ),
    )
    yield made
    context.close()
    assert troubles == []


def opened(page: Page, address: str, step: str = "opportunity") -> Page:
    page.goto(f"{address}#{step}")
    page.wait_for_function(
        "window.__ldcase?.paints > 0 && [...__ldcase.figures.values()].every(figure => figure.sized)"
    )
    return page


def sent(page: Page, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("kind => demo.sent.filter(message => message.type === kind)", kind)
    return found


def settled(page: Page) -> None:
    """Wait until the newest lever message is answered and painted."""
    page.wait_for_function(
        "(() => { const last = demo.sent.filter(m => m.type === 'lever').at(-1);"
        " return !last || (last.resting && __ldcase.paintedSerial === last.serial) })()"
    )


def first_slider(page: Page) -> Any:
    return page.locator(".lever input[type=range]").first


def test_rows_that_change_in_place_are_drawn_as_they_are(page: Page, address: str) -> None:
    """However often a figure is fed before it is drawn: what was fed last is what stands there, every row of it."""
    opened(page, address)
    said = page.evaluate(
        """async () => {
          const figure = __ldcase.figures.get('gap');
          const ends = figure.columns.gap_ends;
          const feed = (...label) => figure.feed({ gap_ends: { ...ends, label } }, {});
          const texts = (item, found = []) => {
            if (item.text) found.push(String(item.text));
            for (const part of item.items ?? []) texts(part, found);
            return found;
          };
          const ours = (text) => /^[ABC][1-6]/.test(text);
          const shown = () => texts(figure.view.scenegraph().root).filter(ours).sort().join(' ');
          const said = [];
          feed('A1', 'B1'); await figure.paint(); said.push(shown());
          feed('A2', 'B1'); feed('A2', 'B2'); await figure.paint(); said.push(shown());
          feed('A3', 'B2'); const drawing = figure.paint(); feed('A3', 'B3'); figure.paint(); feed('A3', 'B4');
          await figure.paint(); await drawing; said.push(shown());
          figure.feed({ gap_ends: { ...ends, label: ['A5', 'B5', 'C5'], month: [11, 11, 11], value: [0.3, 0.2, 0.25],
            other: [0.2, 0.3, 0.2], note: ['', '', ''], tone: ['benefit', 'gap', 'gap'] } }, {});
          await figure.paint(); said.push(shown());
          feed('A6', 'B6'); await figure.paint(); said.push(shown());
          return said;
        }"""
    )
    assert said == ["A1 B1", "A2 B2", "A3 B4", "A5 B5 C5", "A6 B6"]


def test_a_lever_repaints_every_chart_it_changes_and_replaces_no_node(page: Page, address: str) -> None:
    opened(page, address)
    page.evaluate(
        """() => {
          window.kept = [...document.querySelectorAll('.ldcase canvas, .lever, .prose p, .strip strong')];
          window.drawn = new Set();
          const pen = CanvasRenderingContext2D.prototype;
          const clear = pen.clearRect;
          pen.clearRect = function (...all) { drawn.add(this.canvas); clear.apply(this, all) };
        }"""
    )
    first_slider(page).focus()
    page.keyboard.press("ArrowRight")
    settled(page)
    assert page.evaluate("kept.every(node => node.isConnected)")
    painted = "each => [each.dataset.chart, drawn.has(each.querySelector('canvas'))]"
    seen = page.evaluate(f"[...document.querySelectorAll('.figure')].map({painted})")
    assert dict(seen) == {"gap": True, "causes": False, "price": True}  # causes do not depend on it
    assert [(m["value"], m["resting"]) for m in sent(page, "lever")] == [(0.305, False), (0.305, True)]
    expect(page.locator(".lever input.number").first).to_have_value("30.5 %")
    expect(page.locator("[data-lever=best]")).to_have_attribute("data-changed", "")
    assert page.locator(".prose").get_attribute("data-serial") == str(sent(page, "lever")[-1]["serial"])


def test_nothing_moves_that_did_not_change(page: Page, address: str) -> None:
    opened(page, address)
    places = """() => {
      const placed = document.querySelectorAll(".ldcase :is(.lever, canvas, .strip > *, .figure h2, .foot)");
      return [...placed].map((each) => {
        const {x, y, width, height} = each.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join();
      });
    }"""
    before = page.evaluate(places)
    first_slider(page).focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    settled(page)
    assert page.evaluate(places) == before


def test_dragging_ends_on_the_value_of_the_finger_with_one_message_under_way(page: Page, address: str) -> None:
    opened(page, address)
    page.evaluate(
        """() => {
          window.order = [];
          const [send, emit] = [demo.send.bind(demo), demo.emit.bind(demo)];
          demo.send = (message) => {
            if (message.type === "lever") order.push(`asked ${message.serial}`);
            send(message);
          };
          demo.emit = (event, message) => {
            if (message?.serial) order.push(`answered ${message.serial}`);
            emit(event, message);
          };
        }"""
    )
    box = first_slider(page).bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, middle)
    page.mouse.down()
    for step in range(30):
        page.mouse.move(box["x"] + box["width"] * (0.5 + step / 90), middle)
    page.mouse.up()
    settled(page)
    shown = page.locator(".lever input.number").first.input_value()
    assert shown == f"{100 * page.evaluate('demo.at.best'):.1f} %"
    assert page.evaluate(
        "Math.abs(Number(document.querySelector('.lever input[type=range]').value) - demo.at.best) < 1e-9"
    )
    order = page.evaluate("order")
    assert len(order) > 6
    assert order == [f"{what} {serial}" for serial in range(1, len(order) // 2 + 1) for what in ("asked", "answered")]


@pytest.mark.parametrize(("typed", "shown"), [("28,5", "28.5 %"), ("31.2 %", "31.2 %"), ("0,4", None), ("abc", None)])
def test_the_number_box_reads_what_people_write(page: Page, address: str, typed: str, shown: str | None) -> None:
    opened(page, address)
    box, complaint = page.locator(".lever input.number").first, page.locator(".lever .complaint").first
    box.fill(typed)
    page.keyboard.press("Enter")
    expect(box).to_have_value(shown or "30.0 %")
    if shown is None:
        expect(complaint).to_contain_text("between 20.0 % and 40.0 %")
        assert sent(page, "lever") == []
    else:
        expect(complaint).to_be_hidden()
        assert sent(page, "lever")[-1]["resting"] is True


def test_a_number_in_a_sentence_answers_and_the_focus_comes_back(page: Page, address: str) -> None:
    opened(page, address)
    number = page.locator(".prose .n").nth(2)
    number.focus()
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog")
    expect(drawer).to_be_visible()
    (asked,) = sent(page, "ask")
    assert (asked["name"], asked["number"], asked["case"]) == ("gap_cost", 1, "sample")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('.drawer').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(number).to_be_focused()
    assert sent(page, "act")[-1]["act"] == "close"


def test_steps_are_tabs_with_arrow_keys_and_charts_that_stay_keep_their_canvas(page: Page, address: str) -> None:
    opened(page, address, "idea")
    tabs = page.get_by_role("tab")
    expect(tabs).to_have_count(4)
    page.evaluate("window.canvas = document.querySelector('[data-chart=fan] canvas')")
    page.get_by_role("tab", selected=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", selected=True)).to_contain_text("Ask")
    expect(page.get_by_role("tab", selected=True)).to_be_focused()
    assert page.evaluate("document.querySelector('[data-chart=fan] canvas') === canvas")
    expect(page.locator(".figure")).to_have_count(4)


def test_undo_and_redo_have_their_keys_except_while_writing(page: Page, address: str) -> None:
    opened(page, address)
    first_slider(page).focus()
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+Shift+z")
    assert [message["act"] for message in sent(page, "act")] == ["undo", "redo"]
    page.locator(".lever input.number").first.focus()
    page.keyboard.press("Control+z")
    assert len(sent(page, "act")) == 2


def test_light_and_dark_change_the_charts_without_a_new_one(page: Page, address: str) -> None:
    opened(page, address)
    page.evaluate("window.canvases = [...document.querySelectorAll('.ldcase canvas')]")
    ink = "[...__ldcase.figures.values()].map(figure => figure.view.signal('ink'))"
    assert set(page.evaluate(ink)) == {"#1d2126"}
    page.get_by_role("button", name="Light or dark").click()
    expect(page.locator(".ldcase")).to_have_attribute("data-mode", "dark")
    assert set(page.evaluate(ink)) == {"#eceae4"}
    assert page.evaluate("canvases.every(canvas => canvas.isConnected)")


def test_the_surroundings_decide_until_somebody_chooses(page: Page, address: str) -> None:
    opened(page, address)
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".ldcase")).to_have_attribute("data-mode", "dark")
    page.get_by_role("button", name="Light or dark").click()
    expect(page.locator(".ldcase")).to_have_attribute("data-mode", "light")
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".ldcase")).to_have_attribute("data-mode", "light")


def test_each_figure_says_itself_and_shows_its_numbers_as_a_table(page: Page, address: str) -> None:
    opened(page, address)
    for figure in page.locator(".figure").all():
        assert figure.locator(".plot").get_attribute("aria-label")
        named = figure.locator(".plot").get_attribute("aria-describedby")
        assert page.evaluate("id => document.getElementById(id).textContent", named)
    gap = page.locator("[data-chart=gap]")
    gap.get_by_role("button").click()
    gap.get_by_role("menuitem", name="Show as a table").click()
    expect(gap.locator("table tbody tr")).to_have_count(12)
    first_slider(page).focus()
    page.keyboard.press("ArrowRight")
    settled(page)
    expect(gap.locator("table tbody tr").last).to_contain_text("30.5 %")


def test_a_picture_of_a_figure_can_be_saved(page: Page, address: str) -> None:
    opened(page, address)
    figure = page.locator("[data-chart=gap]")
    figure.get_by_role("button").click()
    with page.expect_download() as saved:
        figure.get_by_role("menuitem", name="Save the picture").click()
    assert saved.value.suggested_filename == "gap.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")


def test_text_of_a_case_stays_text(page: Page, address: str) -> None:
    opened(page, address)
    evil = "<img src=x onerror=window.bitten=1>"
    page.evaluate(
        """(evil) => {
          const view = structuredClone(demo.values.view);
          view.case.title = view.steps[0].label = evil;
          Object.assign(view.levers[0], {label: evil, source: evil, grade: evil, worth: evil});
          demo.set("view", view);
        }""",
        evil,
    )
    expect(page.locator(".top .case")).to_have_text(evil)
    expect(page.locator(".lever .label").first).to_have_text(evil)
    assert page.locator(".ldcase img").count() == 0
    assert page.evaluate("window.bitten") is None


@pytest.mark.parametrize("size", [HD, FULL_HD, PHONE], ids=["1280", "1920", "phone"])
@pytest.mark.parametrize("step", ["opportunity", "idea", "evidence", "ask"])
def test_every_size_shows_every_chart_whole_and_nothing_runs_off_sideways(
    page: Page, address: str, step: str, size: Any
) -> None:
    page.set_viewport_size(size)
    opened(page, address, step)
    assert page.evaluate("document.querySelector('.page').scrollWidth <= innerWidth")
    for plot in page.locator(".plot").all():
        box, canvas = plot.bounding_box(), plot.locator("canvas").bounding_box()
        assert box is not None
        assert canvas is not None
        assert abs(canvas["width"] - box["width"]) < 2
        assert abs(canvas["height"] - box["height"]) < 2
        assert canvas["height"] > 50
    if size is not PHONE:
        assert all(
            (box := figure.bounding_box()) is not None and box["y"] + box["height"] <= size["height"]
            for figure in page.locator(".figure").all()
        )


def test_the_charts_follow_the_window_and_come_to_rest(page: Page, address: str) -> None:
    opened(page, address)
    page.set_viewport_size({"width": 1500, "height": 800})
    page.wait_for_timeout(300)
    sizes = "[...document.querySelectorAll('.ldcase canvas')].map(c => [c.clientWidth, c.clientHeight].join()).join()"
    wide = page.evaluate(sizes)
    page.wait_for_timeout(300)
    assert page.evaluate(sizes) == wide
    page.set_viewport_size(HD)
    page.wait_for_timeout(300)
    assert page.evaluate(sizes) != wide
