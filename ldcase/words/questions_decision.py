"""How we know that it worked, what would stop it, who owns the benefit, and what is needed today."""

from __future__ import annotations

from ldcase.case.bottleneck import REMOVALS
from ldcase.forecast.summary import EFFECT
from ldcase.language import worded
from ldcase.words import dates, numbers
from ldcase.words.pitch import local
from ldcase.words.promise import promises
from ldcase.words.question import Asked, Cell, Listed, Reply, Wanted, money, share_of_effect
from ldcase.words.sentence import Number, Sentence, ended, say, worded_sentence
from ldcase.words.verdict import verdict

GATES = "ask.gates"


def worked(asked: Asked) -> Reply:
    """From what to what each metric goes, from when on, and when it is looked at."""
    now = asked.now
    case = now.case
    first = promises(now)[0]
    told: list[Sentence] = []
    for each in promises(now)[:2]:
        values: dict[str, Cell] = {
            "metric": each.metric.title,
            "today": Number(each.metric.baseline, each.today, "gap"),
            "target": Number(each.metric.effect, each.target, "benefit"),
            "month": dates.month(each.start),
        }
        if not each.target:
            told.append(worded_sentence("{metric} is at {today} today; the full effect is due in {month}.", **values))
        elif each.in_time:
            told.append(
                worded_sentence(
                    "{metric}: those who apply it go from {today} to {target}, in full from {month} on.", **values
                )
            )
        else:
            told.append(
                worded_sentence(
                    "{metric}: those who apply it go from {today} to {target}, but in full only in {month}, after the "
                    "end of what this case looks at.",
                    **values,
                )
            )
    pilot = case.document.idea.pilot
    if pilot is not None and pilot.measures:
        told.append(worded_sentence("The pilot measures: {what}", what=ended(pilot.measures)))
    gates = case.document.ask.gates
    heads = (worded("when"), worded("what is measured"), worded("go"))
    rows = tuple((each.when, each.measure, each.go) for each in gates)
    weak = "" if gates else worded("No result is agreed yet by which it is judged.")
    change = first.change or first.today
    return Reply(
        Number(first.metric.effect, change, "benefit"),
        tuple(told),
        worded("in “{title}”, for those who apply it", title=first.metric.title) if first.change else "",
        weak,
        Listed(heads, rows) if rows else None,
        opens=(("pilot", worded("the pilot")), ("results", worded("its results"))),
        wanted=() if gates else (Wanted(GATES, worded("A result that would stop it")),),
    )


def stop(asked: Asked) -> Reply:
    """The break-even of the effect, the results agreed beforehand, and those of the pilot."""
    now = asked.now
    even = now.summary.break_even_effect
    document = now.case.document
    told: list[Sentence] = []
    if even is not None and even > 0:
        told.append(
            worded_sentence(
                "Below {share} of the assumed effect it loses money: a measurement that says so is the reason to stop.",
                share=Number(EFFECT, share_of_effect(now)),
            )
        )
    elif even is None:
        told.append(worded_sentence("On these figures no effect would earn back what it costs: do not start."))
    else:
        told.append(worded_sentence("It pays even without an effect, so the money alone gives no reason to stop."))
    pilot = document.idea.pilot
    if pilot is not None and pilot.decides:
        told.append(worded_sentence("The pilot decides: {what}", what=ended(pilot.decides)))
    rows = tuple((each.when, each.measure, each.stop) for each in document.ask.gates)
    heads = (worded("when"), worded("what is measured"), worded("stop"))
    weak = "" if rows else worded("No result is agreed yet that would stop it. Write one down before it starts.")
    return Reply(
        Number(EFFECT, share_of_effect(now)),
        tuple(told),
        "" if even is None else worded("of the assumed effect: below that it does not pay"),
        weak,
        Listed(heads, rows) if rows else None,
        opens=(("pilot", worded("which result means stop")),),
        wanted=() if rows else (Wanted(GATES, worded("A result that would stop it")),),
    )


