"""From what studies found to what one programme here may do: the beginning, each step, the range."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from ldcase.case import Case
from ldcase.case.metric_use import MetricUse
from ldcase.case.places import Plain
from ldcase.charts.drawings.forest import written
from ldcase.evidence.conversions import better_than_average, in_people, share_of_output
from ldcase.evidence.effect import LEVELS, Effect
from ldcase.evidence.matching import Match
from ldcase.evidence.prior import NO_EFFECT_SHARE, Prior, Unit, prior_for
from ldcase.evidence.topics import about
from ldcase.language import worded
from ldcase.pages.markup import NOTHING, action, choice, element, field, joined, table
from ldcase.pages.panel import WHO, Standing
from ldcase.words import numbers
from ldcase.words.answer import lowered

LANDS = "lands"
"""The assumption that holds the chance of no effect, where a case states it."""
_TAKES = {"standardised_performance": "effect_size"}
"""Assumptions counted in the unit of the studies, by the metric's file."""


def expected(
    case: Case, effects: Mapping[str, Effect], start: Effect, factors: Mapping[str, float], no_effect: float | None
) -> Prior:
    """What one programme of this case may do, beginning with a finding; ``no_effect`` None is the proposed chance."""
    topics = about(case).topics
    domain = start.domain if start.domain in topics else (topics or ("",))[0]
    unit: Unit = "percent" if start.scale == "percent" else "d"
    share = proposed_chance(case) if no_effect is None else no_effect
    return prior_for(effects, start.level, domain, unit=unit, start=start.id, factors=factors, no_effect_share=share)


def proposed_chance(case: Case) -> float:
    """The chance of no effect that is proposed: none where the case itself says how likely it is to land."""
    lands = case.assumptions.get(LANDS)
    return 0.0 if lands is not None and lands.likely < 1 else NO_EFFECT_SHARE


def section(case: Case, prior: Prior, begin: Sequence[Match], changed: bool) -> Markup:
    """The beginning, the steps with boxes to change them, and what is left."""
    options = [(match.effect.id, _option(match.effect)) for match in begin]
    rows = [_first(prior), *(_step(prior, k) for k in range(len(prior.steps))), _none(prior), _last(prior)]
    return joined(
        (
            element("h3", worded("What that lets one expect here")),
            element(
                "p",
                worded(
                    "A published effect is a best case until something is taken off it. Every step can be changed; "
                    "what is left is a range for one programme, not for the mean of all."
                ),
                class_="help",
            ),
            choice(worded("Begin with"), "library.start", "start", options, prior.start.id),
            table((worded("Step"), worded("keeps"), worded("leaves"), worded("Why")), rows, numeric=(1, 2)),
            element("p", action(worded("back to what is proposed"), "library.reset", class_="button"), class_="row")
            if changed
            else NOTHING,
            element("p", _result(prior), class_="help"),
            element("p", _mean(prior), class_="soft"),
            element("p", _transfer(case, prior)),
            *_uses(case, prior),
        )
    )


def in_short(prior: Prior) -> str:
    """What studies let one expect here, in one sentence."""
    begins = {"study": prior.start.short_name, "value": written(prior.start_value, prior.unit, 3)}

    if prior.unit == "percent":
        low, likely, high = (written(value, prior.unit) for value in (prior.low, prior.likely, prior.high))
        return worded(
            "Beginning with {study} ({value}), expect {likely} of one programme here, in 8 of 10 between {low} and "
            "{high}.",
            **begins,
            likely=likely,
            low=low,
            high=high,
        )
    less, people, more = (round(100 * better_than_average(value)) for value in (prior.low, prior.likely, prior.high))
    return worded(
        "Beginning with {study} ({value}), expect {people} of 100 trained people above the untrained average, where 50 "
        "is no effect; in 8 of 10 such programmes {less} to {more}.",
        **begins,
        people=people,
        less=less,
        more=more,
    )


def _option(effect: Effect) -> str:
    shown = written(effect.value or 0.0, effect.axis, 3)
    grade = effect.quality_grade.replace("-", numbers.MINUS)
    return f"{effect.short_name}: {effect.outcome}, {shown} ({grade})"


def _first(prior: Prior) -> tuple[str | Markup, ...]:
    start = prior.start
    said = {"level": worded(LEVELS[start.level]), "study": start.short_name}
    why = worded("{level}, in {study}: the published figure.", **said)
    if start.axis == "r":
        why = worded(
            "{level}, in {study}: the published figure, converted from a correlation of {r}.", **said, r=start.effect
        )
    return worded("Published"), "", written(prior.start_value, prior.unit, 3), why


def _step(prior: Prior, position: int) -> tuple[str | Markup, ...]:
    step = prior.steps[position]
    box = _share(worded(step.shrink.title), "library.factor", step.shrink.name, step.factor)
    why = joined((worded(step.shrink.because), " ", element("small", worded(step.shrink.source), class_="soft")))
    return worded(step.shrink.title), box, written(step.centre, prior.unit), why


def _none(prior: Prior) -> tuple[str | Markup, ...]:
    title = worded("Chance that it does not land")
    why = joined(
        (
            worded("Some programmes change nothing at all."),
            " ",
            element("small", worded("Our judgement; 0 where the case states that chance itself."), class_="soft"),
        )
    )
    return title, _share(title, "library.none", "none", prior.no_effect_share), written(prior.likely, prior.unit), why


