"""The panel “Take the case with you”: every form of it, made beside the page, then handed over."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from markupsafe import Markup

from ldcase.exports.kinds import KINDS, Kind, Options
from ldcase.exports.origin import origin
from ldcase.language import marked, worded
from ldcase.pages.markup import action, element, joined, progress
from ldcase.pages.panel import BasePanel, Drawn, Made, Standing

WORK = "export"


class Exporting(BasePanel):
    """What can be made; what was made last, and what had to be shortened in it."""

    title = marked("Take the case with you")

    def __init__(self) -> None:
        self._made: Made | None = None
        self._shortened: tuple[str, ...] = ()
        self._name = ""

    def draw(self, at: Standing, part: str) -> Drawn:
        """Each form as a card with its button; progress while one is being made."""
        going = at.work.progress(WORK)
        cards = (self._card(kind, disabled=going is not None) for kind in KINDS.values())
        return Drawn(
            joined(
                (
                    element("h2", worded(self.title)),
                    element(
                        "p",
                        worded("Each is made from the case as it stands now, in the language you read."),
                        class_="soft",
                    ),
                    progress(going.share, going.said) if going is not None else self._last(),
                    element("div", *cards, class_="cards"),
                )
            )
        )

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Make one of them, by its ending."""
        if act != "make" or value not in KINDS or at.work.progress(WORK) is not None:
            return
        kind, now = KINDS[value], at.now
        came_from = origin(now, at.today, str(at.case.applied) if at.case.applied else "file")
        options = Options(log=at.case.log.changes())
        self._name, self._shortened = "", ()

        def job(tell: Callable[[float, str], None]) -> tuple[Made, tuple[str, ...]]:
            tell(0.1, worded("Being made: {what}", what=worded(kind.title)))
            content = BytesIO()
            shortened = kind.write(now, content, came_from, options)
            return Made(f"{now.case.id}{kind.ending}", content.getvalue(), kind.mime), shortened

        at.work.start(WORK, job, self._done)

    def made(self) -> Made | None:
        """The file that was made since this was last asked."""
        made, self._made = self._made, None
        return made

    def _done(self, result: tuple[Made, tuple[str, ...]]) -> None:
        self._made, self._shortened = result
        self._name = self._made.name

    def _card(self, kind: Kind, *, disabled: bool) -> Markup:
        button = action(worded(kind.save), "export.make", kind.ending, class_="act button", disabled=disabled)
        return element(
            "section",
            element("h3", worded(kind.heading)),
            element("p", worded(kind.purpose)),
            element("p", button),
            class_="card",
        )

    def _last(self) -> Markup:
        if not self._name:
            return Markup()
        told = [element("p", worded("Made: {name}", name=self._name), role="status")]
        if self._shortened:
            cut = worded("The page was shortened to fit: {what}", what=" ".join(self._shortened))
            told.append(element("p", cut, class_="soft"))
        return joined(told)
