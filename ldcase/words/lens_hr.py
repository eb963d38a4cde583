"""As the head of HR sees it: people, skills, whether they stay, the diagnosis, and the stories."""

from __future__ import annotations

from collections.abc import Sequence

from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.words import lens_parts as parts
from ldcase.words import numbers
from ldcase.words.causes import cause_name, causes
from ldcase.words.pitch import Narrative
from ldcase.words.question import Cell, Listed
from ldcase.words.sentence import Number, Sentence, ended, worded_sentence
from ldcase.words.turned import remedy


def skills(forecast: Forecast) -> Sentence:
    """Who finishes, who uses it, and how long it lasts unused."""
    return worded_sentence(
        "{finish} of those who start finish, {use} of those use it at work; what is not used is half gone after "
        "{fade}.",
        finish=share(forecast, "completion_share"),
        use=share(forecast, "transfer_share"),
        fade=Number("half_life", numbers.months(forecast["half_life"].likely)),
    )


def stay(forecast: Forecast) -> Sentence:
    """How many of the trained leave in a year, and what it does for those who might."""
    keeping = next((use for use in forecast.case.metrics if use.module.id == "turnover"), None)
    rate = share(forecast, "learner_leaver_rate")
    if forecast["learner_leaver_rate"].likely <= 0:
        return worded_sentence("The case assumes that nobody who was trained leaves.")
    if keeping is None:
        return worded_sentence(
            "{rate} of the trained leave in a year and take it along; that is counted. It claims nothing for people "
            "who stay.",
            rate=rate,
        )
    return worded_sentence(
        "It keeps {kept} people over {months}; {rate} of the trained leave in a year all the same.",
        kept=Number(
            f"{keeping.key}.leavers_avoided_total",
            numbers.count(forecast[f"{keeping.key}.leavers_avoided_total"].likely),
            "benefit",
        ),
        months=numbers.months(forecast.case.horizon),
        rate=rate,
    )


def diagnosis(forecast: Forecast) -> Sentence:
    """How much of it is skill, and what the largest other cause needs."""
    if forecast.case.document.opportunity.diagnosis is None:
        return worded_sentence("Nobody has looked yet into why there is a gap.")
    return remedy(forecast)


def story(forecast: Forecast) -> Sentence | None:
    """The story of the page, or the first; told as a story, not as proof."""
    told = forecast.case.document.evidence.stories
    if not told:
        return None
    chosen = next((each for each in told if each.on_page), told[0])
    return worded_sentence("A story, no proof: “{title}”. {text}", title=chosen.title, text=_first(chosen.text))


def exemplar(forecast: Forecast) -> Sentence | None:
    """Who does it well today."""
    shown = forecast.case.document.evidence.exemplars
    if not shown or not shown[0].does:
        return None
    return worded_sentence("Who does it well today: {who} {does}", who=shown[0].who, does=ended(shown[0].does))


def share(forecast: Forecast, name: str) -> Number:
    """A share of the case, in per cent."""
    return Number(name, numbers.percent(forecast[name].likely, 2))


def _first(text: str) -> str:
    """The first three sentences of a text."""
    pieces = text.replace("! ", ". ").split(". ")
    return ended(". ".join(pieces[:3]))


def _opportunity(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (*parts.gap_said(base), diagnosis(forecast), stay(forecast), *parts.told(base, "priority", "meaning"))


def _idea(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (parts.who_starts(forecast), skills(forecast), parts.applying(forecast), parts.all_in(forecast))


def _evidence(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (exemplar(forecast), story(forecast), parts.sure(forecast))


def _ask(forecast: Forecast, base: Narrative) -> Sequence[Sentence | None]:
    return (
        diagnosis(forecast),
        parts.gate(forecast),
        parts.sure(forecast),
        *parts.told(base, "decides"),
    )


TOLD = parts.by_step(_opportunity, _idea, _evidence, _ask)


def overview(forecast: Forecast) -> parts.Overview:
    """People from invited to applying, why there is a gap, who stays."""
    peak = float(forecast["applying"].median_case[0].max())
    figures = (
        (worded("people planned"), Number("people_planned", numbers.count(forecast["people_planned"].likely))),
        (worded("apply it at the best"), Number("applying", numbers.count(peak), "benefit")),
        (worded("of the gap is skill"), share(forecast, "able_share")),
        (
            worded("a learner, all in"),
            Number("cost_per_learner", numbers.money(forecast["cost_per_learner"].likely), "gap"),
        ),
    )
    sections = [
        parts.Section(worded("Is training the remedy?"), (diagnosis(forecast),), _causes(forecast)),
        parts.Section(
            worded("People and skills"), (parts.who_starts(forecast), skills(forecast), parts.applying(forecast))
        ),
        parts.Section(worded("Who stays"), (stay(forecast),)),
        parts.Section(worded("How sure"), (parts.sure(forecast),)),
    ]
    shown = tuple(each for each in (exemplar(forecast), story(forecast)) if each is not None)
    if shown:
        sections.insert(3, parts.Section(worded("What it looks like"), shown))
    return parts.Overview(figures, tuple(sections), "rollout", parts.weak(forecast))


def _causes(forecast: Forecast) -> Listed | None:
    if forecast.case.document.opportunity.diagnosis is None:
        return None
    rows: list[tuple[Cell, ...]] = []
    for each in causes(forecast):
        value = numbers.percent(each.share[1], 2)
        what = worded("this programme") if each.name == "able" else each.what or worded("no action named yet")
        owner = "" if each.name == "able" else each.owner or worded("nobody yet")
        cell: Cell = Number("able_share", value) if each.name == "able" else value
        rows.append((cause_name(each.name), cell, what, owner))
    heads = (worded("people are not …"), worded("share of the gap"), worded("what removes it"), worded("who"))
    return Listed(heads, tuple(rows), (1,))
