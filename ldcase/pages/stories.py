"""The panel of stories: the best and the worst case side by side, each beside its number, with who checked it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ldcase.case.document_evidence import Story
from ldcase.case.places import Plain
from ldcase.errors import CaseError, Finding
from ldcase.evidence.reviews import reviews
from ldcase.evidence.stories import on_page
from ldcase.forecast import Forecast
from ldcase.language import marked, said, worded
from ldcase.pages import typed
from ldcase.pages.markup import NOTHING, action, choice, element, field, joined
from ldcase.pages.notices import finding
from ldcase.pages.panel import WHO, BasePanel, Drawn, Standing
from ldcase.pages.story_cards import KINDS, checked, figure, unrealised
from ldcase.words import numbers

ORDER = ("best", "worst", "typical")
MOST_STORIES = 20
_UNREALISED = {
    "value_per_success": marked("Worth of one success a year"),
    "people": marked("How many people could be one"),
    "share_now": marked("Share of them today, %"),
    "share_target": marked("Share of them to reach, %"),
}
_TEXTS = ("title", "text", "checked_by", "review_by")


class StoriesPanel(BasePanel):
    """The stories of a case; one of them may be open for writing."""

    title = marked("Stories")

    def __init__(self) -> None:
        self._open: int | None = None

    def draw(self, at: Standing, part: str) -> Drawn:
        """The cards, best and worst side by side, and the story that is being written."""
        stories = at.now.case.document.evidence.stories
        told = on_page(stories)
        late = [each for each in reviews(at.now.case, {}, at.today) if each.place.path.startswith("evidence.stories")]
        html = joined(
            (
                element("h2", worded(self.title)),
                element(
                    "p",
                    worded(
                        "A story makes a number believable; it never stands for it. The best and the worst case are "
                        "told side by side, and beside each what is usual."
                    ),
                    class_="help",
                ),
                element("ul", *(finding(each) for each in late), class_="findings") if late else NOTHING,
                element("div", *self._cards(at, stories, told), class_="cards") if stories else _none(),
                element("p", action(worded("Add a story"), "stories.add", class_="button"), class_="row"),
                self._written(at, stories),
            )
        )
        return Drawn(html)

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Add, open, write, mark or remove a story."""
        stories = at.case.case.document.evidence.stories
        if act == "add":
            if len(stories) >= MOST_STORIES:
                what = said("Nobody reads more stories than this.")
                raise CaseError(
                    Finding("stories-many", what, str(len(stories)), f"{MOST_STORIES}", said("Remove one."))
                )
            at.case.edit(
                f"evidence.stories.{len(stories)}", {"title": worded("A new story"), "kind": "typical"}, who=WHO
            )
            self._open = len(stories)
        elif act == "close":
            self._open = None
        elif act == "write":
            self._write(at, name, value, stories)
        elif value.isdigit() and int(value) < len(stories):
            self._of(at, act, int(value), stories)

    def _of(self, at: Standing, act: str, number: int, stories: Sequence[Story]) -> None:
        """Open, remove or put on the pitch page one story."""
        if act == "open":
            self._open = number
        elif act == "remove":
            self._open = None
            at.case.edit(f"evidence.stories.{number}", None, who=WHO)
        elif act == "page":
            for other, story in enumerate(stories):
                if story.on_page and other != number:
                    at.case.edit(f"evidence.stories.{other}.on_page", None, who=WHO)
            at.case.edit(f"evidence.stories.{number}.on_page", True, who=WHO)

    def _write(self, at: Standing, name: str, value: str, stories: Sequence[Story]) -> None:
        """Take what was typed for a story; a box is named after the story's number and the key."""
        number, _, key = name.partition(".")
        if not number.isdigit() or int(number) >= len(stories) or key not in (*_TEXTS, *_UNREALISED, "kind", "figure"):
            return
        path, text = f"evidence.stories.{number}", value.strip()
        given: Plain = text or None
        if key in _UNREALISED:
            path += ".unrealised"
            given = _number(worded(_UNREALISED[key]), text) if text else None
            if given is not None and key.startswith("share"):
                given = float(given) / 100
        at.case.edit(f"{path}.{key}", given, who=WHO)

    def _cards(self, at: Standing, stories: Sequence[Story], told: Story | None) -> Iterator[Markup]:
        numbered = sorted(enumerate(stories), key=lambda one: ORDER.index(one[1].kind))
        for number, story in numbered:
            page = (
                element("span", worded("on the pitch page"), class_="grade")
                if story is told
                else action(worded("put on the pitch page"), "stories.page", str(number), class_="n")
            )
            yield element(
                "div",
                element("h3", story.title or worded("Without a title")),
                element("p", element("span", worded(KINDS[story.kind]), class_="grade")),
                element("p", story.text),
                element("p", figure(story, at.now)),
                element("p", checked(story, at.today)),
                element("p", unrealised(story, at.now.case.currency)),
                element("p", action(worded("write"), "stories.open", str(number), class_="n"), " ", page, class_="row"),
                class_="card",
            )

    def _written(self, at: Standing, stories: Sequence[Story]) -> Markup:
        """The boxes of the story that is open."""
        number = self._open
        if number is None or number >= len(stories):
            return NOTHING
        story = stories[number]

        def box(label: str, key: str, value: object, kind: str = "text") -> Markup:
            return field(label, "stories.write", f"{number}.{key}", "" if value is None else f"{value}", kind=kind)

        given = story.unrealised
        values = {key: getattr(given, key) if given is not None else None for key in _UNREALISED}
        shown = {
            key: None if value is None else numbers.editable(value * (100 if key.startswith("share") else 1))
            for key, value in values.items()
        }
        day = story.review_by.isoformat() if story.review_by is not None else ""
        return element(
            "div",
            element("h3", worded("Write: {value}", value=story.title or "a story")),
            element(
                "div",
                box(worded("Title"), "title", story.title),
                choice(
                    worded("Which case it is"),
                    "stories.write",
                    f"{number}.kind",
                    [(key, worded(text)) for key, text in KINDS.items()],
                    story.kind,
                ),
                choice(
                    worded("The number it stands beside"),
                    "stories.write",
                    f"{number}.figure",
                    _figures(at.now),
                    story.figure,
                ),
                box(worded("What happened"), "text", story.text, "long"),
                box(worded("Who checked it (a role)"), "checked_by", story.checked_by),
                box(worded("To be looked at again by"), "review_by", day, "date"),
                class_="fields",
            ),
            element(
                "p", worded("If more people were like this, told beside the case and never added to it:"), class_="soft"
            ),
            element(
                "div",
                *(box(worded(label), key, shown[key], "number") for key, label in _UNREALISED.items()),
                class_="fields",
            ),
            element(
                "p",
                action(worded("Done"), "stories.close", class_="button main"),
                action(worded("Remove this story"), "stories.remove", str(number), class_="button"),
                class_="row",
            ),
        )


def _none() -> Markup:
    return element("p", worded("No story is told yet. Ask the best and the worst of the last programme what happened."))


def _number(label: str, text: str) -> float:
    found = typed.readings(text)
    if not found:
        raise CaseError(typed.not_a_number(label, text))
    return found[0]


def _figures(now: Forecast) -> list[tuple[str, str]]:
    """The figures a story may stand beside: those of the metrics, and what decides how much is used at work."""
    case = now.case
    names = [name for name in now.names if "." in name and not name.startswith("cohort_")]
    names += [name for name in case.assumptions if "." not in name and case.assumptions[name].step == "idea"]
    titles = {use.key: worded(use.title) for use in case.metrics}
    programme = worded("The programme")
    listed = [(name, f"{titles.get(name.partition('.')[0], programme)}: {worded(now[name].title)}") for name in names]
    return [("", worded("none")), *listed]
