"""Links between assumptions that move together: named, few, strong; and whether all of them are possible at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ldcase.case.document import Document
from ldcase.case.renamed import nearest
from ldcase.errors import Finding, Place
from ldcase.language import said

Link = tuple[str, str, float]
"""Two names, in the order of the alphabet, and the correlation of their normal scores, strictly between -1 and 1."""

_FLOOR = 1e-9
"""The smallest eigenvalue of a set of links that counts as possible."""


def links(document: Document) -> tuple[Link, ...]:
    """Return the links of a document that name two assumptions and a strength, in the order of their names."""
    found: list[Link] = []
    for link in document.correlations:
        if len(link.between) == 2 and link.rho is not None and -1 < link.rho < 1:
            one, other = sorted(link.between)
            found.append((one, other, link.rho))
    return tuple(sorted(found))


def matrix(linked: Sequence[Link]) -> tuple[list[str], NDArray[np.float64]]:
    """Return the names that are linked, in order, and the matrix of their correlations: what is not linked is 0."""
    names = sorted({name for one, other, _ in linked for name in (one, other)})
    correlations = np.eye(len(names))
    for one, other, rho in linked:
        i, k = names.index(one), names.index(other)
        correlations[i, k] = correlations[k, i] = rho
    return names, correlations


def impossible(linked: Sequence[Link]) -> tuple[Link, float] | None:
    """Return the link to weaken and the strength at which all links are possible, or None if they are.

    Three things cannot all move together while two of them move apart: a set of correlations is possible if its matrix
    is positive definite. The link to weaken is the one that pulls most in the direction in which it is not.
    """
    names, correlations = matrix(linked)
    if not names or np.linalg.eigvalsh(correlations)[0] > _FLOOR:
        return None
    direction = np.linalg.eigh(correlations)[1][:, 0]

    def pull(link: Link) -> float:
        return float(direction[names.index(link[0])] * direction[names.index(link[1])] * link[2])

    worst = min(linked, key=pull)
    others = [link for link in linked if link is not worst]
    allowed = [
        rho
        for rho in np.round(worst[2] * np.linspace(0.99, 0.0, 100), 2)
        if np.linalg.eigvalsh(matrix([*others, (worst[0], worst[1], float(rho))])[1])[0] > _FLOOR
    ]
    return worst, float(allowed[0]) if allowed else 0.0


def not_possible(linked: Sequence[Link], where: Place | None = None) -> Finding | None:
    """Return what is wrong with a set of links, or None."""
    problem = impossible(linked)
    if problem is None:
        return None
    (one, other, rho), strength = problem
    return Finding(
        "correlations-impossible",
        said("No figures can be linked like this: some of the links contradict one another."),
        said("rho {rho:g} between {one} and {other}", rho=rho, one=one, other=other),
        said("with the other links as they are, about {strength:g}", strength=strength),
        said("Weaken the link between {one} and {other}, or one of the others.", one=one, other=other),
        place=where or Place(),
    )


def wrong_links(document: Document, names: Sequence[str], place_of: Callable[[str], Place]) -> Iterator[Finding]:
    """Say what is wrong with the links of a document; ``names`` are its assumptions."""
    seen: set[tuple[str, ...]] = set()
    fine = True
    for index, link in enumerate(document.correlations):
        path = f"correlations.{index}"
        pair = tuple(sorted(link.between))
        unknown = [name for name in pair if name not in names]
        if len(pair) != 2 or pair[0] == pair[1] or pair in seen:
            what = said("A link is between two different assumptions, and given once.")
            found, allowed = ", ".join(pair) or said("nothing"), said("between: [one.name, other.name]")
            yield Finding(
                "link-pair", what, found, allowed, said("Correct between:"), place=place_of(f"{path}.between")
            )
        elif unknown:
            close = nearest(unknown[0], names)
            do = (
                said("Did you mean {close}?", close=close)
                if close
                else said("Use the dotted name of an assumption of this case.")
            )
            what = said("There is no assumption “{value}” to link.", value=unknown[0][:80])
            yield Finding("link-unknown", what, unknown[0][:80], close or "", do, place=place_of(f"{path}.between"))
        elif link.rho is None or not -1 < link.rho < 1:
            found = said("nothing") if link.rho is None else f"{link.rho:g}"
            allowed = said("a number strictly between -1 and 1")
            do = said("Two figures that are the same thing are one assumption; else use at most 0.95.")
            what = said("The strength of a link is not possible.")
            yield Finding("link-strength", what, found, allowed, do, place=place_of(f"{path}.rho"))
        else:
            seen.add(pair)
            continue
        fine = False
    if fine and (finding := not_possible(links(document), place_of("correlations"))):
        yield finding
