"""Starting values: what a new case assumes until somebody has looked, and the text of such a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import yaml

from ldcase.case.assumption import Assumption
from ldcase.case.catalogue import Catalogue
from ldcase.case.places import Plain
from ldcase.case.yaml_file import read
from ldcase.errors import Finding
from ldcase.language import LANGUAGES, marked, said, said_together, speaking, speech, worded

FILE_NAME = "starting_values.yaml"
SOURCE = marked("Starting value of the workbook, to be replaced")
"""The source of every figure nobody has looked at yet, in the language of the case; checks count them by it."""

_HEAD = marked(
    "A new case, begun in the workbook. A range is P10 / P50 / P90: in one case of ten it is lower than `low`."
)


@dataclass(frozen=True, slots=True)
class Starting:
    """Starting values as they stand in a case file, by need: those of the model by module, those of any metric."""

    model: Mapping[str, Mapping[str, Mapping[str, Plain]]]
    metrics: Mapping[str, Mapping[str, Plain]]


def starting_values(catalogue: Catalogue) -> Starting:
    """Read the starting values of a catalogue; `CaseError` when the file cannot be read."""
    file = read(catalogue.root / FILE_NAME, f"{catalogue.root.name}/{FILE_NAME}")
    data = file.root.data
    groups: dict[str, dict[str, dict[str, Plain]]] = {}
    for group, values in (data if isinstance(data, dict) else {}).items():
        given = values if isinstance(values, dict) else {}
        groups[str(group)] = {name: dict(value) for name, value in given.items() if isinstance(value, dict)}
    return Starting({name: groups.get(name, {}) for name in catalogue.model}, groups.get("metrics", {}))


def entry(value: Mapping[str, Plain], unit: str) -> dict[str, Plain]:
    """A starting value as it stands in a case."""
    figures = {key: value[key] for key in ("low", "likely", "high", "value") if key in value}
    note = {"note": worded(str(value["note"]))} if value.get("note") else {}
    return {**figures, "unit": unit, "source": worded(SOURCE), "grade": "opinion", **note}


def entries(values: Mapping[str, Mapping[str, Plain]], units: Mapping[str, str]) -> dict[str, Plain]:
    """Starting values for those needs that have one."""
    return {name: entry(values[name], unit) for name, unit in units.items() if name in values}


def case_text(title: str, currency: str, today: date, catalogue: Catalogue) -> str:
    """The YAML of a case that has a title, a start in the month after the next, and starting values; a draft.

    Its words are those of the language in force, and it says which that is.

    Parameters
    ----------
    today
        The day on which it begins.
    """
    units = {name: {need.name: need.unit for need in module.needs.values()} for name, module in catalogue.model.items()}
    starting = starting_values(catalogue)
    months = today.year * 12 + today.month - 1 + 2
    document: dict[str, Plain] = {
        "title": title,
        "language": speech().language,
        "currency": currency,
        "horizon": "24 months",
        "start": f"{months // 12}-{months % 12 + 1:02d}",
        "opportunity": {},
        "idea": {
            "options": [
                {"name": worded("Do nothing"), "what": worded("Everything stays as it is."), "kind": "do nothing"},
                {"name": title, "what": worded("This case."), "kind": "initiative"},
            ],
            "assumptions": entries(starting.model["rollout"], units["rollout"]),
            "costs": {"assumptions": entries(starting.model["costs"], units["costs"])},
        },
        "ask": {"assumptions": entries(starting.model["returns"], units["returns"])},
    }
    text: str = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=120)
    return f"# {worded(_HEAD)}\n{text}"


def unexamined(assumptions: Iterable[Assumption]) -> Iterator[Finding]:
    """Say how many figures nobody has looked at yet."""
    known = _sources()
    starting = [each for each in assumptions if each.source in known]
    if not starting:
        return
    what = said(
        "{count} figures are starting values of the workbook; nobody here has looked at them.", count=len(starting)
    )
    if len(starting) == 1:
        what = said("One figure is a starting value of the workbook; nobody here has looked at it.")
    yield Finding(
        "starting-values",
        what,
        said_together(
            (*(said("“{title}”", title=each.title) for each in starting[:3]), *(["…"] * (len(starting) > 3)))
        ),
        do=said("Open all assumptions: put your own figure where you have one, and name its source and its owner."),
        severity="warning",
        place=starting[0].place,
    )


@cache
def _sources() -> frozenset[str]:
    """What starting values call themselves, in each language."""
    said_in = []
    for language in LANGUAGES:
        with speaking(language):
            said_in.append(worded(SOURCE))
    return frozenset(said_in)


def folder_name(title: str, taken: frozenset[str]) -> str:
    """A folder's name for a title: small letters, digits and hyphens, at most 60, unlike those that are taken."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in title.lower())
    name = "-".join(part for part in plain.split("-") if part)[:60].strip("-") or "new-case"
    number = 2
    unique = name
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    return unique
