"""The panel of the library: what others found, matched to this case, and what that lets one expect here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from markupsafe import Markup

from ldcase.case import Case
from ldcase.case.places import Plain
from ldcase.charts.drawing import Drawing
from ldcase.charts.drawings.forest import AXES, drawn, forest
from ldcase.errors import CaseError, Finding
from ldcase.evidence.effect import DESIGNS, LEVELS, USES, Effect
from ldcase.evidence.matching import Match, matches
from ldcase.evidence.prior import Prior
from ldcase.evidence.proposal import starts
from ldcase.evidence.reviews import reviews
from ldcase.evidence.search import Filters, search
from ldcase.evidence.topics import topic_in_words
from ldcase.evidence.unsound import Unsound, asked_for, claimed, load_unsound
from ldcase.language import LANGUAGES, marked, said, speech, worded, worded_many
from ldcase.pages import library_prior, library_way, typed, way_choice
from ldcase.pages.library_cards import card, popular
from ldcase.pages.markup import NOTHING, action, choice, element, field, figure, joined, tick
from ldcase.pages.notices import finding
from ldcase.pages.panel import WHO, BasePanel, Drawn, Standing

RANGE = "range"
"""The part of the panel that shows only what studies let one expect here."""
FEW = 8
"""Cards before “show all”."""
FEW_ROWS = 6
"""More rows than these need a higher picture."""
_GRADES = (("", marked("any grade")), ("A", "A"), ("B", marked("B or better")), ("C", marked("C or better")))


class Library(BasePanel):
    """Search and filters, the cards, the forest of what is shown, and the range for this case."""

    title = marked("What others found")

    def __init__(self) -> None:
        self._text = ""
        self._filters = Filters()
        self._fitting = True
        self._all = False
        self._axis = ""
        self._start = ""
        self._factors: Mapping[str, float] = {}
        self._no_effect: float | None = None
        self._unsound: tuple[Unsound, ...] | None = None

    def act(self, at: Standing, act: str, value: str, name: str) -> None:
        """Search, filter, take a finding in or out, change a step."""
        if act == "search":
            self._text, self._all = value, False
        elif act == "filter" and name in ("domain", "level", "design", "grade", "use"):
            self._filters, self._all = replace(self._filters, **{name: value}), False
        elif act == "fitting":
            self._fitting = value == "true"
        elif act == "clear":
            self._text, self._filters, self._fitting, self._all = "", Filters(), True, False
        elif act == "more":
            self._all = True
        elif act == "axis":
            self._axis = value
        elif act == "start":
            self._start, self._factors = value, {}
        elif act == "factor":
            self._step(at, {**self._factors, name: _share(value)}, self._no_effect)
        elif act == "none":
            self._step(at, self._factors, _share(value))
        elif act == "reset":
            self._factors, self._no_effect = {}, None
        elif act == "use":
            _take_in(at, value)
        elif act == "drop":
            _take_out(at, value)
        elif act == "take":
            self._use_range(at, value)
        elif act == "beside":
            self._set_beside(at, value)

    def draw(self, at: Standing, part: str) -> Drawn:
        """The panel as it is now."""
        case = at.now.case
        matched = matches(case, at.effects.values())
        shown = self._shown(matched)
        begin = starts(matched)
        prior = self._prior(at, begin)
        axis, axes, drawings = self._forest(shown, prior)
        used = {each.id for each in case.document.evidence.findings}
        changed = bool(self._factors) or self._no_effect is not None
        below = (
            *self._side_by_side(axis, axes, drawings),
            library_prior.section(case, prior, begin, changed) if prior is not None else NOTHING,
        )
        html = joined(
            (element("h2", worded(self.title)), _conclusion(prior, part), *below)
            if part == RANGE
            else (
                element("h2", worded(self.title)),
                _conclusion(prior, part),
                _in_english(),
                *self._told(at),
                self._controls(at.effects.values(), len(shown)),
                element("div", *self._popular(at, case), *self._cards(shown, used, at), class_="cards studies"),
                self._more(len(shown)),
                *below,
            )
        )
        return Drawn(html, drawings)

    def _shown(self, matched: tuple[Match, ...]) -> tuple[Match, ...]:
        passed = {each.id for each in search((match.effect for match in matched), self._text, self._filters)}
        return tuple(
            match
            for match in matched
            if match.effect.id in passed and (match.score > 0 or not self._fitting or self._searching)
        )

    @property
    def _searching(self) -> bool:
        return bool(self._text.strip()) or self._filters != Filters()

    def _told(self, at: Standing) -> tuple[Markup, ...]:
        found = reviews(at.now.case, at.effects, at.today)
        return (element("ul", *(finding(each) for each in found), class_="findings"),) if found else ()

    def _controls(self, effects: Iterable[Effect], count: int) -> Markup:
        domains = sorted({each.domain for each in effects}, key=lambda each: worded(topic_in_words(each)))
        topics = [("", worded("any topic")), *((domain, worded(topic_in_words(domain))) for domain in domains)]
        levels = [("", worded("any outcome")), *_listed(LEVELS)]
        designs = [("", worded("any kind of study")), *_listed(DESIGNS)]
        uses = [("", worded("all")), *_listed(USES)]
        chosen = self._filters
        found = worded_many(
            "{n} finding, the closest to this case first",
            "{n} findings, the closest to this case first",
            count,
            n=count,
        )
        clear = action(worded("clear"), "library.clear", class_="n") if self._searching else NOTHING
        return element(
            "div",
            field(
                worded("Search"),
                "library.search",
                "text",
                self._text,
                kind="search",
                placeholder=worded("sales, call centre, …"),
            ),
            choice(worded("Topic"), "library.filter", "domain", topics, chosen.domain),
            choice(worded("Outcome"), "library.filter", "level", levels, chosen.level),
            choice(worded("Study"), "library.filter", "design", designs, chosen.design),
            choice(
                worded("Grade"), "library.filter", "grade", [(key, worded(text)) for key, text in _GRADES], chosen.grade
            ),
            choice(worded("Good for"), "library.filter", "use", uses, chosen.use),
            tick(worded("only what fits this case"), "library.fitting", "fitting", self._fitting)
            if not self._searching
            else NOTHING,
            element("p", found, " ", clear, class_="soft", role="status"),
            class_="search",
        )

    def _popular(self, at: Standing, case: Case) -> tuple[Markup, ...]:
        if self._unsound is None:
            self._unsound = load_unsound(at.data_root / "evidence")
        rests = claimed(self._unsound, (each.code for each in case.findings))
        asked = asked_for(self._unsound, self._text)
        told = dict.fromkeys((*rests, *asked))
        if self._filters.use == "warning":
            told = dict.fromkeys((*told, *self._unsound))
        return tuple(popular(each, each in rests, at.effects) for each in told)

    def _cards(self, shown: tuple[Match, ...], used: set[str], at: Standing) -> tuple[Markup, ...]:
        if not shown:
            said = worded("No finding of the library holds all of this.")
            return (element("p", said, " ", action(worded("Clear the search"), "library.clear", class_="n")),)
        some = shown if self._all else shown[:FEW]
        return tuple(card(match, match.effect.id in used, at.today) for match in some)

    def _more(self, count: int) -> Markup:
        if self._all or count <= FEW:
            return NOTHING
        return element(
            "p", action(worded("show all {count}", count=count), "library.more", class_="button"), class_="row"
        )

    def _prior(self, at: Standing, begin: tuple[Match, ...]) -> Prior | None:
        if not begin:
            return None
        effects = {match.effect.id: match.effect for match in begin}
        start = effects.get(self._start, begin[0].effect)
        return library_prior.expected(at.now.case, at.effects, start, self._factors, self._no_effect)

    def _forest(
        self, shown: tuple[Match, ...], prior: Prior | None
    ) -> tuple[str, tuple[str, ...], tuple[Drawing, ...]]:
        """The axis that is shown, those that could be, and the drawing; nothing where no finding gives a size."""
        liked = self._filters.level == "reaction"
        effects = [match.effect for match in shown if liked or match.effect.level != "reaction"]
        axes = tuple(axis for axis in AXES if drawn(effects, axis))
        if not axes:
            return "", (), ()
        first = prior.axis if prior is not None and prior.axis in axes else axes[0]
        axis = self._axis if self._axis in axes else first
        return axis, axes, (forest(effects, axis, prior),)

    def _side_by_side(self, axis: str, axes: tuple[str, ...], drawings: tuple[Drawing, ...]) -> tuple[Markup, ...]:
        if not drawings:
            return ()
        said = worded(
            "Only findings on one scale stand side by side. What is expected here comes last, from the steps below."
        )
        options = [(each, worded(AXES[each])) for each in axes]
        which = choice(worded("Scale"), "library.axis", "axis", options, axis) if len(axes) > 1 else NOTHING
        places = (figure(one.spec, "high" if len(one.data["forest"]["order"]) > FEW_ROWS else "") for one in drawings)
        return (element("h3", worded("Side by side")), element("p", said, class_="soft"), which, *places)

    def _step(self, at: Standing, factors: Mapping[str, float], no_effect: float | None) -> None:
        """Keep the steps if they can be; a step that cannot leaves those before."""
        before = self._factors, self._no_effect
        self._factors, self._no_effect = factors, no_effect
        try:
            self._prior(at, starts(matches(at.now.case, at.effects.values())))
        except CaseError:
            self._factors, self._no_effect = before
            raise

    def _set_beside(self, at: Standing, key: str) -> None:
        """Make the range the published way to a metric's effect; a case that follows that way follows it there."""
        prior = self._prior(at, starts(matches(at.now.case, at.effects.values())))
        if prior is None or key not in {use.key for use in library_prior.metrics_fitting(at.now.case, prior)}:
            return
        library_way.take(at, at.opened.with_case(at.case.case), key, prior.start.id, prior)
        way_choice.follow(at.case, at.opened.with_case(at.case.case), key, at.effects)

    def _use_range(self, at: Standing, name: str) -> None:
        prior = self._prior(at, starts(matches(at.now.case, at.effects.values())))
        if prior is not None and name in library_prior.fitting(at.now.case, prior):
            library_prior.take(at, name, prior)


