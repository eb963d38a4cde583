"""The twenty questions of the room, each with its answer from the case; and what somebody typed, matched to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from ldcase.forecast import Forecast
from ldcase.language import marked, worded
from ldcase.words import questions_decision as decision
from ldcase.words import questions_evidence as evidence
from ldcase.words import questions_money as amounts
from ldcase.words import questions_what_if as what_if
from ldcase.words.question import Asked, Question, Reply
from ldcase.words.questions_changed import changed

QUESTIONS: tuple[Question, ...] = (
    Question("cost", marked("What does it cost, all in?"), marked("price expensive budget spend money invest amount")),
    Question(
        "payback", marked("When is it paid back?"), marked("payback break even return roi recover earn months long")
    ),
    Question(
        "half_use", marked("What if only half use it?"), marked("apply transfer adopt adoption people few use nobody")
    ),
    Question(
        "later", marked("What if it starts three months later?"), marked("delay late wait postpone start schedule slip")
    ),
    Question("half_effect", marked("What if the effect is half?"), marked("impact works less result weaker small")),
    Question(
        "worst",
        marked("What is the worst case that is still plausible?"),
        marked("risk loss lose downside pessimistic bad wrong fail danger"),
    ),
    Question(
        "must_be_true",
        marked("What must be true for this to pay?"),
        marked("condition threshold need assume minimum enough believe"),
    ),
    Question(
        "matters",
        marked("Which assumption matters most?"),
        marked("driver sensitive sensitivity important lever biggest"),
    ),
    Question(
        "who_says", marked("Who says so?"), marked("source proof prove evidence based data trust measured opinion")
    ),
    Question(
        "cash", marked("How much of this is cash?"), marked("real money hard soft savings budget capacity avoided")
    ),
    Question(
        "nothing", marked("What does doing nothing cost?"), marked("inaction status quo gap wait do anything problem")
    ),
    Question(
        "why_training",
        marked("Why training and not something else?"),
        marked("course diagnosis skill cause alternative hire process tool instead"),
    ),
    Question(
        "cheapest", marked("What is the cheapest version?"), marked("cheaper less money smaller option minimum lean")
    ),
    Question(
        "worked",
        marked("How do we know it worked, and when?"),
        marked("measure success metric target proof evaluate result review pilot"),
    ),
    Question("stop", marked("What would make us stop?"), marked("gate end exit cancel abort kill threshold fail")),
    Question(
        "owner",
        marked("Who owns the benefit?"),
        marked("responsible accountable answer promise deliver commit sponsor"),
    ),
    Question(
        "elsewhere",
        marked("What happened elsewhere?"),
        marked("research study studies benchmark others companies published literature experience"),
    ),
    Question(
        "left_out",
        marked("What did you leave out?"),
        marked("missing hidden forgotten not counted excluded intangible soft tax"),
    ),
    Question(
        "changed",
        marked("What changed since last time?"),
        marked("difference before version update bridge new history"),
    ),
    Question(
        "today",
        marked("What exactly do you need from me today?"),
        marked("ask decision decide want approve yes sign next step"),
    ),
)
"""The questions in the order in which they are listed; ids are those of `ANSWERS`."""

ANSWERS: Mapping[str, Callable[[Asked], Reply]] = {
    "cost": amounts.cost,
    "payback": amounts.payback,
    "half_use": what_if.half_use,
    "later": what_if.later,
    "half_effect": what_if.half_effect,
    "worst": amounts.worst,
    "must_be_true": evidence.must_be_true,
    "matters": evidence.matters,
    "who_says": evidence.who_says,
    "cash": amounts.cash,
    "nothing": amounts.nothing,
    "why_training": evidence.why_training,
    "cheapest": what_if.cheapest,
    "worked": decision.worked,
    "stop": decision.stop,
    "owner": decision.owner,
    "elsewhere": evidence.elsewhere,
    "left_out": evidence.left_out,
    "changed": changed,
    "today": decision.today,
}

MOST_FIGURES = 6
"""At most so many figures are offered for what was typed."""
_SHORTEST = 3
"""Shorter words tell nothing."""


def question(name: str) -> Question | None:
    """The question with this id; None where there is none."""
    return next((each for each in QUESTIONS if each.id == name), None)


def reply(name: str, asked: Asked) -> Reply:
    """The answer to one of the questions; `KeyError` for any other."""
    return ANSWERS[name](asked)


def matching(text: str) -> tuple[Question, ...]:
    """The questions that what was typed is about, the best first; all of them where nothing was typed."""
    wanted = _words(text)
    if not wanted:
        return QUESTIONS
    texts = [(_words(worded(each.says)), _words(worded(each.words))) for each in QUESTIONS]
    scores = [0.0] * len(QUESTIONS)
    for word in wanted:
        met = [2.0 * _meets(word, own) or 1.0 * _meets(word, other) for own, other in texts]
        rare = sum(1 for each in met if each)  # a word that many questions have tells little
        scores = [score + each / (rare or 1) for score, each in zip(scores, met, strict=True)]
    found = sorted((-score, place) for place, score in enumerate(scores) if score)
    return tuple(QUESTIONS[place] for _, place in found)


def figures(text: str, forecast: Forecast) -> tuple[str, ...]:
    """Names of the figures whose titles hold what was typed, the closest first."""
    wanted = _words(text)
    if not wanted:
        return ()
    scored = []
    for place, name in enumerate(forecast.names):
        if name.endswith(".count"):
            continue
        title = _words(worded(forecast[name].title))
        score = sum(_meets(word, title) for word in wanted)
        if score:
            scored.append((-score, len(title), place, name))
    return tuple(name for *_, name in sorted(scored)[:MOST_FIGURES])


def _words(text: str) -> tuple[str, ...]:
    """The words of a text that tell something, small and without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return tuple(word for word in re.findall(r"\w+", bare) if len(word) >= _SHORTEST)


def _meets(word: str, others: tuple[str, ...]) -> bool:
    """Whether a word, or its beginning as far as it was typed, is among others."""
    stem = word if len(word) < 6 else word[: max(5, len(word) - 2)]
    return any(other.startswith(stem) for other in others)
