"""The panels of the drawer: what they show is what the analyses say, and what is typed goes through the desk."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from html import unescape
from pathlib import Path

import pytest

from ldcase.forecast.bridge import bridge
from ldcase.forecast.grid import grid
from ldcase.forecast.information import information
from ldcase.forecast.options import options
from ldcase.forecast.risk import risk
from ldcase.language import speaking
from ldcase.pages import typed
from ldcase.pages.finance import over_horizon
from ldcase.pages.panels import PANELS
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.reach import CONTENTS, EVERYWHERE, REACH
from ldcase.words import numbers
from tests.pages.test_content import ATTACK, Checked, poisoned, put
from tests.sample_cases import BUNDLED, bare, document, with_two_metrics

CASE = "closing-the-sale"
NAME = "able_share"
Opened = Callable[..., PitchState]


def drawer(state: PitchState) -> str:
    return str(state.view().slots["drawer"])


def shown(state: PitchState, act: str, value: str | None = None) -> str:
    """The text of a panel."""
    state.act(act, value)
    return Checked(drawer(state)).text


def boxes(state: PitchState) -> dict[str, str]:
    """What the number boxes show, by name."""
    found = re.findall(r'<input[^>]* name="([^"]+)"(?: value="([^"]*)")?', drawer(state))
    return {name: unescape(text) for name, text in found}


def set_(state: PitchState, box: str, text: str) -> None:
    state.act("set", text, box)


@pytest.mark.parametrize("name", BUNDLED)
@pytest.mark.parametrize("panel", PANELS)
def test_every_panel_opens_for_every_case(standing: Opened, name: str, panel: str) -> None:
    state = standing(name)
    text = shown(state, panel)
    assert PANELS[panel]().title in text
    assert not re.search(r"\bNone\b|\bnan\b|\binf\b|<", text)
    for asked in re.findall(r'data-ask="([^"]+)"', drawer(state)):
        assert unescape(asked) in state.now.names
    state.act("close")
    assert drawer(state) == ""


@pytest.mark.parametrize("panel", PANELS)
def test_a_panel_is_reached_from_the_pages_and_led_back_to(pitch: Opened, panel: str) -> None:
    state = pitch(CASE)
    assert 'data-act="contents"' in state.view().slots["foot"]
    state.act("contents")
    assert panel == "contents" or f'data-act="{panel}"' in drawer(state)
    state.act(panel)
    state.ask("net_benefit")
    state.ask("cost")
    assert f'data-act="{panel}"' in drawer(state).split("</nav>")[0]
    assert f"panel-{panel}" not in drawer(state)
    state.act(panel)
    assert f"panel-{panel}" in drawer(state)


def test_pages_lead_to_the_panels_that_belong_to_them(pitch: Opened) -> None:
    state = pitch(CASE)
    for step, offered in REACH.items():
        state.act("step", step)
        foot = str(state.view().slots["foot"])
        assert [panel for panel, _ in (*offered, *EVERYWHERE) if f'data-act="{panel}"' not in foot] == []
    listed = {act for _, panels in CONTENTS for act, _, _ in panels}
    assert {panel for offered in REACH.values() for panel, _ in offered} <= listed == set(PANELS) - {"contents"}
    state.act("step", "idea")
    assert 'data-act="options"' in state.view().slots["below"]
    state.act("step", "ask")
    assert 'data-act="finance"' in state.view().slots["below"]
    assert 'data-act="changed" data-value="opened"' in state.view().slots["bottom_line"]


@pytest.mark.parametrize("name", BUNDLED)
def test_the_boxes_show_every_assumption_and_the_plan(pitch: Opened, name: str) -> None:
    state = pitch(name)
    state.act("assumptions")
    found = boxes(state)
    for a in state.now.case.assumptions.values():
        parts = {"likely": a.likely} if a.fixed else {"low": a.low, "likely": a.likely, "high": a.high}
        for part, value in parts.items():
            assert typed.read(a, found.pop(f"{a.name}.{part}")) == pytest.approx(value, rel=1e-9)
    assert {box.rpartition(".")[0] for box in found} == {n for n in state.now.case.plan if not n.endswith(".count")}


def test_what_is_typed_is_recorded_and_undone(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("assumptions")
    before = state.now["net_benefit"].likely
    set_(state, f"{NAME}.likely", "45,5 %")
    assert state.now.case.assumptions[NAME].values == (0.36, 0.455, 0.64)
    assert state.now["net_benefit"].likely < before
    assert pitch(CASE).now.case.assumptions[NAME].likely == 0.455
    assert boxes(state)[f"{NAME}.likely"] == "45.5"
    assert f'data-act="reset" data-value="{NAME}"' in drawer(state)
    set_(state, "cohort_1.people.likely", "15")
    assert state.now.case.plan["cohort_1.people"] == 15
    state.act("reset", "cohort_1.people")
    assert state.now.case.plan["cohort_1.people"] == 17
    for _ in range(3):
        state.act("undo")
    assert state.now["net_benefit"].likely == before
    state.act("redo")
    assert state.now.case.assumptions[NAME].likely == 0.455
    state.act("reset", NAME)
    assert state.now["net_benefit"].likely == before


@pytest.mark.parametrize(
    ("box", "text", "why"),
    [
        (f"{NAME}.likely", "many", "not a number"),
        (f"{NAME}.likely", "", "not a number"),
        (f"{NAME}.likely", "1e999", "not a number"),
        (f"{NAME}.high", "140", "out of its bounds. allowed: from 0 % to 100 %"),
        (f"{NAME}.low", "60", "not in order"),
        (f"{NAME}.low", "0", "touches a bound"),
        ("cohort_1.people.likely", "none", "not a number"),
        ("cohort_1.start.likely", "2.5", "impossible month"),
        ("win_rate.sellers.likely", "-3", "out of its bounds"),
    ],
)
def test_what_is_refused_says_why_and_leaves_the_last_good_state(pitch: Opened, box: str, text: str, why: str) -> None:
    state = pitch(CASE)
    state.act("assumptions")
    before = state.now["net_benefit"].likely
    set_(state, box, text)
    assert why in Checked(drawer(state)).text
    assert boxes(state).get(box, "") == text
    assert 'aria-invalid="true"' in drawer(state)
    assert state.now["net_benefit"].likely == before
    assert state.open is not None
    assert state.open.applied == 0
    state.act("discard", box.rpartition(".")[0])
    assert "aria-invalid" not in drawer(state)
    assert boxes(state)[box] not in ("", text)


def test_boxes_that_fit_only_together_are_taken_together(pitch: Opened) -> None:
    state = pitch(CASE)
    for part, text in (("low", "70"), ("likely", "80")):
        set_(state, f"{NAME}.{part}", text)
        assert state.now.case.assumptions[NAME].values == (0.36, 0.5, 0.64)
    set_(state, f"{NAME}.high", "90")
    assert state.now.case.assumptions[NAME].values == pytest.approx((0.7, 0.8, 0.9))
    state.act("undo")
    assert state.now.case.assumptions[NAME].values == (0.36, 0.5, 0.64)


def test_a_fixed_figure_stays_fixed_or_is_given_a_range(pitch: Opened) -> None:
    state = pitch(CASE)
    set_(state, "win_rate.sellers.likely", "30")
    assert state.now.case.assumptions["win_rate.sellers"].values == (30, 30, 30)
    state.act("assumptions")
    assert "win_rate.sellers.low" not in boxes(state)
    state.act("widen", "win_rate.sellers")
    assert state.now.case.assumptions["win_rate.sellers"].values == (27, 30, 33)
    assert "win_rate.sellers.low" in boxes(state)


@pytest.mark.parametrize(
    "box", ["", "nothing.likely", f"{NAME}.middle", "cohort_1.people.low", "likely", "cost.likely"]
)
def test_a_box_that_does_not_exist_changes_nothing(pitch: Opened, box: str) -> None:
    state = pitch(CASE)
    before = state.now
    set_(state, box, "1")
    assert state.now is before


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12", (12,)), ("-1.5", (-1.5,)), ("\u22122", (-2,)), ("27,5 %", (27.5,)), ("1,200", (1200, 1.2)),
        ("1.200.000", (1200000,)), ("1,234.5", (1234.5,)), ("140 k", (140000,)), ("1.2m", (1200000,)),
        ("2 500 USD", (2500,)), ("", ()), ("many", ()), ("1e999", ()), ("1.2.3", ()), (".", ()), ("٣", ()),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_type_them(text: str, values: tuple[float, ...]) -> None:
    assert typed.readings(text) == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [("30,5", 30.5, 30.5), ("30.5", 30.5, 30.5), ("1.200", 1.2, 1200), ("1,200", 1200, 1.2), ("3 months", 3, 3),
     ("1,2 Mio.", 1.2e6, 1.2e6), ("140 Tsd. EUR", 140_000, 140_000)],
)  # fmt: skip
def test_what_parts_decimals_follows_the_locale(text: str, english: float, german: float) -> None:
    assert typed.readings(text)[0] == pytest.approx(english)
    with speaking("de"):
        assert typed.readings(text)[0] == pytest.approx(german)


@pytest.mark.parametrize("name", BUNDLED)
def test_the_options_are_those_of_the_analysis(pitch: Opened, name: str) -> None:
    state = pitch(name)
    text = shown(state, "options")
    found = options(state.now)
    best = max(found.options, key=lambda option: option.mean)
    for option in found.options:
        assert option.name in text
        assert numbers.money_range(option.quantile(0.1), option.quantile(0.9)) in text
        assert numbers.money(option.likely_cost) in text
    assert text.count("best on average") == 1
    if best is not found.options[1]:
        assert re.search(r"is better than “", text)
        assert numbers.money(best.mean - found.options[1].mean) in text


@pytest.mark.parametrize("name", BUNDLED)
def test_the_panel_for_finance_says_what_the_analyses_say(pitch: Opened, name: str) -> None:
    state = pitch(name)
    now = state.now
    text = shown(state, "finance")
    downside = risk(now)
    if downside.chance_of_loss:
        assert numbers.chance(downside.chance_of_loss) in text
        assert numbers.money(downside.worst_tenth) in text
    one, other = now.tornado()[:2]
    cells = re.findall(r'<td class="(pays|loses)">([^<]+)</td>', drawer(state))
    net = grid(now, one.name, other.name, 7).net.ravel()
    assert [text for _, text in cells] == [numbers.money(float(value)) for value in net]
    assert all((tone == "pays") == (value >= 0) for (tone, _), value in zip(cells, net, strict=True))
    known = information(now, [option.net for option in options(now).options[2:]])
    assert f"{numbers.money(known.evpi)} {now.case.currency}" in text
    kinds = [over_horizon(now, each)[0] for each in ("benefit_cash", "benefit_cost_avoided", "benefit_capacity")]
    assert sum(kinds) == pytest.approx(now["benefit"].likely)
    assert all(numbers.money(amount, 3) in text for amount in kinds)


def test_what_changed_adds_up_and_names_who(pitch: Opened) -> None:
    state = pitch(CASE)
    assert "every figure is what it was" in shown(state, "changed", "opened")
    state.lever(NAME, 0.4, True)
    later = pitch(CASE)
    later.lever("transfer_share", 0.5, True)
    for part, before in (("opened", later.opened), ("base", later.base)):
        text = shown(later, "changed", part)
        found = bridge(before.case, later.now.case)
        assert before["net_benefit"].likely + sum(step.money for step in found.steps) == pytest.approx(found.after)
        for step in found.steps:
            assert numbers.signed_money(step.money, 3) in text
        assert numbers.money(found.after, 3) in text
    assert len(bridge(later.opened.case, later.now.case).steps) == 1
    assert len(bridge(later.base.case, later.now.case).steps) == 2
    assert text.count("pitch") == 2
    assert "14:02" in text
    later.act("undo")
    assert "undone" in shown(later, "changed", "base")
    set_(later, f"{NAME}.high", "70")
    assert "Only the range is another one" in shown(later, "changed", "opened")


@pytest.mark.parametrize("panel", PANELS)
def test_text_of_a_case_is_shown_as_text(pitch: Opened, data: Path, panel: str) -> None:
    put(data, "attack", poisoned(document(CASE)))
    state = pitch("attack")
    state.lever(NAME, 0.4, True)
    set_(state, f"{NAME}.low", f"{ATTACK}\"'")
    state.act(panel)
    read = Checked(drawer(state))
    assert "img" not in read.tags
    assert not any(name.startswith("on") for name, _ in read.attributes)
    silent = ("changed", "contents", "grades", "own_data", "questions", "lenses", "export")
    assert panel in silent or ATTACK in read.text + str(read.attributes)


@pytest.mark.parametrize("change", [bare, with_two_metrics], ids=["bare", "two metrics"])
@pytest.mark.parametrize("panel", PANELS)
def test_a_case_may_leave_out_what_it_does_not_know(
    pitch: Opened, data: Path, change: Callable[[dict[str, object]], None], panel: str
) -> None:
    content = document(CASE)
    change(content)
    put(data, "other", content)
    state = pitch("other")
    assert not re.search(r"\bNone\b|\bnan\b|\binf\b|\(\)", shown(state, panel))


def test_a_panel_waits_while_a_lever_moves(pitch: Opened) -> None:
    state = pitch(CASE)
    state.act("finance")
    state.view()
    state.lever(NAME, 0.3, False)
    assert "drawer" not in state.update().html
    state.lever(NAME, 0.3, True)
    assert "drawer" in state.update().html


def test_what_cannot_be_worked_out_says_why_in_its_panel(pitch: Opened) -> None:
    state = pitch(CASE)
    assert state.open is not None
    state.open.edit("currency", "EUR")
    state.lever(NAME, 0.4, True)
    assert "in different currencies" in shown(state, "changed", "opened")
    state.act("assumptions")
    assert boxes(state)[f"{NAME}.likely"] == "40"


def test_the_practitioners_point_stands_beside_the_forecast(pitch: Opened, data: Path) -> None:
    file = data / "cases" / CASE / "answers.csv"
    file.write_text(
        "change,unit_value,contribution,confidence,basis\n10,1000,0.5,0.8,CRM\n4,1000,0.5,0.5,CRM\n9,1000,1,1,\n",
        encoding="utf-8",
    )
    state = pitch(CASE)
    text = shown(state, "finance")
    point = text.split("The practitioner’s conservative point")[1]
    assert "31 who are silent count as zero" in point
    assert "1 unsupported" in point
    assert numbers.money(5000) in point
    file.write_text(f"change,unit_value,contribution,confidence,basis\n{ATTACK},1,0.5,0.8,CRM\n", encoding="utf-8")
    text = shown(pitch(CASE), "finance")
    assert "is not a number" in text
    assert ATTACK in text


def test_finance_reads_how_the_programmes_own_part_is_told_apart(pitch: Opened) -> None:
    told = "90\u00a0% of the improvement is claimed for the programme. By the judgement of those who know the metric."
    assert told in shown(pitch(CASE), "finance")
    text = shown(pitch("it-turnover"), "finance")
    assert "All of the improvement is claimed for the programme. No method is stated." in text
    state = pitch("service-desk-course")
    state.ask("isolation_share")
    assert "By a comparison group" in drawer(state)
    assert "assigned to the course by lot" in drawer(state)


def test_finance_reads_which_month_of_payback_is_told(pitch: Opened) -> None:
    text = shown(pitch(CASE), "finance")
    assert "Paid back: month\u00a011, the first month from which half of the simulated cases stay ahead" in text
    assert "In the likely case, with every figure at its likely value, it is month\u00a010" in text
    assert "fewer than half of the simulated cases are by then" in shown(pitch("service-desk-course"), "finance")


def test_an_overlap_is_taken_off_where_it_is_counted(pitch: Opened, data: Path) -> None:
    content = document(CASE)
    metrics = content["opportunity"]["metrics"]
    other = document("it-turnover")["opportunity"]["metrics"]["leavers"]
    other.pop("history", None)
    metrics["first"], metrics["second"] = other, {**deepcopy(other), "title": "Also leaving"}
    content["opportunity"]["overlaps"] = [
        {
            "between": ["first", "second"],
            "share": {"value": 0.5, "unit": "share", "source": "x", "owner": "y", "grade": "opinion"},
        }
    ]
    put(data, "twice", content)
    state = pitch("twice")
    assert state.open is not None, state.findings
    text = shown(state, "finance")
    off = over_horizon(state.now, "overlap_1")[0]
    assert off > 0
    assert f"Counted twice, taken off{numbers.money(-off, 3)}" in text
