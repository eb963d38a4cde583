"""What lies in ``data/``: the cases hold together, every finding has a source, the dictionary is complete."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
import pytest
from pydantic import BaseModel

from ldcase.case import Case, catalogue, load
from ldcase.case.document import Document
from ldcase.diagnosis.suggestion import suggested
from ldcase.forecast import Forecast, forecast
from ldcase.forecast.options import options
from ldcase.forecast.practitioner import COLUMNS, practitioner_view, read_answers
from ldcase.language import speaking, worded
from ldcase.words.verdict import verdict

DATA = Path(__file__).parents[2] / "data"
CASES = sorted(path.parent.name for path in DATA.glob("cases/*/case.yaml"))
CATALOGUE = catalogue.load(DATA)


def bundled(name: str) -> Case:
    return load(DATA / "cases" / name, CATALOGUE)


UNSTATED = ("value", "low", "high", "interval", "spread", "k", "n", "details", "setting")
"""What a publication may leave open."""


def effects() -> list[dict[str, str]]:
    with (DATA / "evidence" / "effects.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return bundled(request.param)


def test_seven_cases_are_bundled() -> None:
    assert CASES == [
        "closing-the-sale",
        "it-turnover",
        "line-supervisors",
        "not-a-training-problem",
        "ramp-up",
        "schweissnaehte",
        "service-desk-course",
    ]


def test_a_bundled_case_loads_with_nothing_to_complain_about(case: Case) -> None:
    assert case.ready
    assert [str(finding) for finding in case.findings if finding.severity != "note"] == []


def test_every_figure_has_source_owner_and_grade(case: Case) -> None:
    stated = [a for a in case.assumptions.values() if a.source != "default of the catalogue"]
    assert len(stated) > 15
    for assumption in stated:
        assert assumption.source, assumption.name
        assert assumption.owner, assumption.name
        assert assumption.grade, assumption.name
    assert case.document.sample_data


def test_a_published_figure_has_an_address_and_is_no_sample(case: Case) -> None:
    for assumption in case.assumptions.values():
        if assumption.grade == "published":
            assert not assumption.sample, assumption.name
            assert re.search(r"https?://|doi:10\.", assumption.source), assumption.name
            assert assumption.note, assumption.name


def test_an_invented_figure_says_so(case: Case) -> None:
    for assumption in case.assumptions.values():
        if assumption.sample:
            invented = r"sample data|Beispieldaten|exercise|No figure needed"
            assert re.search(invented, assumption.source), assumption.name
        if re.search("sample data|Beispieldaten", assumption.source):
            assert assumption.sample, assumption.name


def test_the_pitch_is_complete(case: Case) -> None:
    document = case.document
    priority, pilot, ask = document.opportunity.priority, document.idea.pilot, document.ask
    assert priority is not None
    assert pilot is not None
    for part in (priority, pilot, *document.idea.behaviours, *document.idea.options, *ask.gates, *ask.next):
        said = part.model_dump(exclude={"cost", "trend", "gates", "results"})
        empty = [key for key, value in said.items() if value in (None, "")]
        assert empty == [], part
    assert 2 <= len(document.idea.behaviours) <= 3
    assert {behaviour.moves for behaviour in document.idea.behaviours} <= {metric.key for metric in case.metrics}
    with speaking(document.language or "en"):
        assert document.idea.options[0].name == worded("Do nothing")
    assert document.evidence.exemplars
    assert document.evidence.findings
    assert ask.sponsor
    assert ask.decide_by is not None
    assert ask.decide_by < case.start
    stories = document.evidence.stories
    assert {"best", "worst"} <= {story.kind for story in stories}
    assert sum(story.on_page for story in stories) <= 1
    for story in stories:
        assert (story.text or "").startswith(("Sample story.", "Beispielgeschichte."))
        assert story.figure in {*case.assumptions, *case.graph.order}


def test_every_main_metric_has_two_ways_or_more_to_its_effect(case: Case) -> None:
    ways = case.document.evidence.ways[case.metrics[0].key]
    stated = [ways.published is not None, bool(ways.estimates), ways.uses == "exemplar" or ways.kept is not None]
    assert sum(stated) >= 2
    for estimate in ways.estimates:
        assert estimate.because.startswith(("Sample data.", "Beispieldaten."))


def test_causes_that_are_not_skill_have_an_action_with_an_owner(case: Case) -> None:
    diagnosis = case.document.opportunity.diagnosis
    assert diagnosis is not None
    causes = [diagnosis.willing, diagnosis.allowed, diagnosis.empowered]
    for cause in causes:
        assert cause is not None
        assert cause.because
        assert cause.action is not None
        assert cause.action.what
        assert cause.action.owner
    total = case.assumptions["able_share"].likely + sum(cause.likely or 0 for cause in causes if cause)
    assert total == pytest.approx(1)


def test_a_case_says_how_its_own_part_is_told_apart(case: Case) -> None:
    isolation, share = case.document.evidence.isolation, case.assumptions["isolation_share"]
    assert isolation.because
    measured = isolation.method in ("comparison group", "trend")
    assert measured == (share.grade != "opinion")
    assert isolation.method is not None or "Finance will not" in share.note


def test_the_questions_are_answered_and_agree_with_the_shares(case: Case) -> None:
    diagnosis = case.document.opportunity.diagnosis
    assert diagnosis is not None
    for name, entry in diagnosis.answers.items():
        assert name in case.catalogue.questions
        assert entry.answer == "not known" or (entry.evidence and entry.who and entry.sample), name
    if case.id == "it-turnover":
        assert all(name == "worth_solving" or entry.answer == "not known" for name, entry in diagnosis.answers.items())
        return
    suggestion = suggested(case.catalogue.questions, diagnosis.answers)
    assert suggestion.answered >= 14
    for cause, (low, likely, high) in suggestion.shares.items():
        stated = case.assumptions["able_share"] if cause == "able" else getattr(diagnosis, cause)
        assert stated.low < stated.likely < stated.high
        assert low < stated.high, f"{cause}: the answers say {low} to {high}"
        assert stated.low < high, f"{cause}: the answers say {low} to {high}"
        assert abs(stated.likely - likely) < 0.15, cause


def test_every_finding_a_case_cites_is_in_the_library(case: Case) -> None:
    known = {row["id"] for row in effects()}
    cited = [finding.id for finding in case.document.evidence.findings]
    assert set(cited) <= known
    assert len(cited) == len(set(cited))


def test_every_published_effect_has_source_grade_and_caution() -> None:
    rows = effects()
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    for row in rows:
        assert None not in row, row["id"]
        assert all(value.strip() for name, value in row.items() if name not in UNSTATED), row["id"]
        assert re.fullmatch(r"[ABCD][+-]?", row["quality_grade"]), row["id"]
        assert "UNVERIFIED" not in " ".join(row.values()).upper(), row["id"]
        assert re.fullmatch(r"(19|20)\d\d", row["year"]), row["id"]


@pytest.mark.parametrize(
    ("name", "metric", "file", "last"),
    [
        ("closing-the-sale", "win_rate", "win-rate.csv", 12),
        ("service-desk-course", "handling_time", "handling-time.csv", 12),
        ("it-turnover", "leavers", "leavers.csv", 1),
        ("line-supervisors", "lines", "output.csv", 12),
        ("line-supervisors", "quits", "quits.csv", 1),
        ("not-a-training-problem", "wrong_orders", "errors.csv", 12),
        ("ramp-up", "ramp", "months-to-full.csv", 12),
        ("ramp-up", "second_visits", "second-visits.csv", 12),
        ("schweissnaehte", "naehte", "nacharbeit.csv", 12),
    ],
)
def test_the_history_ends_at_the_likely_values(name: str, metric: str, file: str, last: int) -> None:
    case = bundled(name)
    (use,) = (use for use in case.metrics if use.key == metric)
    with (DATA / "cases" / name / file).open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for group, quantity in (("team", use.baseline), ("best", use.exemplar)):
        values = [float(row["value"]) for row in rows if row["group"] == group]
        dates = [row["date"] for row in rows if row["group"] == group]
        likely = case.assumptions[quantity].likely
        assert len(values) == 24
        assert dates == sorted(set(dates))
        assert all(date < case.start.isoformat() for date in dates)
        assert fmean(values[-last:]) == pytest.approx(likely, rel=0.005)
        # Sample data has noise like any other, and no outlier that would need a story.
        assert 0.01 * likely < max(values) - min(values) < 0.8 * likely


def test_the_answers_to_closing_the_sale_value_a_deal_as_the_case_does() -> None:
    case = bundled("closing-the-sale")
    answers = read_answers((case.path.parent / "answers.csv").read_text(encoding="utf-8"))
    deal = case.assumptions["win_rate.deal_size"].likely * case.assumptions["win_rate.margin"].likely
    assert {answer.unit_value for answer in answers} == {deal}
    view = practitioner_view(answers, 34)
    assert {each.dropped for each in view.answers} == {"", "no improvement", "unsupported", "extreme"}
    assert view.silent == 16
    assert view.benefit < forecast(case)["benefit"].likely


def of(name: str) -> Forecast:
    return forecast(bundled(name))


def test_closing_the_sale_pays_clearly_and_not_absurdly() -> None:
    figures = of("closing-the-sale")
    net = figures["net_benefit"]
    assert 0 < net.p10 < 200_000
    assert 500_000 < net.p90 < 900_000
    assert 0.90 < net.chance() < 0.98
    assert 8 <= figures["payback_month"].likely <= 12
    assert 1.0 < figures["roi"].likely < 2.5
    assert 0.33 < 1 / figures["bcr"].likely < 0.45
    assert 100_000 < figures["gap_cost"].likely < 200_000


def test_the_service_desk_course_does_not_pay() -> None:
    figures = of("service-desk-course")
    assert figures["net_benefit"].p90 < 0
    assert figures["benefit"].p10 > 0
    assert figures["payback_month"].likely == figures.case.horizon + 1
    (effect,) = figures.break_even("effect_achieved")
    assert effect.value is None
    assert not effect.pays_anyway


def test_it_turnover_is_a_coin_toss() -> None:
    figures = of("it-turnover")
    net = figures["net_benefit"]
    assert net.p10 < 0 < net.p90
    assert 0.45 < net.chance() < 0.55


def test_line_supervisors_states_the_published_effects_and_lets_them_fade() -> None:
    figures = of("line-supervisors")
    inputs = {name: figures[name].likely for name in ("lines.output", "quits.leaver_rate")}
    assert figures["lines.effect"].likely / inputs["lines.output"] == pytest.approx(0.073, abs=0.0005)
    assert figures["quits.effect"].likely / inputs["quits.leaver_rate"] == pytest.approx(0.15, abs=0.001)
    # Five months of sessions, then six months: what is left against the mean during the sessions, leavers aside.
    by_age = figures["effect_by_age"].median_case[0] * np.exp(
        figures["learner_leaver_rate"].likely * np.arange(figures.case.horizon) / 12
    )
    assert by_age[11] / by_age[1:5].mean() == pytest.approx(5.8 / 7.3, abs=0.02)
    assert figures["net_benefit"].p10 < 0 < figures["net_benefit"].p50
    assert 0.72 < figures["net_benefit"].chance() < 0.88
    pilot = figures.case.document.idea.pilot
    assert pilot is not None
    assert "drawn by lot" in pilot.who
    assert not any("nominat" in str(finding) for finding in figures.case.findings)


def test_ramp_up_probably_pays_and_is_not_safe() -> None:
    figures = of("ramp-up")
    assert verdict(figures) == "likely"
    assert figures["net_benefit"].p10 < 0 < figures["net_benefit"].p50
    assert figures["ramp.effect"].likely == pytest.approx(0.42)
    months = figures.median_case
    assert 0.1 < months["second_visits.benefit"].sum() / months["ramp.benefit"].sum() < 0.4


def test_where_training_is_not_the_answer_the_case_says_so() -> None:
    figures = of("not-a-training-problem")
    assert verdict(figures) == "not training"
    assert figures["net_benefit"].chance() < 0.05
    assert figures["benefit"].p10 == 0 < figures["benefit"].p90, "while the bonus stands, nothing comes of the course"
    diagnosis = figures.case.document.opportunity.diagnosis
    assert diagnosis is not None
    assert diagnosis.willing is not None
    assert diagnosis.willing.binding
    others = {"allowed": diagnosis.allowed, "willing": diagnosis.willing}
    assert sum(cause.likely or 0 for cause in others.values() if cause) > 0.7
    by_kind = {option.kind: option for option in options(figures).options}
    assert by_kind["non-training"].chance > 0.75
    assert by_kind["non-training"].best > 0.75
    assert by_kind["initiative"].best < 0.02


def test_a_case_in_german_says_so_and_is_honest_about_a_cheaper_way() -> None:
    figures = of("schweissnaehte")
    assert figures.case.document.language == "de"
    assert verdict(figures) == "coin toss"
    assert figures["net_benefit"].p10 < 0 < figures["net_benefit"].p50
    by_kind = {option.kind: option for option in options(figures).options}
    assert by_kind["cheaper"].chance > by_kind["initiative"].chance
    assert by_kind["cheaper"].best > by_kind["initiative"].best


def document_keys(model: type[BaseModel]) -> Iterator[str]:
    """Every key of the case file, from the models it is read with."""
    for name, field in model.model_fields.items():
        yield name
        for nested in models_in(field.annotation):
            yield from document_keys(nested)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from models_in(argument)


def test_the_dictionary_names_every_key_need_column_and_file() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([^`\n]+)`", text))
    needs = {need for module in CATALOGUE.modules for need in module.needs}
    assert needs - named == set()
    assert set(document_keys(Document)) - named == set()
    assert set(effects()[0]) - named == set()
    assert set(COLUMNS) - named == set()
    files = {
        path.relative_to(DATA).as_posix()
        for path in DATA.rglob("*")
        if path.is_file() and path.name != "README.md" and path.relative_to(DATA).parts[0] != "local"
    }
    assert files - named == set()
    listed = {name for name in named if re.fullmatch(r"(cases|metrics|costs|model|evidence)/[\w./-]+\.\w+", name)}
    assert listed - files == set()


def test_the_dictionary_states_the_unit_of_every_need() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for module in CATALOGUE.modules:
        for need in module.needs.values():
            assert f"| `{need.name}` | {need.unit} |" in text, f"{module.id}.{need.name}"
