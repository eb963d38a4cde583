"""Which findings speak to which case, with the reason; searching; what is past its day; popular figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ldcase.case.soundness import SOUNDNESS
from ldcase.errors import CaseError
from ldcase.evidence import load
from ldcase.evidence.effect import Effect
from ldcase.evidence.matching import Match, matches
from ldcase.evidence.reviews import is_due, reviews
from ldcase.evidence.search import Filters, search
from ldcase.evidence.topics import DOMAINS, about
from ldcase.evidence.unsound import asked_for, claimed, load_unsound
from tests.sample_cases import BUNDLED, DATA, bundled, varied

EFFECTS = load(DATA / "evidence")
UNSOUND = load_unsound(DATA / "evidence")


def found(case: str) -> dict[str, Match]:
    return {match.effect.id: match for match in matches(bundled(case), EFFECTS.values())}


@pytest.mark.parametrize(
    ("case", "best", "reason"),
    [
        (
            "service-desk-course",
            "degrip2012",
            "about what this case measures: Minutes a call; same kind of work: call centre; "
            "outcome measured at work; but one employer",
        ),
        (
            "closing-the-sale",
            "farrell1999-sales",
            "about what this case measures: Offers won; same kind of work: selling; outcome measured at work",
        ),
        (
            "line-supervisors",
            "stitch-average",
            "about what this case measures: Output of a line; same kind of work: line supervisors and leading people; "
            "outcome measured at work; but one employer",
        ),
        (
            "it-turnover",
            "stitch-retention",
            "about what this case measures: People leaving IT; same kind of work: leading people; "
            "outcome measured at work; but one employer",
        ),
    ],
)
def test_the_closest_findings_come_first_and_say_why(case: str, best: str, reason: str) -> None:
    matched = found(case)
    assert matched[best].reason == reason
    assert matched[best].score == max(match.score for match in matched.values())


@pytest.mark.parametrize("case", BUNDLED)
def test_every_finding_has_a_place_a_reason_and_a_score(case: str) -> None:
    matched = list(found(case).values())
    assert len(matched) == len(EFFECTS)
    assert [m.score for m in matched] == sorted((m.score for m in matched), reverse=True)
    assert all((match.score > 0) == bool(match.fits) for match in matched)
    assert all(match.but for match in matched if match.fits and match.effect.setting == "one employer")
    assert sum(match.score >= 0.4 for match in matched) >= 4


def test_what_is_not_to_be_relied_on_never_comes_first() -> None:
    for case in BUNDLED:
        matched = list(found(case).values())
        assert all(match.effect.use != "warning" for match in matched[:5])
        warned = [match for match in matched if match.effect.use == "warning" and match.fits]
        assert all("not to be relied on" in match.reason for match in warned)


def test_a_case_that_assumes_fading_and_use_at_work_is_shown_what_is_known_of_them() -> None:
    matched = found("closing-the-sale")
    assert matched["tatel2025-mixed"].fits == ("speaks to an assumption: Half-life of unused skill",)
    assert matched["blume2010"].reason.startswith("speaks to an assumption: Use at work")
    assert matched["dearden2006"].reason == "Nothing in common with this case"
    assert matched["arthur2003-results"].fits[0] == "training of all kinds, where nothing closer is known"


def test_topics_are_read_from_metrics_audience_and_words() -> None:
    def coached(data: dict[str, Any]) -> None:
        data["idea"]["statement"] = "coaching for every nurse of the hospital."
        data["idea"]["audience"]["who"] = "All nurses"

    case = about(varied("closing-the-sale", coached))
    assert case.topics[0] == "sales"
    assert {"coaching", "teams"} <= set(case.topics)
    assert "health care" in case.work
    assert {effect.domain for effect in EFFECTS.values()} <= set(DOMAINS)


@pytest.mark.parametrize(
    ("text", "filters", "expected"),
    [
        ("call cent", Filters(level="results"), {"degrip2012", "degrip2012-spillover", "liubatt2010", "sandvik2020"}),
        ("Tatel speed", Filters(), {"tatel2025-speed"}),
        ("", Filters(domain="coaching", grade="A"), {"jones2016-overall", "jones2016-skill", "theeboom2014"}),
        ("", Filters(domain="sales", design="experiment"), {"sandvik2020", "prada2019"}),
        ("garment quit", Filters(), {"stitch-retention"}),
        ("replacement costs", Filters(use="benchmark"), {"boushey2012"}),
        ("", Filters(use="warning", domain="coaching"), {"jones2016-results", "metrixglobal2001"}),
        ("astrology", Filters(), set()),
        ("(", Filters(domain="ramp"), {"bridge2024", "krausert2015"}),
    ],
)
def test_searching_by_words_and_filters(text: str, filters: Filters, expected: set[str]) -> None:
    got = {effect.id for effect in search(EFFECTS.values(), text, filters)}
    assert got == expected


def test_an_empty_search_finds_everything_in_its_order() -> None:
    assert list(search(EFFECTS.values())) == list(EFFECTS.values())


def test_what_is_past_its_day_is_told_and_today_is_given() -> None:
    case = bundled("service-desk-course")
    assert not reviews(case, EFFECTS, date(2026, 11, 22))
    later = reviews(case, EFFECTS, date(2032, 1, 1))
    assert {finding.code for finding in later} == {"evidence-past-review", "story-past-review"}
    assert len(later) == len(case.document.evidence.findings) + len(case.document.evidence.stories)
    assert all(finding.severity == "warning" and finding.do for finding in later)
    old = {effect.id for effect in EFFECTS.values() if is_due(effect, date(2026, 11, 22))}
    assert old == {"shrm-cph-2016", "atd2024", "bls-ecec-2023q4"}  # a newer edition of each is in the library


def test_a_finding_that_the_library_does_not_have_is_told() -> None:
    def unknown(data: dict[str, Any]) -> None:
        data["evidence"]["findings"][0]["id"] = "nobody1999"

    (finding,) = reviews(varied("service-desk-course", unknown), EFFECTS, date(2026, 11, 22))
    assert (finding.code, finding.found) == ("finding-not-in-library", "nobody1999")
    assert finding.place.path == "evidence.findings.0"


def test_popular_figures_say_why_they_do_not_hold_and_lead_to_what_is_known() -> None:
    assert len(UNSOUND) >= 6
    assert {see for each in UNSOUND for see in each.see} <= set(EFFECTS)
    source = Path(SOUNDNESS[0].__code__.co_filename).read_text(encoding="utf-8")
    assert all(f'"{code}"' in source for each in UNSOUND for code in each.told)
    assert [each.id for each in asked_for(UNSOUND, "10 % transfer")] == ["ten-percent-transfers"]
    assert [each.id for each in asked_for(UNSOUND, "529")] == ["coaching-529"]
    assert not asked_for(UNSOUND, "")
    assert [each.id for each in claimed(UNSOUND, ["replacement-cost-high"])] == ["replacement-costs-salaries"]


def test_a_broken_list_of_popular_figures_is_told(tmp_path: Path) -> None:
    assert load_unsound(tmp_path) == ()
    (tmp_path / "unsound.yaml").write_text("- id: a\n  says: b\n", encoding="utf-8")
    with pytest.raises(CaseError, match="popular figures"):
        load_unsound(tmp_path)
    (tmp_path / "unsound.yaml").write_text("- [", encoding="utf-8")
    with pytest.raises(CaseError, match="popular figures"):
        load_unsound(tmp_path)


def test_an_effect_knows_its_address() -> None:
    effect: Effect = EFFECTS["keith2008"]
    assert effect.address == "https://doi.org/10.1037/0021-9010.93.1.59"
    assert EFFECTS["boushey2012"].address == EFFECTS["boushey2012"].reference
