"""What a reader should know about a diagnosis: shares that do not fit, causes left alone, answers, missing links."""

from __future__ import annotations

from collections.abc import Iterator

from ldcase.case.bottleneck import others
from ldcase.case.checks import Checked
from ldcase.case.document_diagnosis import CAUSES, AbleEntry, CauseEntry
from ldcase.errors import Finding
from ldcase.formulas import meant
from ldcase.language import said

CLOSE = 0.005
"""Shares that add up to 1 within this are taken to add up."""


def ill_diagnosed(case: Checked) -> Iterator[Finding]:
    """Run every check of the diagnosis and of what people will do differently."""
    for check in (_adds_up, _ranges_fit, _causes_have_actions, _bottlenecks, _answers_known, _links):
        yield from check(case)


def _adds_up(case: Checked) -> Iterator[Finding]:
    """The likely shares of the four causes add up to 1."""
    stated = {cause: share for cause, entry in _entries(case) if (share := _range(entry)[1]) is not None}
    total = sum(stated.values())
    if "able" in stated and (abs(total - 1) > CLOSE if len(stated) == len(CAUSES) else total > 1 + CLOSE):
        found = " + ".join(f"{cause} {share:g}" for cause, share in stated.items()) + f" = {total:g}"
        yield Finding(
            "diagnosis-sum",
            said("The shares of the diagnosis do not add up to 1."),
            found,
            said("likely shares of able, willing, allowed and empowered that add up to 1"),
            said("Correct them; only the share “able” enters the calculation."),
            "warning",
            case.place_of("opportunity.diagnosis"),
        )


def _ranges_fit(case: Checked) -> Iterator[Finding]:
    """Each range is in order, and the ranges leave room for shares that add up to 1."""
    ranges = {}
    for cause, entry in _entries(case):
        low, likely, high = _range(entry)
        given = [share for share in (low, likely, high) if share is not None]
        if cause != "able" and given != sorted(given):
            yield Finding(
                "diagnosis-range",
                said("The range of “{cause}” is not in order.", cause=cause),
                ", ".join(f"{share:g}" for share in given),
                said("low ≤ likely ≤ high"),
                said("Swap them: low is P10, high is P90."),
                place=case.place_of(f"opportunity.diagnosis.{cause}"),
            )
        if likely is not None:
            ranges[cause] = (likely if low is None else low, likely if high is None else high)
    least, most = (sum(each[end] for each in ranges.values()) for end in (0, 1))
    if len(ranges) == len(CAUSES) and not least - CLOSE <= 1 <= most + CLOSE:
        yield Finding(
            "diagnosis-ranges",
            said("The ranges of the diagnosis leave no room for shares that add up to 1."),
            said("from {least:g} to {most:g} together", least=least, most=most),
            said("low shares that add up to at most 1, and high shares that add up to at least 1"),
            said("Widen the ranges, or correct them."),
            "warning",
            case.place_of("opportunity.diagnosis"),
        )


def _causes_have_actions(case: Checked) -> Iterator[Finding]:
    """What training does not close has an action with an owner."""
    for cause, entry in others(case.document):
        action = entry.action
        if entry.likely and not (action and action.what and action.owner):
            yield Finding(
                "cause-without-action",
                said(
                    "{share:.0%} of the gap is “{cause}”, and nobody owns what is done.",
                    share=entry.likely,
                    cause=cause,
                )
                if action and action.what
                else said(
                    "{share:.0%} of the gap is “{cause}”, and nobody does anything about it.",
                    share=entry.likely,
                    cause=cause,
                ),
                allowed=said("action: with what and owner"),
                do=said("Add action: {what: …, owner: …}. Training does not close this part."),
                severity="warning",
                place=case.place_of(f"opportunity.diagnosis.{cause}"),
            )


def _bottlenecks(case: Checked) -> Iterator[Finding]:
    """A chance of removal belongs to a cause that binds."""
    for cause, entry in others(case.document):
        if entry.removed is not None and not entry.binding:
            yield Finding(
                "removed-unused",
                said(
                    "“{cause}” has a chance of being removed, but does not bind, so the chance counts for nothing.",
                    cause=cause,
                ),
                do=said(
                    "Add binding: true where training changes nothing as long as this cause stands; else remove it."
                ),
                severity="warning",
                place=case.place_of(f"opportunity.diagnosis.{cause}.removed"),
            )


def _answers_known(case: Checked) -> Iterator[Finding]:
    """Each answer is to a question that is asked."""
    diagnosis, questions = case.document.opportunity.diagnosis, case.catalogue.questions
    for name in diagnosis.answers if diagnosis is not None else ():
        if name not in questions:
            yield Finding(
                "question-unknown",
                said("An answer is to a question that is not asked, so it counts for nothing."),
                name[:80],
                ", ".join(questions) or said("no question: data/diagnosis/questions.yaml has none"),
                meant(name, questions, said("Use the name of a question in data/diagnosis/questions.yaml.")),
                "warning",
                case.place_of(f"opportunity.diagnosis.answers.{name}"),
            )


def _links(case: Checked) -> Iterator[Finding]:
    """What people do differently moves a metric of the case, and each metric by something people do."""
    known, behaviours = case.document.opportunity.metrics, case.document.idea.behaviours
    for index, behaviour in enumerate(behaviours):
        place = case.place_of(f"idea.behaviours.{index}")
        if not behaviour.moves:
            what = said("A behaviour moves no metric.")
            do = said("Add moves: with the short name of a metric, or leave it out.")
            yield Finding("moves-nothing", what, behaviour.does[:80], ", ".join(known), do, "warning", place)
        elif behaviour.moves not in known:
            yield Finding(
                "moves-unknown",
                said("A behaviour moves a metric that the case does not have."),
                behaviour.moves[:80],
                ", ".join(known),
                meant(behaviour.moves, known, said("Use the short name of a metric of this case.")),
                "warning",
                case.place_of(f"idea.behaviours.{index}.moves"),
            )
    moved = {behaviour.moves for behaviour in behaviours}
    for key, metric in known.items():
        if behaviours and key not in moved:
            yield Finding(
                "metric-unmoved",
                said("Nothing that people do differently moves “{value}”.", value=metric.title or key),
                allowed=said("at least one behaviour with moves: {key}", key=key),
                do=said("Add to behaviours: who does what instead of what, and moves: {key}", key=key),
                severity="warning",
                place=case.place_of(f"opportunity.metrics.{key}"),
            )


def _entries(case: Checked) -> Iterator[tuple[str, AbleEntry | CauseEntry]]:
    diagnosis = case.document.opportunity.diagnosis
    if diagnosis is not None and diagnosis.able is not None:
        yield "able", diagnosis.able
    yield from others(case.document)


def _range(entry: AbleEntry | CauseEntry) -> tuple[float | None, float | None, float | None]:
    """Low, likely and high of a cause; a fixed share is all three."""
    if isinstance(entry, AbleEntry) and entry.value is not None:
        return (entry.value,) * 3
    return entry.low, entry.likely, entry.high
