"""What must be true, what matters most, who says so, why training, what happened elsewhere, what was left out."""

from __future__ import annotations

from ldcase.case import Assumption
from ldcase.case.document_diagnosis import CAUSES
from ldcase.forecast import Forecast
from ldcase.forecast.finance import conventions
from ldcase.forecast.options import options
from ldcase.forecast.summary import EFFECT
from ldcase.language import worded, worded_many
from ldcase.words import numbers
from ldcase.words.answer import source, written
from ldcase.words.choice import choice
from ldcase.words.question import Asked, Cell, Listed, Reply, Wanted, money, share_of_effect
from ldcase.words.sentence import Number, Sentence, say, worded_sentence, worded_sentence_many
from ldcase.words.turned import is_turned, remedy
from ldcase.words.verdict import needs

MOST = 6
"""So many figures are listed where somebody asks who says so."""


def must_be_true(asked: Asked) -> Reply:
    """The part of the effect at which it breaks even, and how likely the main figures are to be good enough."""
    now = asked.now
    even = now.summary.break_even_effect
    told = [needs(now)]
    solved = [each for each in now.break_even(*_names(now)[:3]) if each.value is not None] if _names(now) else []
    for each in solved[:2]:
        assert each.value is not None
        values: dict[str, Cell] = {
            "figure": Number(each.name, worded(each.title)),
            "odds": numbers.odds(each.chance),
            "value": numbers.write(each.value, now[each.name].format or "number"),
            "likely": written(now[each.name]),
        }
        if each.more_is_better:
            told.append(
                worded_sentence("{figure}: at least {value} (likely {likely}), which holds in {odds} cases.", **values)
            )
        else:
            told.append(
                worded_sentence("{figure}: at most {value} (likely {likely}), which holds in {odds} cases.", **values)
            )
    weak = worded("As it stands it takes more than is assumed.") if even is None or even > 1 else ""
    return Reply(
        Number(EFFECT, share_of_effect(now)),
        tuple(told),
        "" if even is None else worded("of the assumed effect is enough to break even"),
        weak,
        chart="must_be_true",
        opens=(("finance", worded("what if, for any two figures")),),
        lever=EFFECT,
    )


def matters(asked: Asked) -> Reply:
    """The widest bar of the tornado, and the next two."""
    now = asked.now
    drivers = [driver for driver in now.tornado() if driver.swing > 0]
    if not drivers:
        told = worded_sentence("Every figure is fixed at one value, so none matters more than another.")
        return Reply(money(now, "net_benefit"), (told,), opens=(("assumptions", worded("every assumption")),))
    top, *others = drivers
    low, high = sorted((top.at_low, top.at_high))
    title = Number(top.name, worded(top.title))
    sentences = [
        worded_sentence(
            "{figure} matters most: over its range the net benefit goes from {low} to {high} {currency}.",
            figure=title,
            low=numbers.money(low),
            high=numbers.money(high),
            currency=now.case.currency,
        )
    ]
    if len(others) >= 2:
        one, other = (Number(each.name, worded(each.title)) for each in others[:2])
        sentences.append(worded_sentence("Next come {one} and {other}.", one=one, other=other))
    opinion = now.case.assumptions[top.name].grade == "opinion"
    return Reply(
        Number(top.name, numbers.money(top.swing)),
        tuple(sentences),
        worded("between its low and its high end"),
        worded("It is only an opinion so far; that is where a pilot helps.") if opinion else "",
        chart="tornado",
        opens=(("pilot", worded("the pilot that would tell")),),
        lever=top.name,
    )


def who_says(asked: Asked) -> Reply:
    """The figures that matter most, with grade, source and owner."""
    now = asked.now
    listed = [now.case.assumptions[name] for name in _names(now)[:MOST]] or list(now.case.assumptions.values())[:MOST]
    measured = sum(each.grade in ("measured here", "piloted") for each in listed)
    opinion = sum(each.grade == "opinion" for each in listed)
    values: dict[str, Cell] = {"all": str(len(listed)), "opinion": numbers.spelled(str(opinion))}
    if measured:
        told = worded_sentence_many(
            "Of the {all} figures that matter most, {measured} is measured here and {opinion} are opinion.",
            "Of the {all} figures that matter most, {measured} are measured here and {opinion} are opinion.",
            measured,
            measured=numbers.spelled(str(measured)),
            **values,
        )
    else:
        told = worded_sentence(
            "Of the {all} figures that matter most, none is measured here and {opinion} are opinion.", **values
        )
    rows = tuple(_said_by(each) for each in listed)
    silent = [each for each in listed if not each.source]
    weak = ""
    if silent:
        weak = worded("No source is named for “{title}”.", title=worded(silent[0].title))
    elif any(each.sample for each in listed):
        weak = worded("Some of these are sample data: replace them by your own before you decide.")
    heads = (worded("what matters most"), worded("likely"), worded("grade"), worded("who says so"))
    return Reply(
        Number(listed[0].name, worded("{count} of {all}", count=str(measured), all=str(len(listed)))),
        (told,),
        worded("of what matters most is measured here"),
        weak,
        Listed(heads, rows, (1,)),
        opens=(("grades", worded("what the headline rests on")), ("assumptions", worded("all figures"))),
    )


