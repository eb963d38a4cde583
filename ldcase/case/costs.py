"""All categories of cost together: one module, whose total the workbook writes from the files that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from ldcase.case.module import FormulaSpec, Module
from ldcase.errors import CaseError, Finding, Place
from ldcase.formulas import parse
from ldcase.language import said

RESERVE = "a share of the others"
_WRITTEN_AT = Place("ldcase/case/costs.py")


def all_in(head: Module, parts: Mapping[str, Module]) -> Module:
    """Return ``head`` with the needs and formulas of every category, and with three formulas about their sum.

    ``costs_before_reserve`` is the sum of all categories but those that are a share of the others, ``total_cost`` the
    sum of all. The order is that of ``head.categories``; categories it does not name follow by name.

    Raises
    ------
    CaseError
        When there is no category, or two files use the same name.
    """
    if not parts:
        what, do = said("There is no category of cost."), said("Put the categories into data/costs, one a file.")
        raise CaseError(Finding("costs-missing", what, allowed="data/costs/*.yaml", do=do, place=head.place))
    named = {name: position for position, name in enumerate(head.categories)}
    ordered = sorted(parts.values(), key=lambda part: (named.get(part.cost, len(named)), part.id))
    ordered.sort(key=lambda part: part.times == RESERVE)
    if findings := [*_taken(head, ordered)]:
        raise CaseError(findings)
    plain = [part.cost for part in ordered if part.times != RESERVE]
    reserves = [part.cost for part in ordered if part.times == RESERVE]
    sums = {
        "costs_before_reserve": _sum("costs_before_reserve", plain, said("Costs before contingency")),
        "total_cost": _sum("total_cost", ["costs_before_reserve", *reserves], said("All costs of the month")),
    }
    formulas = {name: spec for part in ordered for name, spec in part.formulas.items()}
    needs = {name: need for part in ordered for name, need in part.needs.items()}
    return replace(
        head,
        things=tuple(dict.fromkeys(chain(head.things, *(part.things for part in ordered)))),
        needs=MappingProxyType({**needs, **head.needs}),
        formulas=MappingProxyType({**formulas, **sums, **head.formulas}),
        categories=(*plain, *reserves),
        sources=tuple(dict.fromkeys(chain(head.sources, *(part.sources for part in ordered)))),
        pitfalls=tuple(dict.fromkeys(chain(head.pitfalls, *(part.pitfalls for part in ordered)))),
    )


def _sum(name: str, names: list[str], title: str) -> FormulaSpec:
    return FormulaSpec(name, parse(" + ".join(names)), "money/month", title, "money", "", _WRITTEN_AT)


def _taken(head: Module, parts: list[Module]) -> Iterator[Finding]:
    seen = {*head.needs, *head.formulas, "total_cost", "costs_before_reserve"}
    for part in parts:
        places = {name: need.place for name, need in part.needs.items()}
        places |= {name: formula.place for name, formula in part.formulas.items()}
        for name, where in places.items():
            if name in seen:
                yield Finding(
                    "name-taken",
                    said("“{name}” is used by another category of cost.", name=name),
                    name,
                    said("a name that no other file of data/costs uses"),
                    said("Rename it."),
                    place=where,
                )
            seen.add(name)
