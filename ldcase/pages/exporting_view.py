"""How the panel “Take the case with you” looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ldcase.exports.kinds import KINDS, PAPERS, Kind
from ldcase.exports.verify import Checked, Outcome
from ldcase.language import LANGUAGES, marked, worded, worded_as
from ldcase.pages.markup import NOTHING, action, choice, element, joined, progress, table, upload
from ldcase.pages.work import Progress

WORK = "export"
"""The key of the work beside the page."""
ALL = "all"
OUTCOMES: Mapping[Outcome, str] = {
    "same": marked("It matches the case."),
    "changed": marked("It no longer says what the case says."),
    "unknown": marked("It cannot be told whether it matches."),
}

_LINKED = marked("They hold the levers of the link as you see them, which are not recorded yet.")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is chosen in the panel, what was made last with what was shortened in it, and what was checked.

    ``linked`` says that the page shows levers of a link that are not recorded.
    """

    paper: str
    language: str
    template: str
    name: str
    shortened: tuple[str, ...]
    checked: Mapping[str, Checked]
    linked: bool


def panel(title: str, shown: Shown, going: Progress | None) -> Markup:
    """The whole panel."""
    busy = going is not None
    cards = (_card(kind, busy=busy) for kind in KINDS.values())
    intro = worded("Each is made from the case as it stands now. The page stays usable meanwhile.")
    return joined(
        (
            element("h2", title),
            element("p", intro, class_="soft"),
            element("p", worded(_LINKED), class_="soft") if shown.linked else NOTHING,
            _options(shown),
            _going(going) if going is not None else _last(shown),
            element("div", *cards, _all(busy=busy), class_="cards"),
            element("h3", worded("The case itself")),
            _case(),
            element("h3", worded("Check a document")),
            _check(shown.checked),
        )
    )


def _options(shown: Shown) -> Markup:
    papers = [(name, worded(label)) for name, label in PAPERS.items()]
    parts = [
        choice(worded("Paper"), "export.paper", "paper", papers, shown.paper),
        choice(worded("Language"), "export.language", "language", LANGUAGES.items(), shown.language),
    ]
    if any("template" in kind.takes for kind in KINDS.values()):
        parts.append(upload(worded("Your template for slides …"), "export.template", ".pptx,.potx"))
        if shown.template:
            told = worded("Slides follow {name}.", name=shown.template)
            parts.append(element("span", told, class_="soft", dir="auto"))
            parts.append(action(worded("Use the built-in one"), "export.no_template", class_="button"))
    return element("div", *parts, class_="fields")


def _card(kind: Kind, *, busy: bool) -> Markup:
    button = action(worded(kind.save), "export.make", kind.ending, class_="act button", disabled=busy)
    return element(
        "section",
        element("h3", worded(kind.heading)),
        element("p", worded(kind.purpose)),
        element("p", button),
        class_="card",
    )


def _all(*, busy: bool) -> Markup:
    button = action(worded("Save all as a zip"), "export.make", ALL, class_="act button main", disabled=busy)
    purpose = worded("Every document, with the case and its tables. The home screen opens it again as a case.")
    return element(
        "section", element("h3", worded("All of them")), element("p", purpose), element("p", button), class_="card"
    )


def _going(going: Progress) -> Markup:
    stop = action(worded_as("of what is being made", "Stop"), "export.stop", class_="button")
    return element("div", progress(going.share, going.said), stop, class_="row making")


def _last(shown: Shown) -> Markup:
    if not shown.name:
        return NOTHING
    told = [element("p", worded("Made: {name}", name=shown.name), role="status")]
    if shown.shortened:
        cut = worded("The page was shortened to fit: {what}", what=" ".join(shown.shortened))
        told.append(element("p", cut, class_="soft"))
    return joined(told)


def _case() -> Markup:
    """The file that restores everything, and the link that leads here."""
    told = worded(
        "The file of the case holds everything, the recorded changes included; “Open a file” on the home screen reads "
        "it back. A link leads to what you see now: step, view, open panel and moved levers. It opens for whoever "
        "reaches this workbook."
    )
    link = element("button", worded("Copy the link"), type="button", class_="button", data_link=True)
    save = action(worded("Save the file of the case"), "export.file", class_="act button")
    return joined((element("p", told, class_="soft"), element("p", save, Markup(" "), link, class_="row")))


def _check(checked: Mapping[str, Checked]) -> Markup:
    told = worded("A document that was made here carries which case it came from, when, and from which figures.")
    accept = ",".join((*KINDS, ".zip"))
    pick = element("p", upload(worded("Choose a document …"), "export.check", accept), class_="row")
    results = (_result(name, found) for name, found in checked.items())
    return joined((element("p", told, class_="soft"), pick, *results))


def _result(name: str, found: Checked) -> Markup:
    verdict = element("b", worded(OUTCOMES[found.outcome]))
    head = element("p", element("span", name, dir="auto"), ": ", verdict)
    lines = element("p", " ".join(found.told), class_="soft")
    rows = [(each.title, each.document, each.case) for each in found.differences]
    heads = worded("Assumption"), worded("in the document"), worded("in the case")
    differing = table(heads, rows, numeric=(1, 2)) if rows else NOTHING
    return element("section", head, lines, differing, class_="card checked", role="status", data_outcome=found.outcome)
