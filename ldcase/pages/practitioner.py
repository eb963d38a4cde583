"""The practitioner's conservative point: another view of the benefit, never a factor in the simulation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from ldcase.errors import CaseError
from ldcase.forecast import Forecast
from ldcase.forecast.practitioner import Reason, practitioner_view, read_answers
from ldcase.language import marked, worded
from ldcase.pages.markup import asked, element, filled, table
from ldcase.pages.notices import finding
from ldcase.words import numbers
from ldcase.words.answer import exact

FILE_NAME = "answers.csv"
"""Where respondents' answers stand, in the folder of the case."""

_REASONS: Mapping[Reason, str] = {
    "": "",
    "extreme": marked("extreme"),
    "unsupported": marked("unsupported"),
    "no improvement": marked("no improvement"),
}


def sections(now: Forecast) -> Iterator[Markup]:
    """The view, where respondents answered or a metric of the case states its parts."""
    parts = [*_isolated(now), *_answered(now)]
    if parts:
        yield element("h3", worded("The practitioner’s conservative point"))
        yield from parts
        yield element(
            "p",
            element(
                "small",
                worded(
                    "Contribution and confidence stand for the doubt themselves; nothing simulated comes on top of "
                    "them, and nothing here enters the forecast."
                ),
                class_="soft",
            ),
        )


def _isolated(now: Forecast) -> Iterator[Markup]:
    """Change × contribution × confidence of a metric that is made of them."""
    for use in now.case.metrics:
        if use.module.id != "isolated_change":
            continue
        change, share, confidence, effect = (
            now[f"{use.key}.{part}"] for part in ("change_counted", "contribution_share", "confidence_share", "effect")
        )
        yield element(
            "p",
            filled(
                worded("{metric}: a change of {change} × contribution {share} × confidence {confidence} = {effect}."),
                metric=worded(use.title),
                change=asked(exact(change.likely, change.format), change.name),
                share=asked(numbers.percent(share.likely), share.name),
                confidence=asked(numbers.percent(confidence.likely), confidence.name),
                effect=asked(exact(effect.likely, effect.format), effect.name),
            ),
        )


def _answered(now: Forecast) -> Iterator[Markup]:
    """What respondents ascribe to the programme; whoever did not answer counts as zero."""
    path = now.case.path.parent / FILE_NAME
    if not path.is_file():
        return
    try:
        answers = read_answers(path.read_text(encoding="utf-8-sig", errors="replace"), FILE_NAME)
        view = practitioner_view(answers, max(round(now["people_planned"].likely), 1))
    except CaseError as error:
        yield element("ul", *(finding(each) for each in error.findings), class_="findings")
        return
    dropped = Counter(each.dropped for each in view.answers if each.dropped)
    why = ", ".join(f"{count} {worded(_REASONS[reason])}" for reason, count in dropped.items())
    roi = view.roi(now["cost"].likely)
    rows = (
        (
            worded("Answers"),
            str(len(view.answers)),
            worded(
                "of {participants} people; {silent} who are silent count as zero",
                participants=view.participants,
                silent=view.silent,
            ),
        ),
        (worded("Not counted"), str(sum(dropped.values())), why),
        (worded("Stated, a year"), numbers.money(view.stated), worded("before any cut")),
        (
            worded("Counted for the first year"),
            numbers.money(view.benefit),
            worded("after contribution, confidence and what is dropped"),
        ),
        (
            worded("ROI of the first year"),
            worded("none") if roi is None else numbers.percent(roi),
            worded("against the likely cost of this case"),
        ),
    )
    yield table(("", now.case.currency, ""), rows, numeric=(1,))
