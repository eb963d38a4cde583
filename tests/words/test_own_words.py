"""Own words in the pitch: figures stay live, verdicts and warnings stay, and what cannot stand in them is told."""

from __future__ import annotations

from typing import Any

import pytest

from ldcase.case import Case
from ldcase.case.own_words import LONGEST, SENTENCES, keys
from ldcase.case.placeholders import EVERYWHERE
from ldcase.forecast import Forecast, forecast
from ldcase.language import speaking
from ldcase.words import numbers
from ldcase.words.live import LIVE, local
from ldcase.words.own_words import wrong_in
from ldcase.words.pitch import STEPS, narrative, rewritten, words_of
from tests.sample_cases import BUNDLED, bundled, modules, varied


@pytest.fixture(scope="module", params=BUNDLED)
def of(request: pytest.FixtureRequest) -> Forecast:
    return forecast(bundled(request.param), 256)


def with_words(step: str, key: str, text: str, name: str = "closing-the-sale") -> Case:
    def change(data: dict[str, Any]) -> None:
        data[step]["narrative"] = {key: text}

    return varied(name, change)


def prose(of: Forecast, step: str) -> str:
    return " ".join(map(str, narrative(of, step).sentences)).replace(numbers.SPACE, " ")


def test_a_rewritten_sentence_reads_as_it_did_until_a_word_is_changed(of: Forecast) -> None:
    """The text in the box is the workbook's own sentence with its figures as placeholders."""
    for step, _ in STEPS:
        told = narrative(of, step)
        for key in {each.key for each in told.sentences if each.key and not each.stays}:
            text = words_of(of, step, key)
            assert not wrong_in(of, step, key, text), text
            again = rewritten(of, step, told, key, text)
            before, after = (" ".join(map(str, each.sentences)) for each in (told, again))
            share = numbers.percent(of.case.assumptions["able_share"].likely, 2)
            assert after in (before, before.replace("half", share), before.replace("all of it", share))
            asked = {piece.name for each in told.sentences for piece in each.pieces if hasattr(piece, "name")}
            assert asked == {piece.name for each in again.sentences for piece in each.pieces if hasattr(piece, "name")}


def test_every_headline_can_be_rewritten(of: Forecast) -> None:
    for step, _ in STEPS:
        told = narrative(of, step)
        text = words_of(of, step, "statement")
        assert not wrong_in(of, step, "statement", text)
        assert rewritten(of, step, told, "statement", text).headline == told.headline


def test_figures_in_own_words_stay_live() -> None:
    case = with_words("ask", "price", "For {cost|money} you get {net_low} to {net_high}, {after_horizon}.")
    of = forecast(case, 256)
    before = prose(of, "ask")
    net = of["net_benefit"]
    low, high = (numbers.money(value).replace(numbers.SPACE, " ") for value in (net.p10, net.p90))
    assert f"For 210 k you get {low} to {high}, after 24 months." in before
    assert "It costs" not in before
    after = prose(of.with_case(case.what_if({"able_share": 0.7})), "ask")
    assert "For 210 k you get" in after
    assert after != before


@pytest.mark.parametrize(
    ("step", "key", "change", "stays"),
    [
        ("opportunity", "skill", {"able_share": 0.1}, "training is not the answer here"),
        ("opportunity", "gap_win_rate", {"win_rate.exemplar_win_rate": 0.1}, "There is no gap to close here"),
        ("idea", "applying", {"effect_achieved": 0.0}, "Nobody is expected to apply it"),
        ("evidence", "claim", {"win_rate.exemplar_win_rate": 0.1}, "There is nothing to claim"),
        ("ask", "price", {"effect_achieved": 0.3}, "It costs"),
    ],
)
def test_own_words_give_way_to_a_warning_and_come_back(
    step: str, key: str, change: dict[str, float], stays: str
) -> None:
    case = with_words(step, key, "All is well.")
    of = forecast(case, 256)
    assert "All is well." in prose(of, step)
    warned = prose(of.with_case(case.what_if(change)), step)
    assert "All is well." not in warned
    assert stays in warned


def test_a_verdict_stays_whatever_is_written() -> None:
    def change(data: dict[str, Any]) -> None:
        for step, names in SENTENCES.items():
            data[step]["narrative"] = dict.fromkeys(names, "All is well.") | {"verdict": "It pays."}

    of = forecast(varied("closing-the-sale", change).what_if({"effect_achieved": 0.3}), 256)
    for step in ("evidence", "ask"):
        assert "this does not pay" in prose(of, step)
        assert "It pays." not in prose(of, step)


def test_a_sentence_added_at_the_end_goes_where_the_pitch_turns() -> None:
    case = with_words("idea", "also", "We start small: {cohorts}.")
    of = forecast(case, 256)
    assert prose(of, "idea").endswith("We start small: two cohorts.")
    assert "We start small" not in prose(of.with_case(case.what_if({"able_share": 0.1})), "idea")


def test_own_words_are_not_translated_and_their_figures_are_written_in_the_reader_s_way() -> None:
    of = forecast(with_words("ask", "price", "We ask for {cost|money}."), 256)
    with speaking("de"):
        assert "We ask for 210 Tsd." in prose(of, "ask")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It costs {cost|money|gap}, or {cost}.", []),
        ("{win_rate.win_rate|of_100} of 100, {chance} cases, {delay_cost|gap}, {horizon|months}", []),
        ("{people_planned|plural:person:people}", []),
        ("{costs|money}", ["placeholder-unknown"]),
        ("{}", ["placeholder-unknown"]),
        ("{cost|mony}", ["placeholder-form"]),
        ("{cost|money|red}", ["placeholder-form"]),
        ("{chance|percent}", ["placeholder-form"]),
        ("{cost", ["placeholder-open"]),
        ("cost}", ["placeholder-open"]),
        ("x" * (LONGEST + 1), ["narrative-long"]),
        ("{a} {b} {a}", ["placeholder-unknown", "placeholder-unknown"]),
    ],
)
def test_what_cannot_stand_in_own_words_is_told(text: str, codes: list[str]) -> None:
    found = wrong_in(forecast(bundled("closing-the-sale"), 64), "ask", "price", text)
    assert [each.code for each in found] == codes
    assert all(each.what and each.allowed and each.do for each in found)


def test_the_nearest_name_is_offered() -> None:
    (found,) = wrong_in(forecast(bundled("closing-the-sale"), 64), "opportunity", "gap_win_rate", "{exemplar_win_rat}")
    assert "{exemplar_win_rate}" in found.do


def test_names_of_their_own_hide_no_quantity() -> None:
    assert set(LIVE) == EVERYWHERE
    for name in BUNDLED:
        case = bundled(name)
        assert not set(LIVE) & {*case.assumptions, *case.plan, *case.formulas}
    taken = {each for module in modules().model.values() for each in (*module.needs, *module.formulas)}
    assert not set(LIVE) & taken


def test_every_figure_of_its_own_can_be_written(of: Forecast) -> None:
    for name in LIVE:
        text = str(local(of, f"{{{name}}}"))
        assert text
        assert "{" not in text


def test_the_keys_of_a_step_are_those_of_its_sentences(of: Forecast) -> None:
    for step, _ in STEPS:
        told = {each.key for each in narrative(of, step).sentences if each.key}
        assert told <= set(keys(step, [use.key for use in of.case.metrics]))