def why_training(asked: Asked) -> Reply:
    """How much of the gap is a matter of skill, what else stands in the way, and how the other options compare."""
    now = asked.now
    able = Number("able_share", numbers.percent(now.case.assumptions["able_share"].likely, 2), "benefit")
    diagnosis = now.case.document.opportunity.diagnosis
    seen = [name for name in CAUSES if getattr(diagnosis, name, None) is not None]
    told: list[Sentence] = [remedy(now)]
    found = options(now)
    if any(each.kind == "non-training" for each in found.options):
        told.append(choice(found, now.case.currency))
    weak = ""
    if is_turned(now):
        weak = worded("On this diagnosis training is not the main answer.")
    elif len(seen) < 2:
        weak = worded("Nobody has written down yet what else stands in the way.")
    elif not any(each.kind == "non-training" for each in found.options):
        weak = worded("The case compares with no option that is not training.")
    return Reply(
        able,
        tuple(told),
        worded("of the gap is a matter of skill"),
        weak,
        chart="causes",
        opens=(("diagnosis", worded("find the cause")), ("options", worded("the options side by side"))),
    )


def elsewhere(asked: Asked) -> Reply:
    """What was published, beside what this case assumes."""
    now = asked.now
    given = now.case.document.evidence.findings
    use = now.case.metrics[0]
    figure = Number(use.effect, written(now[use.effect]), "benefit")
    beside = worded("assumed here: {title}", title=worded(now[use.effect].title))
    more = (("library", worded("what others found")), ("ways", worded("three ways to the effect")))
    if not given:
        told = worded_sentence("The case names no published finding yet.")
        weak = worded("Look for one in the library and put it beside the case; it takes one click there.")
        return Reply(figure, (told,), beside, weak, opens=more)
    told = worded_sentence_many(
        "{count} published finding stands beside this case.",
        "{count} published findings stand beside this case.",
        len(given),
        count=numbers.spelled(str(len(given))).capitalize(),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in given:
        effect = asked.effects.get(each.id)
        cited = f"{effect.study} · {effect.quality_grade}" if effect is not None else each.id
        rows.append((each.says, cited))
    warned = sum(1 for each in given if (e := asked.effects.get(each.id)) is not None and e.caution)
    weak = (
        worded_many("{count} of them carries a caution.", "{count} of them carry a caution.", warned, count=warned)
        if warned
        else ""
    )
    heads = (worded("what it says"), worded("study, grade"))
    return Reply(figure, (told,), beside, weak, Listed(heads, tuple(rows)), opens=more)


def left_out(asked: Asked) -> Reply:
    """What is not counted: what is no matter of skill, what has no price, freed time nobody owns, later months, tax."""
    now = asked.now
    case = now.case
    document = case.document
    freed = worded("nobody has said yet what the freed time becomes")
    rows: list[tuple[Cell, ...]] = [(use.title, freed) for use in case.metrics if not use.counts]
    rows += [
        (each.what, each.because or worded("on purpose without a price")) for each in document.opportunity.intangibles
    ]
    found = options(now)
    rows += [(name, worded("an option that is only described, not computed")) for name in found.described]
    told_by = conventions(case)
    rows.append(
        (
            worded("Everything after {months}", months=numbers.months(case.horizon)),
            worded("neither benefit nor cost is counted there"),
        )
    )
    if not told_by.tax_rate:
        rows.append((worded("Tax"), worded("all figures are before tax")))
    warnings = sum(each.severity == "warning" for each in case.findings)
    weak = (
        worded_many(
            "The checks of the case have {count} open warning.",
            "The checks of the case have {count} open warnings.",
            warnings,
            count=warnings,
        )
        if warnings
        else ""
    )
    gap = now["gap_cost"].likely
    told = (
        worded_sentence(
            "Of the gap, {gap} a month, only the part that is skill is claimed: {able}.",
            gap=money_now(now, "gap_cost"),
            able=money_now(now, "gap_cost_able"),
        )
        if gap > 0
        else worded_sentence("There is no gap, so nothing of it is claimed or left out.")
    )
    wanted: tuple[Wanted, ...] = ()
    if not document.opportunity.intangibles:
        label = worded("Something worth having without a price")
        wanted = (Wanted("opportunity.intangibles", label),)
    return Reply(
        money_now(now, "gap_cost_able"),
        (told, say(worded("Also left out, on purpose:"))),
        worded("a month of the gap is claimed at most"),
        weak,
        Listed((worded("left out"), worded("because")), tuple(rows)),
        opens=(("finance", worded("what the checks found")),),
        wanted=wanted,
    )


def money_now(now: Forecast, name: str) -> Number:
    """A constant amount as it is; nothing is summed up."""
    return Number(name, numbers.money(now[name].likely))


def _names(now: Forecast) -> list[str]:
    return [driver.name for driver in now.tornado() if driver.swing > 0]


def _said_by(assumption: Assumption) -> tuple[Cell, ...]:
    each = source(assumption)
    says = " · ".join(part for part in (each.source, each.owner) if part) or worded("no source named")
    return Number(each.name, worded(each.title)), each.value, worded(each.grade), says
