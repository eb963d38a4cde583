"""The leave-behind's own forecast and words, run by Node: the same numbers and the same sentences as the engine's."""

from __future__ import annotations

import random
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from ldcase.case import Case
from ldcase.charts.drawings.causes import causes
from ldcase.charts.drawings.costs import costs
from ldcase.charts.drawings.dots import net_benefit_dots
from ldcase.charts.drawings.fan import fan
from ldcase.charts.drawings.gap import gap
from ldcase.charts.drawings.must_be_true import must_be_true
from ldcase.charts.drawings.tornado import tornado
from ldcase.charts.drawings.waterfall import waterfall
from ldcase.exports.leave_behind import shown
from ldcase.exports.leave_behind_charts import categories, charts, history, subtitles
from ldcase.exports.leave_behind_model import chosen, embedded
from ldcase.exports.leave_behind_words import STEPS, told
from ldcase.forecast import forecast
from ldcase.language import front_texts, speaking
from ldcase.words import numbers, pitch
from tests.exports.conftest import CASES
from tests.exports.leave_behind import engine, on_rows, random_moves, run, same

WRITERS = {
    "money": numbers.money,
    "money3": lambda value: numbers.money(value, 3),
    "signed": numbers.signed_money,
    "percent": numbers.percent,
    "percent2": lambda value: numbers.percent(value, 2),
    "points": numbers.points,
    "points_of_100": numbers.points_of_100,
    "of_100": numbers.of_100,
    "number": numbers.number,
    "count": numbers.count,
    "months": numbers.months,
    "ratio": numbers.ratio,
    "chance": numbers.chance,
    "odds": numbers.odds,
    "plain6": lambda value: numbers.plain(value, 6),
    "range": lambda value: numbers.money_range(value, abs(value) * 1.7),
}
SPOKEN = (("en", "en"), ("en", "en_IN"), ("de", "de"), ("de", "de_CH"))


def speech(language: str, locale: str) -> dict[str, Any]:
    """As the page is told; to be called within `speaking`."""
    signs = asdict(numbers.signs())
    del signs["_table"]
    return {"language": language, "locale": locale, "texts": front_texts(language), "signs": signs}


@pytest.mark.parametrize(("language", "locale"), SPOKEN)
def test_numbers_read_as_in_the_workbook(language: str, locale: str, tmp_path: Path) -> None:
    chance = random.Random(7)
    values = [chance.choice((-1, 1)) * 10 ** chance.uniform(-7, 14) for _ in range(1000)]
    values += [
        0.0,
        0.5,
        1.5,
        2.5,
        -0.5,
        0.125,
        0.00125,
        0.0005,
        1250.0,
        1350.0,
        99.5,
        9.95,
        999.5,
        999_999.5,
        1e6,
        1e21,
        12.5,
        0.25,
    ]
    with speaking(language, locale):
        found = run(tmp_path, {"speech": speech(language, locale), "values": values})["written"]
        wrong = [
            (value, name, written[name], write(value))
            for value, written in zip(values, found, strict=True)
            for name, write in WRITERS.items()
            if written[name] != write(value)
        ]
    assert wrong == []


DRAW = {
    "gap": lambda now, axes: gap(now, now.case.metrics[0], axes),
    "causes": lambda now, _axes: causes(now),
    "costs": costs,
    "waterfall": waterfall,
    "tornado": tornado,
    "must_be_true": lambda now, _axes: must_be_true(now),
    "fan": fan,
    "dots": net_benefit_dots,
}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", CASES)
def test_figures_sentences_and_charts_follow_the_levers_as_the_engine_says(
    name: str, language: str, cases: Mapping[str, Case], tmp_path: Path
) -> None:
    of = forecast(cases[name], 1024)
    moves = [{}, *random_moves(of, 11, 5), {"able_share": 0.1}, {"able_share": 0.0}, {"able_share": 1.0}]
    moves += [{"effect_achieved": 0.0}, {"use_share": 0.0}, {"start_delay": 36.0}]
    with speaking(language):
        drawn = charts(of)
        said = told(of) | {"subtitles": subtitles(drawn), "costs": categories(of), "history": history(of, drawn)}
        model = embedded(of, shown(of, said))
        names = ["net_benefit", "benefit", "cost", "gap_cost", "payback_month"]
        data = {
            "speech": speech(language, language),
            "model": model.data,
            "said": said,
            "moves": moves,
            "names": names,
            "axes": drawn.axes.remembered(),
            "follows": [each.spec for each in drawn.drawings],
        }
        found = run(tmp_path, data, model.likely, model.spread)["moves"]
        for move, page in zip(moves, found, strict=True):
            now = engine(of, of.case.what_if(move) if move else of.case)
            wrong = [each for each in names if not same(page["likely"][each], now[each].likely)]
            for each, quantiles in page["quantiles"].items():
                expected = [now[each].quantile(p) for p in (0.1, 0.25, 0.5, 0.75, 0.9)]
                wrong += [] if same(quantiles, expected) else [f"quantiles of {each}"]
            wrong += [] if same(page["fan"], now["cumulative_net"].fan((0.1, 0.5, 0.9)).tolist()) else ["fan"]
            summary = now.summary
            wrong += [] if same(page["summary"]["chance"], summary.chance) else ["chance"]
            wrong += [] if same(page["summary"]["breakEvenEffect"], summary.break_even_effect) else ["break-even"]
            wrong += [] if same(page["summary"]["delayCost"], summary.delay_cost, 1e-6) else ["delay"]
            assert not wrong, move
            for step in STEPS:
                narrative = pitch.narrative(now, step)
                assert page["text"][step] == [str(narrative.headline), *map(str, narrative.sentences)], (move, step)
            for spec, drawing in page["drawings"].items():
                expected_one = DRAW[spec](now, deepcopy(drawn.axes))
                for key in ("title", "subtitle", "description"):
                    assert drawing[key] == getattr(expected_one, key), (move, spec)
                data = {name: dict(columns) for name, columns in expected_one.data.items()}
                assert same(drawing["data"], data, 1e-8), (move, spec)
                assert same(drawing["signals"], dict(expected_one.signals)), (move, spec)


def test_the_draws_handed_over_say_what_all_of_them_say(cases: Mapping[str, Case]) -> None:
    for name in ("closing-the-sale", "ramp-up", "it-turnover"):
        of = forecast(cases[name])
        part = on_rows(of, chosen(of))
        width = of["net_benefit"].p90 - of["net_benefit"].p10
        assert part.draws == 512
        for quantile in ("p10", "p50", "p90"):
            assert abs(getattr(part["net_benefit"], quantile) - getattr(of["net_benefit"], quantile)) < 0.005 * width
        assert abs(part.summary.chance - of.summary.chance) < 0.003
