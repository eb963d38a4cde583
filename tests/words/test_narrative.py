"""The narrative of the four steps follows the numbers, in every turn they can take."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pytest

from ldcase.case import Case
from ldcase.forecast import Forecast, forecast
from ldcase.words import numbers
from ldcase.words.pitch import STEPS, narrative
from ldcase.words.sentence import Number
from ldcase.words.verdict import judgement, verdict
from tests.sample_cases import BUNDLED, Making, bare, bundled, fixed, varied, what_if, with_two_metrics

NB = numbers.SPACE
WHAT_IFS: list[Mapping[str, Any]] = [
    {},
    {"effect_achieved": 0.0},
    {"effect_achieved": 0.3},
    {"effect_achieved": 3.0},
    {"able_share": 0.0},
    {"able_share": 0.1},
    {"able_share": 0.249},
    {"able_share": 1.0},
    {"reach_share": 0.0},
    {"ramp_months": 60.0},
    {"half_life": 0.1, "use_share": 0.0},
    {"start_delay": 60},
    {"learner_rate": 1e9},
    {"learner_rate": 0.0},
    {"cohort_1.people": 1},
    {"cohort_1.people": 1_000_000},
    {"cohort_1.people": 0.2},
]
OF_THE_SALE: list[Mapping[str, Any]] = [
    {"win_rate.exemplar_win_rate": 0.2},  # no gap
    {"win_rate.exemplar_win_rate": 0.1},  # a gap the wrong way round
    {"win_rate.exemplar_win_rate": 0.2001},
    {"win_rate.deal_size": 1e12},
    {"win_rate.deal_size": 1e-6},
    {"win_rate.margin": 0.0},
    {"win_rate.closed_share": 0.24},  # just pays in the median case
]


def one_month(data: dict[str, Any]) -> None:
    data["horizon"] = 1
    data["idea"]["cohorts"] = [{"people": 1, "start": 1}]


def two_and_bare(data: dict[str, Any]) -> None:
    with_two_metrics(data)
    bare(data)


def changed_twice(change: Callable[[dict[str, Any]], None], what: Mapping[str, Any]) -> Case:
    return varied(BUNDLED[0], change).what_if(what)


def situations() -> list[tuple[str, Making]]:
    found: list[tuple[str, Making]] = [
        (f"{name} {change}", partial(what_if, name, change)) for name in BUNDLED for change in WHAT_IFS
    ]
    found += [(f"sale {change}", partial(what_if, BUNDLED[0], change)) for change in OF_THE_SALE]
    for name in BUNDLED:
        found += [(f"{name} {change.__name__}", partial(varied, name, change)) for change in (one_month, bare)]
        found.append((f"{name} fixed", partial(fixed, name)))
    for change in (with_two_metrics, two_and_bare):
        found += [(f"{change.__name__} {what}", partial(changed_twice, change, what)) for what in WHAT_IFS]
    return found


SITUATIONS = situations()
EACH = pytest.mark.parametrize("made", [made for _, made in SITUATIONS], ids=[label for label, _ in SITUATIONS])
WRONG = {
    "a placeholder or a None": r"[{}|]|\bNone\b(?! of)",
    "no number": r"\b(nan|inf|unknown)\b|∞",
    "minus nothing": r"−0(?![\d.])",
    "two spaces": rf"[ {NB}]{{2}}",
    "space before a stop": r"\s[.,;:]",
    "two stops": r"[.,;:]{2}",
    "empty brackets": r"\(\)|“”",
    "one of many": rf"(?<![\d.,])1[ {NB}](people|deals|hours|months|points|outcomes|cohorts)\b",
    "many of one": rf"(?<![\d.,])(?!1[ {NB}])[\d.]+[ {NB}](person|deal|hour|month|point|outcome|cohort)\b",
    "one person in words": r"\bone (people|cohorts)\b",
}


@EACH
def test_every_sentence_can_be_read_aloud(made: Making) -> None:
    of = forecast(made(), 128)
    for step, _ in STEPS:
        told = narrative(of, step)
        headline = str(told.headline)
        assert re.fullmatch(r"“I? ?.+[.!?]”", headline), headline
        assert told.sentences
        for text in (headline, *map(str, told.sentences)):
            for what, pattern in WRONG.items():
                assert not re.search(pattern, text), (what, text)
        for text in map(str, told.sentences):
            assert re.match(r"[A-Z0-9“]", text), text
            assert re.search(r"[.!?]”?$", text), text


@EACH
def test_every_number_can_be_asked(made: Making) -> None:
    of = forecast(made(), 128)
    for step, _ in STEPS:
        told = narrative(of, step)
        for sentence in (told.headline, *told.sentences):
            for piece in sentence.pieces:
                if isinstance(piece, Number) and piece.name:
                    assert piece.name in of.names


def said(change: Mapping[str, Any], step: str, name: str = "closing-the-sale") -> str:
    return text_of(forecast(bundled(name).what_if(change)), step)


def text_of(of: Forecast, step: str) -> str:
    told = narrative(of, step)
    return " ".join(map(str, (told.headline, *told.sentences))).replace(NB, " ")


@pytest.mark.parametrize(
    ("change", "step", "parts"),
    [
        ({}, "opportunity", ["I see an opportunity to win 40 more deals in 24 months.", "20 of 100 offers", "half"]),
        ({}, "idea", ["34 people go through it in two cohorts.", "17 people apply it fully; at the end, 12."]),
        ({}, "evidence", ["Before any haircut it would be worth 4.3 M", "13 % of that."]),
        ({}, "evidence", ["What matters most: skill share of the gap (opinion); over its range"]),
        ({}, "ask", ["It pays back in", "Each month of delay costs"]),
        ({}, "ask", ["Who decides: Chief Revenue Officer, by 11 December 2026."]),
        ({"able_share": 0.0}, "opportunity", ["training is not the answer to it", "Head of legal"]),
        ({"able_share": 0.0}, "opportunity", ["None of it is a matter of being able"]),
        ({"able_share": 0.0}, "evidence", ["Training is not the answer here: none of the gap"]),
        ({"able_share": 0.0}, "evidence", ["50 % is a matter of being allowed"]),
        ({"able_share": 0.1}, "ask", ["no money for a course", "lose between"]),
        ({"able_share": 0.1}, "ask", ["Training is not the answer here: only 10 % of the gap"]),
        ({"able_share": 0.24}, "ask", ["Training is not the answer here", "It may pay back all the same, in"]),
        ({"effect_achieved": 0.3}, "ask", ["this does not pay", "would need 1.2 points; it assumes 1 point."]),
        ({"effect_achieved": 0.0}, "ask", ["fewer than 1 of 100 cases", "It assumes no effect"]),
        ({"effect_achieved": 0.0}, "idea", ["Nobody is expected to apply it."]),
        ({"win_rate.exemplar_win_rate": 0.1}, "opportunity", ["no gap to close", "does as well as the best"]),
        ({"win_rate.exemplar_win_rate": 0.1}, "evidence", ["There is nothing to claim.", "There is no gap to close."]),
        ({"cohort_1.people": 1, "cohort_2.people": 1}, "idea", ["2 people go", "1 person applies it fully"]),
    ],
)  # fmt: skip
def test_the_words_follow_the_numbers(change: Mapping[str, Any], step: str, parts: list[str]) -> None:
    text = said(change, step)
    for part in parts:
        assert part in text, text


def test_no_gap_is_not_sold_as_one() -> None:
    text = said({"win_rate.exemplar_win_rate": 0.1}, "opportunity")
    assert "costs" not in text
    assert "being able" not in text


def test_the_textbook_case_is_called_a_coin_toss() -> None:
    text = said({}, "ask", "it-turnover")
    assert "this is a coin toss" in text
    assert "It breaks even at 7.95 of the 8 points it assumes." in text
    assert "takes no haircut at all" in said({}, "evidence", "it-turnover")
    assert "Each month of delay" not in text


def test_where_nothing_happens_within_the_horizon_nothing_is_paid_back() -> None:
    text = said({"start_delay": 12.0}, "ask", "it-turnover")
    assert "Within 12 months nothing happens: nothing is spent, nothing is gained" in text
    assert not re.search(r"pays back|breaks even|It costs", text)


@EACH
def test_the_verdict_fits_the_chance(made: Making) -> None:
    of = forecast(made(), 128)
    kind, chance = verdict(of), of.summary.chance
    sentence = str(judgement(of).sentence)
    if of.case.assumptions["able_share"].likely < 0.25:
        assert kind == "not training"
        assert sentence.startswith("Training is not the answer")
        return
    if kind == "nothing happens":
        assert sentence.startswith("Within")
        assert not of["cost"].draws.any()
        return
    if kind in ("pays", "likely"):
        assert chance >= 0.65
        assert "not pay" not in sentence
    else:
        assert chance < 0.65
        assert "As it stands" in sentence or "fixed" in sentence
    assert ("coin toss" in sentence) == (kind == "coin toss" and "fixed" not in sentence)
    if "It breaks even at" in sentence:
        assert of.summary.net_likely >= 0
    if "To break even" in sentence or "Not even" in sentence:
        assert of.summary.net_likely < 0


def test_several_metrics_are_told_one_after_the_other() -> None:
    of = forecast(varied("closing-the-sale", with_two_metrics))
    text = text_of(of, "opportunity")
    assert "The team wins 20 of 100 offers" in text
    assert "Of 100 people 23 leave in a year" in text
    assert "% effect" not in text
    assert re.search(r"It breaks even at \d+ % of the effect it assumes\.", text_of(of, "ask")), text_of(of, "ask")


def test_capacity_nobody_owns_is_said_to_be_left_out() -> None:
    def orphan(data: dict[str, Any]) -> None:
        for metric in data["opportunity"]["metrics"].values():
            metric.pop("becomes")

    assert "is not in the total" in text_of(forecast(varied("service-desk-course", orphan), 64), "opportunity")
