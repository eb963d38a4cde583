"""What a case is about, in the words of the library: topics, kinds of work, and figures that studies speak to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ldcase.case import Case
from ldcase.language import said

DOMAINS: Mapping[str, str] = {
    "training-general": said("Training of all kinds"),
    "organisation-level": said("Training and the whole firm"),
    "leadership": said("Leadership and management"),
    "management": said("How firms are managed"),
    "coaching": said("Coaching"),
    "sales": said("Sales"),
    "productivity": said("Output and productivity"),
    "turnover": said("People who leave"),
    "turnover-cost": said("What it costs when people leave"),
    "onboarding": said("New people"),
    "ramp": said("Time until people are productive"),
    "errors": said("Learning from errors"),
    "safety": said("Safety at work"),
    "safety-cost": said("What injuries cost"),
    "teams": said("Teamwork"),
    "customer": said("Customers"),
    "diversity": said("Diversity"),
    "e-learning": said("Learning online"),
    "behaviour-modelling": said("Practice with models"),
    "transfer": said("Use of what was learned"),
    "decay": said("Fading of what was learned"),
    "targeting": said("Who is chosen"),
    "utility": said("Courses inside one firm"),
    "SDy": said("What differences between people are worth"),
    "labour-cost": said("What an hour of work costs"),
    "spend": said("What firms spend on training"),
    "roi-case": said("Returns that were published"),
    "persuasion": said("How leaders are won over"),
    "elicitation": said("How estimates are asked for"),
}
"""The topics in words; a topic of an own library file that is not here is shown as it is written."""

WORK: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b({words})\b", re.I)
    for name, words in {
        "call centre": r"call cent(re|er)s?|call agents?|service desk|help ?desk|telephone|calls",
        "selling": r"sell(s|ing|ers?)?|sales|sold|deals?",
        "shops": r"retail(er)?|stores?|shops?",
        "line supervisors": r"supervisors?|production lines?|garment|sewing|plants?|shop floor",
        "leading people": r"managers?|leaders?|leadership|management|supervisors?",
        "health care": r"hospitals?|nurs(es?|ing)|health ?care|clinics?",
        "new people": r"newcomers?|joiners?|new hires?|onboarding|who join|new technicians?",
        "technical work": r"technicians?|technical|IT|software|technology|engineers?",
    }.items()
}
"""Kinds of work, recognised by words of a case's audience and of a study's population and outcome."""

WORK_IN_WORDS: Mapping[str, str] = {
    "call centre": said("call centre"),
    "selling": said("selling"),
    "shops": said("shops"),
    "line supervisors": said("line supervisors"),
    "leading people": said("leading people"),
    "health care": said("health care"),
    "new people": said("new people"),
    "technical work": said("technical work"),
}
"""What each kind of work is called."""

_BY_CLAIM: Mapping[str, tuple[str, ...]] = {
    "hours of the group": ("productivity",),
    "hours of managers": ("leadership", "management"),
    "output of the group": ("productivity",),
    "errors of the group": ("errors",),
    "wins": ("sales",),
    "people who stay": ("turnover", "turnover-cost"),
    "joiners' ramp": ("ramp", "onboarding"),
    "customers who stay": ("customer",),
    "injuries": ("safety", "safety-cost"),
    "all of the performance": ("productivity", "utility"),
}
_BY_WORK: Mapping[str, tuple[str, ...]] = {
    "selling": ("sales",),
    "leading people": ("leadership",),
    "line supervisors": ("leadership",),
    "new people": ("onboarding", "ramp"),
    "health care": ("teams",),
}
_BY_WORD: Mapping[str, re.Pattern[str]] = {
    "coaching": re.compile(r"\bcoach", re.I),
    "e-learning": re.compile(r"\be-?learning\b|\bonline\b", re.I),
    "diversity": re.compile(r"\bdiversity\b|\binclusion\b", re.I),
    "teams": re.compile(r"\bteamwork\b|\bteam training\b", re.I),
    "safety": re.compile(r"\bsafety\b|\binjur", re.I),
}
_BY_ASSUMPTION: Mapping[str, str] = {
    "half_life": "decay",
    "transfer_share": "transfer",
    "replacement_cost": "turnover-cost",
    "performance_sd": "SDy",
    "learner_rate": "labour-cost",
}
"""Topics that speak to an assumption, by its name without the metric's."""


@dataclass(frozen=True, slots=True)
class About:
    """What a case is about.

    Attributes
    ----------
    topics
        Topics of the library, those of the metrics first.
    measured
        Of each topic that comes from a metric, the metric's title.
    work
        Kinds of work of the audience.
    assumes
        Of each topic that speaks to an assumption, the assumption's title.
    """

    topics: tuple[str, ...]
    measured: Mapping[str, str]
    work: tuple[str, ...]
    assumes: Mapping[str, str]


def about(case: Case) -> About:
    """Read from a case what it is about: its metrics and their files, its audience, what it assumes.

    What a metric's file claims first is what it measures; its further claims are topics beside it.
    """
    measured: dict[str, str] = {}
    beside: list[str] = []
    for metric in case.metrics:
        first, *others = metric.module.claims or ("",)
        for topic in _BY_CLAIM.get(first, ()):
            measured.setdefault(topic, metric.title)
        beside += [topic for claim in others for topic in _BY_CLAIM.get(claim, ())]
    work = kinds_of_work(_audience(case))
    found = dict.fromkeys((*measured, *beside))
    found |= dict.fromkeys(topic for kind in work for topic in _BY_WORK.get(kind, ()))
    words = _words(case)
    found |= dict.fromkeys(topic for topic, pattern in _BY_WORD.items() if pattern.search(words))
    assumes: dict[str, str] = {}
    for name, assumption in case.assumptions.items():
        if spoken := _BY_ASSUMPTION.get(name.rpartition(".")[2]):
            assumes.setdefault(spoken, assumption.title)
    return About(tuple(found), measured, work, assumes)


def kinds_of_work(text: str) -> tuple[str, ...]:
    """The kinds of work a text speaks of."""
    return tuple(kind for kind, pattern in WORK.items() if pattern.search(text))


def topic_in_words(domain: str) -> str:
    """A topic as the screen shows it."""
    return DOMAINS.get(domain, domain.replace("-", " ").capitalize())


def _audience(case: Case) -> str:
    idea = case.document.idea
    who = [idea.audience.who if idea.audience else "", *(each.who for each in idea.behaviours)]
    return " | ".join((case.title, *(text for text in who if text)))


def _words(case: Case) -> str:
    idea = case.document.idea
    parts = [case.title, idea.statement, *(metric.title for metric in case.metrics)]
    parts += [text for each in idea.behaviours for text in (each.does, each.instead_of)]
    return " | ".join(part for part in parts if part)