def _in_english() -> Markup:
    """Where the page speaks another language: that what was published is not translated."""
    if speech().language == next(iter(LANGUAGES)):
        return NOTHING
    return element(
        "p", worded("Findings stand in English, the language of their sources, as they were read."), class_="soft"
    )


def _conclusion(prior: Prior | None, part: str) -> Markup:
    """What it all comes to, before the findings; and the way between the two parts of the panel."""
    if prior is None:
        return NOTHING
    back = action(worded("all findings"), "library", "", class_="button")
    there = action(worded("how it comes about"), "library", RANGE, class_="button")
    return element("p", library_prior.in_short(prior), " ", back if part == RANGE else there, class_="help conclusion")


def _listed(named: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is sent and what is read of each entry of a closed list."""
    return [(key, worded(text)) for key, text in named.items()]


def _share(text: str) -> float:
    values = typed.readings(text)
    if not values:
        what = said("A step keeps a share of the effect.")
        raise CaseError(Finding("not-a-number", what, text, said("0 to 100"), said("Type a number.")))
    return values[0] / 100


def _named(at: Standing) -> list[Plain]:
    evidence = cast("dict[str, Plain]", cast("dict[str, Plain]", at.case.case.data).get("evidence") or {})
    return list(cast("list[Plain]", evidence.get("findings") or []))


def _take_in(at: Standing, name: str) -> None:
    effect = at.effects.get(name)
    if effect is None or name in {each.id for each in at.case.case.document.evidence.findings}:
        return
    added: Plain = {"id": effect.id, "says": effect.says}
    at.case.edit("evidence.findings", [*_named(at), added], who=WHO, why=f"{effect.short_name} used in the case")


def _take_out(at: Standing, name: str) -> None:
    kept = [each for each in _named(at) if not (isinstance(each, dict) and each.get("id") == name)]
    at.case.edit("evidence.findings", kept, who=WHO, why=f"{name} no longer used")