def _last(prior: Prior) -> tuple[str | Markup, ...]:
    low, high = (written(end, prior.unit) for end in (prior.low, prior.high))
    why = worded("How far programmes differ: {source}.", source=worded(prior.spread_from))
    return (
        element("b", worded("One programme here")),
        "",
        element("b", worded("{low} to {high}", low=low, high=high)),
        why,
    )


def _share(title: str, act: str, name: str, value: float) -> Markup:
    return field(worded("{title}, per cent", title=title), act, name, numbers.plain(100 * value), kind="number")


def _result(prior: Prior) -> str:
    low, likely, high = (written(value, prior.unit) for value in (prior.low, prior.likely, prior.high))
    said = worded(
        "Most likely {likely}; in 8 of 10 such programmes between {low} and {high}.", likely=likely, low=low, high=high
    )
    nothing = worded("In {odds} it does nothing or worse.", odds=numbers.odds(prior.nothing_share))

    if prior.unit == "percent":
        return f"{said} {nothing}"
    output = numbers.percent(share_of_output(prior.likely), 2)
    people = worded("In people: {people}; without it, 50 would.", people=worded(in_people(prior.likely)))
    work = worded("Where people in a job differ as they usually do, that is about {output} more output.", output=output)
    return " ".join((said, nothing, people, *((work,) if prior.includes_transfer else ())))


def _mean(prior: Prior) -> str:
    low, high = (written(end, prior.unit) for end in (prior.mean_low, prior.mean_high))
    return worded(
        "The mean over all such programmes is known better ({low} to {high}), but one programme is not their mean.",
        low=low,
        high=high,
    )


def _transfer(case: Case, prior: Prior) -> str:
    if not prior.includes_transfer:
        return worded("Measured when it was learned: use at work still has to be taken off.")
    transfer = case.assumptions.get("transfer_share")
    said = worded("Measured at work, so use at work is in it already: never take it off again.")
    if transfer is not None and transfer.likely < 1:
        share = numbers.percent(transfer.likely, 2)
        title = worded(transfer.title)
        more = worded(
            "This case takes it off ({title}: {share}); with this effect it would be 100\u00a0%.",
            title=title,
            share=share,
        )
        said = f"{said} {more}"

    return said


def _uses(case: Case, prior: Prior) -> Iterator[Markup]:
    """Where the range can go: into an assumption counted in its unit, or beside the other ways to a metric's effect."""
    for name in fitting(case, prior):
        words = worded("use as the range of “{title}”", title=worded(case.assumptions[name].title))
        yield element("p", action(words, "library.take", name, class_="button"), class_="row")
    for use in metrics_fitting(case, prior):
        stated = case.document.evidence.ways.get(use.key)
        beside = stated is not None and stated.published is not None and stated.published.finding == prior.start.id
        title = worded(use.title)
        again = worded("set again as the published way to “{metric}”", metric=title)
        words = again if beside else worded("set as the published way to “{metric}”", metric=title)
        button = action(words, "library.beside", use.key, class_="button")
        see = action(worded("three ways to the effect"), "ways", class_="n", opens=True)
        yield element("p", button, see if beside else NOTHING, class_="row")


def metrics_fitting(case: Case, prior: Prior) -> tuple[MetricUse, ...]:
    """The metrics whose effect the range may be set beside: fewer leavers only where people leaving is measured."""
    if prior.axis == "d":
        return case.metrics
    leaving = prior.axis == "leavers"
    return tuple(use for use in case.metrics if ("people who stay" in use.module.claims) == leaving)


def fitting(case: Case, prior: Prior) -> tuple[str, ...]:
    """The assumptions of a case that are counted in the unit of the range."""
    if prior.unit != "d" or prior.likely <= 0:
        return ()
    names = (f"{use.key}.{_TAKES[use.module.id]}" for use in case.metrics if use.module.id in _TAKES)
    return tuple(name for name in names if name in case.assumptions)


def take(at: Standing, name: str, prior: Prior) -> None:
    """Make the range that of an assumption, with its source and its grade; undo takes it back.

    The model has no place for harm: a low end at or below the assumption's least value is put just above it.
    """
    assumption = at.case.case.assumptions[name]
    least = (assumption.bounds[0] or 0.0) + 0.1 * prior.likely
    low = max(prior.low, least)
    note = worded(
        "Published {value}, taken down by {factors}.",
        value=written(prior.start_value, prior.unit, 3),
        factors=_factors(prior),
    )
    if low > prior.low:
        cut = worded("Its low end would be below nothing; the chance of that belongs into “lands”.")
        note = f"{note} {cut}"

    entry: dict[str, Plain] = {
        **({"owner": assumption.owner} if assumption.owner else {}),
        "low": round(low, 3),
        "likely": round(prior.likely, 3),
        "high": round(prior.high, 3),
        "unit": assumption.unit,
        "source": f"{prior.start.study}, {prior.start.reference}",
        "grade": "published",
        "note": note,
    }
    at.case.edit(assumption.path, entry, who=WHO, why="the range from published studies")


def _factors(prior: Prior) -> str:
    kept = [
        f"{lowered(worded(step.shrink.title))} {numbers.percent(step.factor, 2)}"
        for step in prior.steps
        if step.factor < 1
    ]
    return ", ".join(kept) or worded("nothing")
