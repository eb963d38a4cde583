"""The words of the pitch, said otherwise: a pencil at each sentence, a box for own words, their figures kept live."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from ldcase.case.own_words import ALSO, LONGEST, STATEMENT
from ldcase.errors import CaseError, Finding
from ldcase.forecast import Forecast
from ldcase.language import worded
from ldcase.pages.markup import NOTHING, element, joined, sentence
from ldcase.pages.notices import finding
from ldcase.pages.panel import WHO
from ldcase.store.desk import OpenCase
from ldcase.words import pitch
from ldcase.words.live import LIVE, known_names, local
from ldcase.words.own_words import own_words, wrong_in
from ldcase.words.pitch import Narrative
from ldcase.words.sentence import Number, Sentence

LINE = 50
"""So many letters a line of the box has, about."""
SHOWN = 8
"""So many figures are offered at once; a search brings others."""
FIRST = {
    "opportunity": ("gap_cost", "gap_cost_able", "able_share", "horizon"),
    "idea": ("people_planned", "cohorts", "cost", "cost_per_learner", "applying_most", "applying_end"),
    "evidence": ("before_haircuts", "benefit", "claimed_share", "chance", "net_low", "net_high", "after_horizon"),
    "ask": ("cost", "net_low", "net_high", "after_horizon", "chance", "payback", "delay_cost"),
}
"""The figures that each step offers first; the opportunity those of its metrics before them."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being written: for which sentence, the text so far, what was refused, and what is searched for."""

    key: str
    text: str
    refused: tuple[Finding, ...] = ()
    search: str = ""


class Writing:
    """The box of one screen in which a sentence of the pitch is said otherwise; empty while there is none."""

    def __init__(self) -> None:
        self.draft: Draft | None = None

    def close(self) -> None:
        """Write no more; what was not saved is gone."""
        self.draft = None

    def act(self, case: OpenCase, now: Forecast, step: str, act: str, value: str) -> None:
        """A pencil, a letter, a button: ``words`` begins, ``words.text``, ``words.find``, ``words.save`` … go on.

        Raises
        ------
        CaseError
            When the case cannot take what was written; the box keeps it.
        """
        if act == "words":
            key = value if value in (STATEMENT, ALSO) or value in _keys(now, step) else ""
            self.draft = Draft(key, text_of(now, step, key)) if key else None
        elif self.draft is None:
            return
        elif act == "words.text":
            self.draft = replace(self.draft, text=value[: 2 * LONGEST], refused=())
        elif act == "words.find":
            self.draft = replace(self.draft, search=value)
        elif act == "words.save":
            self._save(case, now, step, " ".join(value[: 2 * LONGEST].split()))
        elif act == "words.back":
            _put(case, step, self.draft.key, None)
            self.draft = None
        elif act == "words.cancel":
            self.draft = None

    def _save(self, case: OpenCase, now: Forecast, step: str, text: str) -> None:
        draft = self.draft
        if draft is None:
            return
        self.draft = replace(draft, text=text, refused=wrong_in(now, step, draft.key, text))
        if self.draft.refused:
            return
        if text == (text_of(now, step, draft.key)):
            self.draft = None
            return
        try:
            _put(case, step, draft.key, text or None)
        except CaseError as error:
            self.draft = replace(self.draft, refused=error.findings)
            return
        self.draft = None

    def shown(self, now: Forecast, step: str, told: Narrative) -> Narrative:
        """What the step says with the draft in its place, as it will read."""
        if self.draft is None:
            return told
        return pitch.rewritten(now, step, told, self.draft.key, self.draft.text)

    def editor(self, now: Forecast, step: str) -> Markup:
        """The box, or nothing while nobody writes."""
        draft = self.draft
        if draft is None:
            return NOTHING
        text = " ".join(draft.text.split())
        told = draft.refused or wrong_in(now, step, draft.key, text)
        listed = (
            element(
                "ul",
                *(finding(each, worded("Not taken") if draft.refused else worded("Not right yet")) for each in told),
                class_="findings",
            )
            if told
            else NOTHING
        )
        opening = worded(pitch.OPENINGS[step]).strip() if draft.key == STATEMENT else ""
        box = element(
            "textarea",
            draft.text,
            rows=str(max(3, math.ceil(len(draft.text) / LINE))),
            id_=f"ldcase-words-{step}-{draft.key}",
            spellcheck="true",
            aria_label=worded("This sentence in your own words"),
            aria_invalid="true" if told else None,
        )
        own = _own(now, step, draft.key)
        buttons = (
            _button(worded("Save"), "save", "button main"),
            _button(worded("Cancel"), "cancel", "button"),
            _button(worded("Back to the words of the workbook"), "back", "button") if own else NOTHING,
        )
        kept = element(
            "p",
            worded(
                "Figures in braces stay live. Warnings and verdicts of the workbook stay, "
                "and take the place of your words."
            ),
            class_="help",
        )
        content = (
            element("label", element("span", opening or worded("In your own words")), box, class_="field"),
            listed,
            element("p", *buttons, class_="row"),
            kept,
            _figures(now, step, draft),
        )
        return element(
            "div", *content, class_="card words", data_key=draft.key, role="group", aria_label=worded("Own words")
        )


