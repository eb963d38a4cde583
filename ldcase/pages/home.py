"""The home screen: all cases with their bottom line; begin, open, duplicate, put aside, save; who can open them.

Cards appear at once with what is known without opening a case. Figures nobody has worked out yet follow, a few cases
at a time beside the page, and are remembered in the workspace.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from markupsafe import Markup

from ldcase.errors import CaseError, Finding
from ldcase.language import marked, worded
from ldcase.pages.cases import case_ids, screen
from ldcase.pages.glance import Glance, digests, glance, remembered
from ldcase.pages.home_cards import Card, card
from ldcase.pages.markup import NOTHING, action, choice, element, field, joined, upload
from ldcase.pages.notices import finding
from ldcase.pages.panel import WHO, Upload
from ldcase.pages.served import served, share
from ldcase.pages.titles import titles
from ldcase.pages.view import View
from ldcase.pages.work import Report, Work
from ldcase.store.bundle import Bundle, packed, unpacked
from ldcase.store.desk import Desk
from ldcase.store.shelf import Latest

ORDERS: dict[str, str] = {
    "changed": marked("Changed last"),
    "title": marked("By name"),
    "net": marked("Net benefit"),
    "chance": marked("Chance it pays back"),
}
FEW = 4
"""So many cases need neither a search nor an order."""
SHARE_SECONDS = 0.25
"""So long figures are worked out before those that are there are shown."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that waits for another name."""

    called: str
    bundle: Bundle
    title: str


