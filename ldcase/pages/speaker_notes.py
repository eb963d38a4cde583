"""Speaker notes: the second tab of a presentation, for the one who speaks. It follows the first tab step by step."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from ldcase.forecast import Forecast
from ldcase.forecast.options import options
from ldcase.language import marked, worded
from ldcase.pages import notices
from ldcase.pages.bottom_line import bottom_line
from ldcase.pages.levers import Lever
from ldcase.pages.markup import element, field, joined, paragraph, sentence
from ldcase.pages.objections import objection
from ldcase.pages.panel import WHO
from ldcase.pages.pitch_state import PitchState
from ldcase.pages.view import Message, View
from ldcase.store.desk import OpenCase
from ldcase.words.deck_notes import LIKELY
from ldcase.words.pitch import STEPS, narrative
from ldcase.words.recorded_words import NOTES

KEYS = marked(
    "→ on · ← back · 1–4 steps · R replay · U undo · B base: they work here too, for the other tab. ? shows all."
)


class NotesState(PitchState):
    """A pitch whose screen is the notes of its steps: the same case, read again when the presentation changed it."""

    def act(self, act: str, value: str | None = None, name: str = "") -> None:
        """A note was written, the presentation changed the case, or anything the page itself knows."""
        if act == "note" and self.open is not None and name in dict(STEPS):
            self._record(lambda case: case.edit(f"{NOTES}.{name}", (value or "").strip() or None, who=WHO))
        elif act == "refresh" and self.open is not None:
            self._record(lambda case: case.refresh())
        else:
            super().act(act, value, name)

    def view(self) -> View:
        """The whole tab; before a case is chosen that is the list of cases."""
        view = super().view()
        return view if self.screen in ("cases", "new") else replace(view, layout="notes", builds=())

    def _levers(self) -> tuple[Lever, ...]:
        return ()

    def _message(self, case: OpenCase, controls: tuple[Lever, ...]) -> Message:
        told = narrative(self.now, self.step)
        drawn = self.drawer.html(self._standing(case), False)
        html = {
            "bottom_line": bottom_line(self.now, self.opened, self.since),
            "headline": sentence(told.headline),
            "prose": joined((paragraph(told.sentences), _own(case, self.step))),
            "below": joined((_likely(self.now, self.step), _next(self.now, self.step))),
            "foot": element("span", worded(KEYS)),
            "drawer": drawn.html,
            "notice": notices.notice(self.refused, ()),
        }
        return Message(html, {}, (), drawn.drawings)


def _own(case: OpenCase, step: str) -> Markup:
    """What the speaker wrote for the step."""
    text = getattr(case.case.document.notes, step)
    return field(worded("Your notes for this step"), "note", step, text, kind="long")


def _likely(now: Forecast, step: str) -> Markup:
    """What is likely to be said, the answer, and where the case is weak."""
    found = options(now)
    return joined((element("h2", worded("They may say")), *(objection(each(now, found)) for each in LIKELY[step])))


def _next(now: Forecast, step: str) -> Markup:
    """How the next step begins."""
    names = [name for name, _ in STEPS]
    at = names.index(step)
    if at + 1 == len(names):
        return element(
            "section", element("p", worded("This is the last step: wait for the answer.")), class_="next-step"
        )
    following = narrative(now, names[at + 1]).headline
    return element(
        "section",
        element("small", worded("Next"), class_="soft"),
        element("h3", sentence(following)),
        class_="next-step",
    )