def headline(told: Narrative, now: Forecast, step: str) -> Markup:
    """The headline with its pencil."""
    return joined((sentence(told.headline), _pencil(told.headline, now, step)))


def prose(told: Narrative, now: Forecast, step: str, draft: str = "") -> Markup:
    """The paragraph with a pencil at each passage that can be said otherwise; the one being written is marked."""
    passages = []
    for key, group in groupby(told.sentences, key=lambda each: each.key):
        sentences = tuple(group)
        text = Markup(" ").join(sentence(each) for each in sentences)
        if not key:
            passages.append(text)
            continue
        marked = "told rewritten" if key == draft else "told own" if sentences[0].own else "told"
        passages.append(element("span", text, _pencil(sentences[0], now, step), class_=marked))
    also = NOTHING if ALSO in own_words(now, step) or draft == ALSO else _add()
    return element("p", Markup(" ").join(passages), also)


def text_of(now: Forecast, step: str, key: str) -> str:
    """The words of a sentence as they are written: with placeholders, somebody's own or those of the workbook."""
    return pitch.words_of(now, step, key)


def _keys(now: Forecast, step: str) -> frozenset[str]:
    told = pitch.narrative(now, step)
    return frozenset({*(each.key for each in told.sentences if each.key), *own_words(now, step)})


def _own(now: Forecast, step: str, key: str) -> bool:
    part = getattr(now.case.document, step)
    return bool(part.statement) if key == STATEMENT else key in part.narrative


def _put(case: OpenCase, step: str, key: str, text: str | None) -> None:
    """Put own words into the case, or take them out: one edit."""
    if key == STATEMENT:
        case.edit(f"{step}.statement", text, who=WHO)
        return
    narrative = getattr(case.case.document, step).narrative
    if text is None:
        if key in narrative:
            case.edit(f"{step}.narrative" if len(narrative) == 1 else f"{step}.narrative.{key}", None, who=WHO)
    elif narrative:
        case.edit(f"{step}.narrative.{key}", text, who=WHO)
    else:
        case.edit(f"{step}.narrative", {key: text}, who=WHO)


def _pencil(said: Sentence, now: Forecast, step: str) -> Markup:
    """The button that begins to say a sentence otherwise; none where the workbook warns."""
    if not said.key or (said.stays and not _own(now, step, said.key)):
        return NOTHING
    label = worded("Say this in your own words")
    kind = {"type": "button", "class_": "pencil", "data_act": "words", "data_value": said.key}
    return element("button", **kind, title=label, aria_label=label)


def _add() -> Markup:
    label = worded("Add a sentence of your own")
    kind = {"type": "button", "class_": "pencil add", "data_act": "words", "data_value": ALSO}
    return element("button", **kind, title=label, aria_label=label)


def _button(label: str, act: str, class_: str) -> Markup:
    return element("button", label, type="button", class_=class_, data_words=act)


def _figures(now: Forecast, step: str, draft: Draft) -> Markup:
    """Figures to put into the text: each with what it is and what it says now."""
    found = tuple(_offered(now, step, draft.search))
    chips = (
        element(
            "button",
            element("span", title, element("code", written)),
            element("b", figure.text),
            type="button",
            class_="insert",
            data_insert=written,
        )
        for written, title, figure in found
    )
    label = worded("Find a figure")
    search = element("input", type="search", value=draft.search, placeholder=label, aria_label=label, data_words="find")
    none = element("p", worded("No figure of the case is called that."), class_="soft") if not found else NOTHING
    title = element("span", worded("Put a figure in:"), class_="soft")
    return joined((element("p", title, search, class_="row"), element("div", *chips, none, class_="inserts")))


def _offered(now: Forecast, step: str, search: str) -> Iterable[tuple[str, str, Number]]:
    """Placeholder, title and figure: the first of the step, or those whose name or title has what is searched for."""
    metrics = (name for use in now.case.metrics for name in (use.baseline, use.exemplar, use.gap))
    first = (*(metrics if step == "opportunity" else ()), *FIRST[step])
    if not search.strip():
        names: Iterable[str] = dict.fromkeys(first)
    else:
        wanted = search.casefold().split()
        told = {name: f"{name} {_title(now, name)}".casefold() for name in (*LIVE, *sorted(known_names(now) - {*LIVE}))}
        names = (name for name, text in told.items() if all(word in text for word in wanted))
    offered = 0
    for name in names:
        figure = next((each for each in local(now, f"{{{name}}}").pieces if isinstance(each, Number)), None)
        if figure is None:
            continue
        yield f"{{{figure.live}}}", _title(now, name), figure
        offered += 1
        if offered == SHOWN:
            return


def _title(now: Forecast, name: str) -> str:
    return worded(LIVE[name][0]) if name in LIVE else worded(now[name].title)
