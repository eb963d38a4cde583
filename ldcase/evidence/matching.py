"""Which findings speak to a case, how well, and why: always in words, never a bare score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ldcase.case import Case
from ldcase.evidence.effect import Effect
from ldcase.evidence.topics import WORK_IN_WORDS, About, about, kinds_of_work, topic_in_words
from ldcase.language import said, said_together

_TOPIC, _METRIC, _WORK, _ASSUMED, _AT_WORK, _GENERAL = 3.0, 2.0, 3.0, 2.0, 1.5, 1.0
_FULL = _TOPIC + _METRIC + _WORK + _AT_WORK + 2.0
"""All that a finding can earn: its topic, the metric, the kind of work, the level, and a sound design."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a finding fits a case.

    Attributes
    ----------
    score
        0 (nothing in common) to 1.
    fits, but
        What speaks for it and what against, each a few words.
    """

    effect: Effect
    score: float
    fits: tuple[str, ...]
    but: tuple[str, ...]

    @property
    def reason(self) -> str:
        """Why it is shown: “same kind of work: call centre; outcome measured at work; but one employer”."""
        if not self.fits:
            return said("Nothing in common with this case")
        told = said_together(self.fits, "; ")
        return said("{fits}; but {against}", fits=told, against=said_together(self.but)) if self.but else told


def matches(case: Case, effects: Iterable[Effect]) -> tuple[Match, ...]:
    """Every finding with its fit to the case, the best first; those without anything in common last."""
    case_about = about(case)
    return tuple(sorted((match(each, case_about) for each in effects), key=lambda it: (-it.score, it.effect.id)))


def match(effect: Effect, case_about: About) -> Match:
    """How well one finding fits what a case is about: topic, metric, kind of work, and where it was measured."""
    fits: list[str] = []
    score = 0.0
    topic = topic_in_words(effect.domain)
    if effect.domain in case_about.measured:
        fits.append(said("about what this case measures: {metric}", metric=case_about.measured[effect.domain]))
        score += _TOPIC + _METRIC
    elif effect.domain in case_about.topics:
        fits.append(said("same topic: {topic}", topic=topic))
        score += _TOPIC
    shared = [kind for kind in kinds_of_work(f"{effect.population} {effect.outcome}") if kind in case_about.work]
    if shared:
        fits.append(
            said(
                "same kind of work: {work}", work=said_together([WORK_IN_WORDS[kind] for kind in shared], said(" and "))
            )
        )
        score += _WORK
    if effect.domain in case_about.assumes:
        fits.append(said("speaks to an assumption: {assumption}", assumption=case_about.assumes[effect.domain]))
        score += _ASSUMED
    if not fits and effect.domain in ("training-general", "organisation-level"):
        fits.append(said("training of all kinds, where nothing closer is known"))
        score += _GENERAL
    if not fits:
        return Match(effect, 0.0, (), ())
    if effect.level in ("behaviour", "results"):
        fits.append(said("outcome measured at work"))
        score += _AT_WORK
    if effect.design in ("experiment", "meta-analysis"):
        score += 1.0
    score += 1.0 if effect.use == "benchmark" else -4.0 if effect.use == "warning" else 0.0
    return Match(effect, max(0.01, min(1.0, score / _FULL)), tuple(fits), _against(effect))


def _against(effect: Effect) -> tuple[str, ...]:
    against = []
    if effect.use == "warning":
        against.append(said("not to be relied on"))
    if effect.setting == "one employer":
        against.append(said("one employer"))
    if effect.setting == "laboratory":
        against.append(said("not at work"))
    if effect.level in ("reaction", "learning"):
        against.append(said("measured before anything was used at work"))
    if effect.design == "observational":
        against.append(said("nobody was assigned"))
    if effect.scale == "direction":
        against.append(said("no size is given"))
    if effect.corrected:
        against.append(said("corrected upwards"))
    return tuple(against)
