"""Lenses: for whom the case is told. The same model each time; other sentences, in another order, in other words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ldcase.forecast import Forecast
from ldcase.language import marked
from ldcase.words import lens_cfo, lens_coo, lens_hr, lens_manager
from ldcase.words.lens_parts import Overview, Told
from ldcase.words.pitch import Narrative
from ldcase.words.turned import is_turned
from ldcase.words.verdict import judgement, verdict

SURE = ("pays", "likely")
"""Verdicts after which a step need not say how sure the case is; any other is told on every step."""


@dataclass(frozen=True, slots=True)
class Lens:
    """Whom the case is told to.

    Attributes
    ----------
    id
        As it stands in the address: ``?lens=cfo``.
    name, title
        Marked texts: the name in a list, and the title of the panel.
    asks
        What is asked first there, a marked text.
    told
        The sentences of each step.
    overview
        The whole on one screen.
    """

    id: str
    name: str
    title: str
    asks: str
    told: Mapping[str, Told]
    overview: Callable[[Forecast], Overview]


LENSES: tuple[Lens, ...] = (
    Lens(
        "cfo",
        marked("CFO"),
        marked("As the CFO sees it"),
        marked("What comes back in cash, when, and what if it does not?"),
        lens_cfo.TOLD,
        lens_cfo.overview,
    ),
    Lens(
        "coo",
        marked("COO"),
        marked("As the COO sees it"),
        marked("Who is away when, what does it free, and how is it rolled out?"),
        lens_coo.TOLD,
        lens_coo.overview,
    ),
    Lens(
        "hr",
        marked("HR head"),
        marked("As the head of HR sees it"),
        marked("What can people do afterwards, do they stay, and is training the remedy?"),
        lens_hr.TOLD,
        lens_hr.overview,
    ),
    Lens(
        "manager",
        marked("Line manager"),
        marked("As the line manager sees it"),
        marked("What do my people do differently on Monday, and what does it take from me?"),
        lens_manager.TOLD,
        lens_manager.overview,
    ),
)
"""All lenses, in the order in which they are offered."""


def lens(name: str) -> Lens | None:
    """The lens with this id; None for anything else, which is the pitch as it is."""
    return next((each for each in LENSES if each.id == name), None)


def through(chosen: Lens | None, forecast: Forecast, step: str, base: Narrative) -> Narrative:
    """The narrative of a step as it is told to somebody.

    The headline is the pitch's own. Where training is not the answer, the pitch's own sentences stay and come first;
    where the case is weak, every step says so, and warnings of the pitch stay.
    """
    if chosen is None:
        return base
    own = [each for each in chosen.told[step](forecast, base) if each is not None]
    if is_turned(forecast) and forecast["gap_cost"].likely > 0:
        known = {str(each) for each in base.sentences}
        return Narrative(base.headline, (*base.sentences, *[each for each in own if str(each) not in known][:1]))
    own += [each for each in base.sentences if each.stays and str(each) not in {str(one) for one in own}]
    told = judgement(forecast).sentence
    if verdict(forecast) not in SURE and str(told) not in {str(each) for each in own}:
        own.append(told)
    return Narrative(base.headline, tuple(own))