def owner(asked: Asked) -> Reply:
    """Who answers for each metric, and for what freed time becomes."""
    now = asked.now
    case = now.case
    rows: list[tuple[Cell, ...]] = []
    wanted: list[Wanted] = []
    named: list[str] = []
    for use in case.metrics:
        who = use.owner
        if use.kind == "capacity" and use.becomes is not None and use.becomes.owner:
            who = use.becomes.owner
        counted = money(now, use.benefit, "benefit") if use.counts else Number(use.benefit, worded("not counted"))
        rows.append((use.title, counted, who or worded("nobody yet")))
        if who:
            named.append(who)
        else:
            label = worded("Who answers for “{title}”", title=use.title)
            wanted.append(Wanted(f"opportunity.metrics.{use.key}.owner", label))
    told: list[Sentence] = []
    if named and not wanted:
        told.append(
            worded_sentence(
                "Each benefit has an owner who answers for it: {names}.", names=", ".join(dict.fromkeys(named))
            )
        )
    elif named:
        told.append(
            worded_sentence(
                "Not every benefit has an owner yet. Named so far: {names}.", names=", ".join(dict.fromkeys(named))
            )
        )
    else:
        told.append(worded_sentence("Nobody is named yet who answers for the benefit."))
    priority = case.document.opportunity.priority
    if priority is not None and priority.name and priority.owner:
        told.append(
            worded_sentence(
                "The priority behind it, “{priority}”, is owned by {owner}.",
                priority=priority.name,
                owner=priority.owner,
            )
        )
    weak = worded("A benefit without an owner is nobody’s promise.") if wanted else ""
    return Reply(
        money(now, "benefit", "benefit"),
        tuple(told),
        worded("claimed over {months}", months=numbers.months(case.horizon)),
        weak,
        Listed((worded("metric"), worded("claimed"), worded("owner")), tuple(rows), (1,)),
        opens=(("finance", worded("what kind of money it is")),),
        wanted=tuple(wanted),
    )


def today(asked: Asked) -> Reply:
    """The decision, the amount, the people, by when, and the next steps."""
    now = asked.now
    given = now.case.document.ask
    cost = money(now, "cost", "gap")
    told: list[Sentence] = []
    weak = ""
    if verdict(now) == "not training":
        removing = now.case.document.opportunity.diagnosis
        told.append(worded_sentence("No money for a course; a yes to what removes the other causes."))
        actions = [getattr(removing, name.removesuffix("_removed"), None) for name in REMOVALS] if removing else []
        weak = "" if any(actions) else worded("The diagnosis says that training is not the answer.")
    elif given.statement:
        told.append(worded_sentence("A yes to this: {what}", what=local(now, ended(given.statement))))
    if given.sponsor and given.decide_by:
        told.append(
            worded_sentence("{sponsor} decides, by {day}.", sponsor=given.sponsor, day=dates.day(given.decide_by))
        )
    elif given.sponsor:
        told.append(worded_sentence("{sponsor} decides; no day is named yet.", sponsor=given.sponsor))
    elif given.decide_by:
        told.append(worded_sentence("The decision is needed by {day}.", day=dates.day(given.decide_by)))
    if given.people:
        told.append(worded_sentence("Time is needed from: {people}", people=ended(given.people)))
    if not told:
        told.append(say(worded("The case does not say yet what it asks for.")))
    rows = tuple(
        (each.what, each.owner or worded("nobody yet"), dates.short_day(each.by) if each.by else "")
        for each in given.next
    )
    wanted = []
    if not given.sponsor:
        wanted.append(Wanted("ask.sponsor", worded("Who decides and stands behind it")))
    if not given.decide_by:
        wanted.append(Wanted("ask.decide_by", worded("The decision is needed by"), "date"))
    missing = [each.label for each in wanted]
    if missing and not weak:
        weak = worded("The case does not say: {missing}.", missing=", ".join(missing))
    return Reply(
        cost,
        tuple(told),
        worded("all in, over {months}", months=numbers.months(now.case.horizon)),
        weak,
        Listed((worded("next"), worded("who"), worded("by")), rows) if rows else None,
        opens=(("objections", worded("what will be said against it")), ("finance", worded("for finance"))),
        wanted=tuple(wanted),
    )