class Home:
    """The home screen of one page.

    Parameters
    ----------
    clock
        Gives the local time.
    work
        Where figures are worked out.
    """

    def __init__(self, desk: Desk, clock: Callable[[], datetime], work: Work) -> None:
        self._desk = desk
        self._clock = clock
        self._work = work
        self._search = ""
        self._order = "changed"
        self._aside = False
        self._told = NOTHING
        self._findings: tuple[Finding, ...] = ()
        self._refused: tuple[Finding, ...] = ()
        self._arrived: Arrived | None = None
        self._saved: tuple[str, bytes] | None = None
        self._glances: dict[str, Glance] = {}
        self._digests: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._changed: dict[str, Latest] = {}
        self._shelved: dict[str, Latest] = {}

    def view(self, findings: Sequence[Finding]) -> View:
        """The whole screen; ``findings`` say why a case could not be opened."""
        self._findings = tuple(findings)
        self._look()
        return self._screen()

    def slots(self) -> dict[str, str | Markup]:
        """The parts of the screen as they are now."""
        return dict(self._screen().slots)

    def leave(self) -> None:
        """A case is opened: what was told here is not told again."""
        self._told, self._refused, self._arrived = NOTHING, (), None

    def saved(self) -> tuple[str, bytes] | None:
        """The file that was asked for, once: its name and its content."""
        given, self._saved = self._saved, None
        return given

    def act(self, act: str, value: str) -> None:
        """A control was used; what is refused is told, and everything stays as it was."""
        actions: dict[str, Callable[[str], object]] = {
            "search": lambda text: setattr(self, "_search", text[:200]),
            "order": lambda order: setattr(self, "_order", order if order in ORDERS else self._order),
            "list": lambda which: setattr(self, "_aside", which == "archived"),
            "duplicate": self._duplicate,
            "archive": self._archive,
            "back": self._bring_back,
            "save": self._save,
            "name": self._name,
            "drop": lambda _: setattr(self, "_arrived", None),
        }
        if act not in actions:
            return
        if act not in ("search", "order"):
            self._told, self._refused, self._findings = NOTHING, (), ()
        try:
            actions[act](value)
        except CaseError as error:
            self._refused = error.findings
        if act not in ("search", "order", "list"):
            self._look()

    def took(self, file: Upload) -> None:
        """A file was chosen: taken in as a case of its own, or it is told why not."""
        self._told, self._refused, self._findings, self._arrived = NOTHING, (), (), None
        try:
            self._take_in(file.name, unpacked(file.name, file.content), "")
        except CaseError as error:
            self._refused = error.findings
        self._look()

    def _take_in(self, called: str, bundle: Bundle, title: str) -> None:
        try:
            opened = self._desk.take_in(bundle, called, title)
        except CaseError as error:
            if error.findings[0].code == "case-name-taken":
                self._arrived = Arrived(called, bundle, error.findings[0].found)
            raise
        self._arrived = None
        go = action(worded("Open it"), "case", opened.case.id, class_="button")
        self._tell(worded("“{title}” is here now.", title=opened.case.title), go)

    def _name(self, title: str) -> None:
        if self._arrived is not None and title.strip():
            self._take_in(self._arrived.called, self._arrived.bundle, title.strip()[:200])

    def _duplicate(self, case_id: str) -> None:
        title = self._title(case_id)
        made = self._desk.duplicate(case_id, worded("{title} (copy)", title=title))
        go = action(worded("Open it"), "case", made.case.id, class_="button")
        self._tell(worded("“{title}” is a case of its own now.", title=made.case.title), go)

    def _archive(self, case_id: str) -> None:
        if self._known(case_id) and self._desk.workspace.shelf.archive(case_id, WHO):
            back = action(worded("Bring it back"), "home.back", case_id, class_="button")
            told = worded("“{title}” is archived; nothing of it is lost.", title=self._title(case_id))
            self._tell(told, back)

    def _bring_back(self, case_id: str) -> None:
        if self._known(case_id) and self._desk.workspace.shelf.bring_back(case_id, WHO):
            self._tell(worded("“{title}” is among the cases again.", title=self._title(case_id)))

    def _save(self, case_id: str) -> None:
        self._saved = packed(case_id, self._desk.bundle(case_id))

    def _known(self, case_id: str) -> bool:
        return case_id in case_ids(self._desk.data_root)

    def _title(self, case_id: str) -> str:
        seen = self._glances.get(case_id)
        return seen.title if seen and not seen.findings else self._titles.get(case_id, case_id)

    def _tell(self, told: str, *more: Markup) -> None:
        self._told = element("p", element("span", told, dir="auto"), *more, class_="told", role="status")

    def _look(self) -> None:
        """See what cases there are, take up what is remembered of them, and begin to work out the rest."""
        shelf = self._desk.workspace.shelf
        ids = case_ids(self._desk.data_root)
        now = digests(self._desk, ids)
        same = {name for name in ids if name in now and self._digests.get(name) == now[name]}
        glances = {name: seen for name, seen in self._glances.items() if name in same and not seen.findings}
        kept = shelf.remembered([now[name] for name in now if name not in glances])
        for name, digest in now.items():
            found = kept.get(digest)
            if name not in glances and isinstance(found, dict):
                glances[name] = remembered(found)
        self._glances, self._digests = glances, now
        self._titles = titles(self._desk.data_root / "cases")
        self._changed, self._shelved = dict(shelf.latest()), dict(shelf.archived())
        self._work_out()

    def _work_out(self) -> None:
        """Work out the figures of the first cases that have none; again when those are shown, until all have theirs."""
        waiting = [each.case_id for each in self._cards() if each.glance is None]
        if not waiting:
            return
        desk, wanted = self._desk, dict(self._digests)

        def job(report: Report) -> dict[str, Glance]:
            found: dict[str, Glance] = {}
            end = monotonic() + SHARE_SECONDS
            while waiting and monotonic() < end:
                name = waiting.pop(0)
                found[name] = seen = glance(desk, name)
                if not seen.findings:
                    desk.workspace.shelf.remember(wanted[name], seen.plain())
            return found

        def done(found: dict[str, Glance]) -> None:
            self._glances |= found
            self._work_out()

        self._work.start("home", job, done)

    def _cards(self) -> list[Card]:
        """The cases of the list that is chosen, in the order that is chosen; all of them, whatever is searched."""
        cards = []
        for name in self._digests:
            if (name in self._shelved) != self._aside:
                continue
            seen, file = self._glances.get(name), self._desk.data_root / "cases" / name / "case.yaml"
            written = datetime.fromtimestamp(file.stat().st_mtime if file.exists() else 0, UTC)
            title = seen.title if seen and not seen.findings else self._titles.get(name, name)
            cards.append(Card(name, name if seen and seen.findings else title, seen, self._changed.get(name), written))
        cards.sort(key=lambda each: each.title.casefold())
        if self._order == "changed":
            cards.sort(key=lambda each: each.latest, reverse=True)
        elif self._order in ("net", "chance"):
            cards.sort(key=self._worth, reverse=True)
        return cards

    def _worth(self, of: Card) -> float:
        """What a case is ordered by; one without figures comes last."""
        if of.glance is None or of.glance.findings or of.glance.is_draft:
            return float("-inf")
        return of.glance.net[1] if self._order == "net" else of.glance.chance

    def _screen(self) -> View:
        headline = worded("Which case do you want to make?") if self._digests else worded("Begin your first case")
        return screen(headline, self._slots())

    def _slots(self) -> dict[str, str | Markup]:
        cards = self._cards()
        wanted = self._search.casefold().split()
        found = [each for each in cards if all(word in _words(each) for word in wanted)]
        now = self._clock()
        listed = element("ul", *(card(each, now, archived=self._aside) for each in found), class_="cases")
        below = joined((self._bar(len(cards)), self._told, listed if found else self._empty(), share(served())))
        told = [
            *(finding(each) for each in self._findings),
            *(finding(each, worded("Not taken")) for each in self._refused),
        ]
        problems = element("ul", *told, class_="findings") if told else NOTHING
        prose = [worded("Each card is a live business case: open one and walk its four steps.")]
        if not self._digests:
            prose = [
                worded("There is no case yet. At most fifteen answers lead to the first result; each is kept at once."),
                worded("Or open a file somebody sent you: a case.yaml, or a zip with its tables."),
            ]
        return {
            "prose": joined(element("p", each) for each in prose),
            "below": element("div", self._other_name(), below, class_="home"),
            "notice": problems,
        }

    def _bar(self, cards: int) -> Markup:
        begin = action(worded("New case"), "new", class_="button main")
        file = upload(worded("Open a file"), "home.open", ".yaml,.yml,.zip")
        here, aside = len(self._digests.keys() - self._shelved.keys()), len(self._digests.keys() & self._shelved.keys())
        lists = NOTHING
        if aside or self._aside:
            lists = element(
                "span",
                _tab("cases", worded("Cases {n}", n=here), not self._aside),
                _tab("archived", worded("Archived {n}", n=aside), self._aside),
                class_="lists",
            )
        find = NOTHING
        if cards > FEW or self._search:
            look = field(worded("Search"), "home.search", "search", self._search, kind="search",
                         placeholder=worded("Search"))  # fmt: skip
            order = choice(
                worded("Order"), "home.order", "order", [(name, worded(label)) for name, label in ORDERS.items()],
                self._order,
            )  # fmt: skip
            find = element("span", look, order, class_="find")
        return element("div", begin, file, lists, find, class_="home-bar")

    def _other_name(self) -> Markup:
        """The question for another name, when a file holds a case of a name that is taken."""
        if self._arrived is None:
            return NOTHING
        told = worded(
            "There is a case named “{title}” already, and it stays as it is. What shall the one from {file} be called?",
            title=self._arrived.title,
            file=self._arrived.called[:80],
        )
        box = field(worded("Another name"), "home.name", "title", "", placeholder=worded("A name people will remember"))
        drop = action(worded("Leave it"), "home.drop", class_="button")
        return element("div", element("p", told, dir="auto"), element("div", box, drop, class_="fields"), class_="card")

    def _empty(self) -> Markup:
        if self._search:
            return element("p", worded("No case matches “{text}”.", text=self._search), class_="empty")
        if self._aside:
            return element("p", worded("No case is archived."), class_="empty")
        return NOTHING if not self._digests else element("p", worded("All cases are archived."), class_="empty")


def _tab(which: str, label: str, on: bool) -> Markup:
    return element(
        "button", label, type="button", class_="tab", data_act="home.list", data_value=which,
        aria_pressed="true" if on else "false",
    )  # fmt: skip


def _words(of: Card) -> str:
    """Everything of a card that a search looks at."""
    seen = of.glance
    more = (seen.title, seen.summary, seen.priority, seen.owner) if seen else ()
    return " ".join((of.title, of.case_id, *more)).casefold()
