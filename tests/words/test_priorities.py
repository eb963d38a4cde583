"""The wording of the pitch follows the kind of strategic priority, in both languages."""

from __future__ import annotations

from itertools import combinations
from typing import Any, get_args

import pytest

from ldcase.case.document_parts import PriorityKind
from ldcase.forecast import Forecast, forecast
from ldcase.language import speaking
from ldcase.words.pitch import narrative
from ldcase.words.priorities import DELAY, MEANS, REQUEST, SERVES, SERVES_OWNED
from tests.sample_cases import varied

KINDS: tuple[PriorityKind, ...] = get_args(PriorityKind)


def of_kind(kind: str | None, owner: str = "Chief Operating Officer") -> Forecast:
    def change(data: dict[str, Any]) -> None:
        data["opportunity"]["priority"] = {"name": "A better year", "owner": owner} | ({"kind": kind} if kind else {})

    return forecast(varied("closing-the-sale", change), 256)


def sentences(of: Forecast, step: str) -> dict[str, str]:
    return {each.key: str(each) for each in narrative(of, step).sentences if each.key}


def test_there_are_six_kinds_and_each_says_everything() -> None:
    assert len(KINDS) == 6
    for texts in (SERVES, SERVES_OWNED, MEANS, DELAY, REQUEST):
        assert set(texts) == set(KINDS)


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_kind_reads_differently_where_it_matters(language: str) -> None:
    with speaking(language):
        told = {kind: sentences(of_kind(kind), "opportunity") | sentences(of_kind(kind), "ask") for kind in KINDS}
    for one, other in combinations(KINDS, 2):
        for key in ("priority", "meaning", "delay", "request"):
            assert told[one][key] != told[other][key], key
    for texts in told.values():
        assert "A better year" in texts["priority"]
        assert "Chief Operating Officer" in texts["priority"]
        assert any(sign.isdigit() for sign in texts["delay"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_pitch_opens_with_whom_it_serves(kind: PriorityKind) -> None:
    first = narrative(of_kind(kind), "opportunity").sentences[0]
    assert first.key == "priority"
    assert "(owner" not in str(narrative(of_kind(kind, ""), "opportunity").sentences[0])


def test_without_a_kind_nothing_is_made_up() -> None:
    of = of_kind(None)
    assert "priority" not in sentences(of, "opportunity")
    assert "meaning" not in sentences(of, "opportunity")
    assert sentences(of, "ask")["delay"].startswith("Each month of delay costs")
    assert "request" not in sentences(of, "ask")


@pytest.mark.parametrize("kind", KINDS)
def test_where_it_does_not_pay_nobody_is_asked_to_judge_it_as_an_investment(kind: PriorityKind) -> None:
    of = of_kind(kind)
    poor = of.with_case(of.case.what_if({"effect_achieved": 0.3}))
    assert not {"delay", "request"} & set(sentences(poor, "ask"))
    turned = of.with_case(of.case.what_if({"able_share": 0.1}))
    assert "meaning" not in sentences(turned, "opportunity")
