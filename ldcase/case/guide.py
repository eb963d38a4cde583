"""The guided start: the fewest questions before a first result, and what each answer writes into the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ldcase.case.assumption import Range
from ldcase.case.case import Case
from ldcase.case.module import Module, Need
from ldcase.case.places import Plain, at, parts
from ldcase.case.starting import entries, starting_values
from ldcase.errors import CaseError, Finding
from ldcase.language import Said, marked, said, said_together, worded

MOST = 15
"""Never more questions than this before the first result; the currency is preset and needs no answer."""

AROUND = 0.2
"""How far, as a share of the figure, a first range reaches to both sides of a single figure."""

_NOTE = said(
    "One figure was given; the range is {share:.0%} to both sides, or less where it would meet a bound.", share=AROUND
)

CURRENCIES = ("USD", "EUR", "GBP", "CHF", "IDR", "INR", "JPY", "CNY", "AUD", "CAD", "SEK", "PLN", "BRL", "ZAR", "SGD")
"""Offered in the guided start; the case file takes every code of ISO 4217."""

FIRST_START = 2
"""The month in which the only group of a new case begins."""

ANSWERED = marked("First answer in the workbook")

Part = Literal["opportunity", "idea", "cost"]
Kind = Literal["text", "choice", "number"]
Edit = tuple[str, Plain]
"""A dotted path of the document and the value that stands there from then on."""

SKILL: Mapping[str, tuple[str, Range]] = {
    "few": (said("Most of them could: skill is the smaller part"), (0.1, 0.2, 0.32)),
    "half": (said("About half of it is skill"), (0.35, 0.5, 0.65)),
    "most": (said("They could not: most of it is skill"), (0.6, 0.75, 0.87)),
}
"""Answers to “could they do it if their life depended on it?”: in words, and as a share of the gap."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question.

    Attributes
    ----------
    name
        Which question it is; a figure of the metric is called ``need.`` and its name.
    unit, format
        Of a number: as the catalogue states them.
    choices
        Of a choice: what is written down and what is read.
    answer
        What the case says so far: a text, or low, likely and high; None while it says nothing.
    """

    name: str
    part: Part
    text: str
    help: str
    kind: Kind
    unit: str = ""
    format: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    answer: str | Range | None = None


def asks(case: Case) -> tuple[Ask, ...]:
    """The questions of a case that is being begun, with what is answered; at most `MOST`.

    The figures asked for depend on the metric, so that they follow once it is chosen.
    """
    return tuple(_asks(case))


def edits(case: Case, name: str, answer: str | Sequence[float]) -> tuple[Edit, ...]:
    """What an answer writes into the case.

    Parameters
    ----------
    answer
        A text or the name of a choice; of a number one figure, or low, likely and high. Around one figure a first range
        of `AROUND` is taken, narrower where it would meet a bound.

    Raises
    ------
    CaseError
        For a question that is not asked, a choice that is not offered, a text where a number is asked for.
    """
    ask = next((each for each in asks(case) if each.name == name), None)
    if ask is None or (ask.kind == "number") is isinstance(answer, str):
        raise CaseError(
            Finding("no-question", said("This is not asked."), name[:80], said("one of the questions on the page"))
        )
    if isinstance(answer, str):
        if ask.kind == "choice" and answer not in dict(ask.choices):
            allowed = said_together(Said(text, {}) for _, text in ask.choices)
            raise CaseError(
                Finding(
                    "no-choice", said("“{text}”: this is not offered.", text=Said(ask.text, {})), answer[:80], allowed
                )
            )
        return _text_edits(case, name, answer)
    return _number_edits(case, name, answer)


def _asks(case: Case) -> Iterator[Ask]:
    document = case.document
    chosen = case.metrics[0] if case.metrics else None
    listed = tuple((each.id, each.title) for each in case.catalogue.metrics.values())
    priority = document.opportunity.priority
    yield Ask("title", "opportunity", said("What do you call it?"), "", "text", answer=document.title or None)
    yield Ask(
        "currency", "opportunity", said("In which currency do you count?"), "", "choice",
        choices=tuple((code, code) for code in dict.fromkeys((document.currency, *CURRENCIES))),
        answer=document.currency,
    )  # fmt: skip
    yield Ask(
        "metric", "opportunity", said("Which result would it move?"),
        said("One to begin with; more can follow."), "choice",
        choices=listed, answer=chosen.module.id if chosen else None,
    )  # fmt: skip
    yield Ask(
        "priority", "opportunity", said("Which strategic priority does that serve?"),
        said("In the words of the executive who owns it."), "text", answer=(priority.name if priority else "") or None,
    )  # fmt: skip
    if chosen is not None:
        for need in needed(case, chosen.module):
            yield _figure(case, f"opportunity.metrics.{chosen.key}.assumptions.{need.name}", need, "opportunity")
        if chosen.kind == "capacity":
            becomes = chosen.becomes
            yield Ask(
                "becomes", "opportunity", said("What does the time that is freed become?"),
                said("Freed time counts only where somebody says what it becomes."), "text",
                answer=(becomes.what if becomes else "") or None,
            )  # fmt: skip
            yield Ask(
                "becomes_owner", "opportunity", said("Who says so?"), said("A role or a department."), "text",
                answer=(becomes.owner if becomes else "") or None,
            )  # fmt: skip
    yield Ask(
        "able", "opportunity", said("Could they do it if their life depended on it?"),
        said("Only what is skill can be claimed by training."), "choice",
        choices=tuple((key, text) for key, (text, _) in SKILL.items()), answer=_skill(case),
    )  # fmt: skip
    audience = document.idea.audience
    people = document.idea.cohorts[0].people if document.idea.cohorts else None
    yield Ask("who", "idea", said("Who takes part?"), "", "text", answer=(audience.who if audience else "") or None)
    yield Ask(
        "people", "idea", said("How many people is that?"), "", "number", "person", "count",
        answer=None if people is None else (people, people, people),
    )  # fmt: skip
    costs = case.catalogue.model["costs"].needs
    known = chosen is not None and chosen.module.id in HOURS_OF_LEARNERS
    for name, text, told in COSTS:
        if name == LEARNER_RATE and known:
            continue
        yield _figure(case, f"idea.costs.assumptions.{name}", costs[name], "cost", text, told)


HOURS_OF_LEARNERS = {"time_saved": "loaded_rate"}
"""Metrics that value the learners’ own hours, with the figure that does: it is what an hour of theirs costs, too."""

LEARNER_RATE = "learner_rate"
COSTS = (
    (
        "design_cost",
        said("What does it cost to build or buy?"),
        said("All outside money together; it can be divided later."),
    ),
    ("learner_hours", said("How many hours does each learner give?"), said("The course, practice, travel.")),
    (LEARNER_RATE, said("What does an hour of a learner cost?"), said("Pay with on-costs; payroll or finance has it.")),
)
"""The figures of cost that are asked, with the words of the question and its help."""


def needed(case: Case, module: Module) -> tuple[Need, ...]:
    """The figures of a metric that only the organisation knows: no default, no starting value, not how many people."""
    known = starting_values(case.catalogue).metrics
    return tuple(
        need
        for need in module.needs.values()
        if need.default is None and need.name not in known and need.unit != "person"
    )


def _figure(case: Case, path: str, need: Need, part: Part, text: str = "", told: str = "") -> Ask:
    name = path.rsplit(".", 1)[-1]
    return Ask(
        f"need.{name}" if part == "opportunity" else name, part, text or need.title, told or need.help, "number",
        need.unit, need.format, answer=_standing(case, path),
    )  # fmt: skip


def _standing(case: Case, path: str) -> Range | None:
    """The figures at a path of the document; None where there are none."""
    given = _at(case, path)
    if not isinstance(given, dict):
        return None
    figures = [given.get("value")] * 3 if "value" in given else [given.get(key) for key in ("low", "likely", "high")]
    numbers = [float(each) for each in figures if isinstance(each, int | float)]
    return (numbers[0], numbers[1], numbers[2]) if len(numbers) == 3 else None


def _at(case: Case, path: str) -> Plain:
    try:
        return at(case.data, parts(path))
    except LookupError:
        return None


def _skill(case: Case) -> str | None:
    diagnosis = case.document.opportunity.diagnosis
    likely = diagnosis.able.likely if diagnosis and diagnosis.able else None
    if likely is None:
        return None
    return min(SKILL, key=lambda key: abs(SKILL[key][1][1] - likely))


def _text_edits(case: Case, name: str, answer: str) -> tuple[Edit, ...]:
    if name == "metric":
        return (("opportunity.metrics", {answer: _metric(case, answer)}),)
    if name == "able":
        low, likely, high = SKILL[answer][1]
        figures: dict[str, Plain] = {"low": low, "likely": likely, "high": high, "unit": "share"}
        because = worded(said("A first view, not examined yet. {answer}.", answer=SKILL[answer][0]))
        told: dict[str, Plain] = {"source": worded(ANSWERED), "grade": "opinion", "because": because}
        return (("opportunity.diagnosis", {"able": {**figures, **told}}),)
    if name in ("becomes", "becomes_owner"):
        key = case.metrics[0].key
        current = case.metrics[0].becomes
        part = "what" if name == "becomes" else "owner"
        both = {"what": current.what if current else "", "owner": current.owner if current else ""}
        return ((f"opportunity.metrics.{key}.becomes", {**both, part: answer}),)
    if name == "priority":
        return (("opportunity.priority", {**_mapping(_at(case, "opportunity.priority")), "name": answer}),)
    if name == "who":
        return (("idea.audience", {"who": answer}),)
    return ((name, answer),)


def _mapping(value: Plain) -> dict[str, Plain]:
    return dict(value) if isinstance(value, dict) else {}


def _metric(case: Case, identity: str) -> dict[str, Plain]:
    """A metric as it stands when it is chosen: starting values, and how many people where that is known."""
    module = case.catalogue.metrics[identity]
    units = {need.name: need.unit for need in module.needs.values()}
    given = entries(starting_values(case.catalogue).metrics, units)
    people = case.document.idea.cohorts[0].people if case.document.idea.cohorts else None
    if people is not None:
        given |= {name: _people(people) for name, unit in units.items() if unit == "person"}
    return {"use": identity, "title": worded(module.title), "assumptions": given}


def _people(number: float) -> dict[str, Plain]:
    return {"value": number, "unit": "person", "source": worded(ANSWERED), "grade": "opinion"}


def _number_edits(case: Case, name: str, figures: Sequence[float]) -> tuple[Edit, ...]:
    if name == "people":
        number = figures[len(figures) // 2]
        written: list[Edit] = [("idea.cohorts", [{"people": number, "start": FIRST_START}])]
        for use in case.metrics[:1]:
            heads = [need.name for need in use.module.needs.values() if need.unit == "person"]
            written += [(f"opportunity.metrics.{use.key}.assumptions.{head}", _people(number)) for head in heads]
        return tuple(written)
    if name.startswith("need."):
        use = case.metrics[0]
        need = use.module.needs[name.removeprefix("need.")]
        entered = _entry(need, figures)
        hour: tuple[Edit, ...] = ()
        if HOURS_OF_LEARNERS.get(use.module.id) == need.name:
            hour = ((f"idea.costs.assumptions.{LEARNER_RATE}", entered),)
        return ((f"opportunity.metrics.{use.key}.assumptions.{need.name}", entered), *hour)
    need = case.catalogue.model["costs"].needs[name]
    return ((f"idea.costs.assumptions.{name}", _entry(need, figures)),)


def _entry(need: Need, figures: Sequence[float]) -> dict[str, Plain]:
    told: dict[str, Plain] = {"unit": need.unit, "source": worded(ANSWERED), "grade": "opinion"}
    if len(figures) > 1:
        low, likely, high = figures[0], figures[len(figures) // 2], figures[-1]
        if len(figures) == 2:
            likely = _short((low + high) / 2)
        return {"low": low, "likely": likely, "high": high, **told}
    likely = figures[0]
    lower, upper = need.bounds
    rooms = [abs(likely) * AROUND]
    rooms += [abs(likely - bound) / 2 for bound in (lower, upper) if bound is not None]
    side = min(rooms)
    if need.whole or _short(likely - side) == likely:
        return {"value": likely, **told}
    note = worded(_NOTE)
    return {"low": _short(likely - side), "likely": likely, "high": _short(likely + side), **told, "note": note}


def _short(value: float) -> float:
    return float(f"{value:.12g}")
