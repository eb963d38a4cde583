"""The likely case and the middle of the simulated cases are told apart wherever both are shown, in the same words."""

from __future__ import annotations

import pytest

from ldcase.case import Case
from ldcase.forecast import forecast
from ldcase.language import speaking
from ldcase.words import numbers
from ldcase.words.likely_case import explained, likely_and_middle
from ldcase.words.pitch import narrative
from ldcase.words.sentence import Number, Sentence
from tests.sample_cases import BUNDLED, bundled

SALE = "closing-the-sale"


def figures(given: Sentence) -> list[tuple[str, str]]:
    return [(piece.name, piece.text) for piece in given.pieces if isinstance(piece, Number)]


@pytest.mark.parametrize("name", BUNDLED)
def test_both_figures_are_said_and_can_be_asked(name: str) -> None:
    of = forecast(bundled(name))
    s = of.summary
    told = likely_and_middle(of)
    middle, likely = numbers.money(s.net_p50), numbers.money(s.net_likely)
    if middle == likely:
        assert told is None
        return
    assert told is not None
    assert figures(told) == [("net_benefit", middle), ("net_benefit", likely)]
    assert f"above {middle}, the middle" in str(told)
    assert f"the likely case, it is {likely}" in str(told)
    with speaking("de"):
        german = likely_and_middle(of)
        assert german is not None
        assert "(Mitte)" in str(german)
        assert "(wahrscheinlicher Fall)" in str(german)


def test_the_ask_says_both_beside_the_fan() -> None:
    of = forecast(bundled(SALE))
    told = likely_and_middle(of)
    assert told is not None
    assert told in narrative(of, "ask").sentences


def fixed(case: Case) -> Case:
    return case.what_if({name: (each.likely,) * 3 for name, each in case.assumptions.items()})


def test_where_nothing_is_uncertain_there_is_one_figure() -> None:
    of = forecast(fixed(bundled(SALE)))
    assert likely_and_middle(of) is None
    assert explained(of, "net_benefit", numbers.money) is None


def test_only_amounts_that_are_worked_out_are_explained() -> None:
    of = forecast(bundled(SALE))
    told = explained(of, "net_benefit", numbers.money)
    assert told is not None
    assert str(likely_and_middle(of)) in str(told)
    assert "multiply" in str(told)
    assert explained(of, "able_share", numbers.percent) is None
    assert explained(of, "cumulative_net", numbers.money) is None
    assert explained(of, "payback_month", numbers.plain) is None
