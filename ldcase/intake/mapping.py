"""Which column is what: guessed by its name and by what stands in it; whoever brought the file corrects it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

import numpy as np

from ldcase.intake import dates as day
from ldcase.intake import values as number
from ldcase.intake.columns import is_nothing
from ldcase.intake.limits import LOOKED_AT
from ldcase.intake.table import Table
from ldcase.language import said

Kind = Literal["history", "people"]
Role = Literal["date", "value", "group", "headcount", "person", "start", "leave"]
ROLES: Mapping[Kind, tuple[Role, ...]] = {
    "history": ("date", "value", "group", "headcount"),
    "people": ("person", "group", "start", "leave", "date", "value"),
}
TITLES: Mapping[Role, str] = {
    "date": said("Date"),
    "value": said("What is measured"),
    "group": said("Team or group"),
    "headcount": said("People in the group"),
    "person": said("Person"),
    "start": said("First day at work"),
    "leave": said("Last day at work"),
}
NEEDED: Mapping[Kind, tuple[Role, ...]] = {"history": ("date", "value"), "people": ("person",)}

_WORDS: Mapping[Role, str] = {
    "person": r"person|people id|employee|staff|worker|agent|user|emp|mitarbeiter|personal|pers|beschaftigte|karyawan|"
    r"pegawai|nik|nip|id",
    "group": r"team|group|department|dept|unit|site|branch|store|shop|region|location|office|line|abteilung|gruppe|"
    r"standort|filiale|bereich|kostenstelle|tim|departemen|divisi|division|cabang|kelompok|bagian|unit kerja|lokasi",
    "start": r"start|hire|hired|hiring|join|joined|joining|entry|onboard|eintritt|eingestellt|beginn|eintrittsdatum|"
    r"masuk|mulai|tmt",
    "leave": r"leave|leaving|left|exit|end|termination|terminated|separation|resign|resigned|austritt|ausgetreten|"
    r"austrittsdatum|ende|kundigung|keluar|berhenti|resign",
    "date": r"date|month|period|week|quarter|day|datum|monat|zeitraum|woche|quartal|tag|tanggal|bulan|periode|tgl|"
    r"triwulan|minggu",
    "headcount": r"headcount|head count|people|employees|fte|heads|n|anzahl|mitarbeiterzahl|kopfzahl|kopfe|"
    r"personen|mitarbeitende|jumlah karyawan|jumlah pegawai|jumlah orang|orang",
    "value": r"value|rate|score|amount|result|share|minutes|hours|sales|revenue|quote|wert|ergebnis|anteil|kennzahl|"
    r"minuten|stunden|umsatz|nilai|angka|skor|hasil|persentase|menit|jam|penjualan",
}
_PATTERNS = {role: re.compile(rf"\b(?:{words})\b") for role, words in _WORDS.items()}
_CLOSE = re.compile(r"\b(team|group|gruppe|tim|kelompok|line|unit)\b")
"""Groups of people who work together come before places and departments."""
_IDENTITY = re.compile(r"\b(id|nr|no|number|nummer|nomor|code|kode|key|nik|nip|personalnummer|e ?mail|name|nama)\b")


@dataclass(frozen=True, slots=True)
class Mapped:
    """Which column plays which role, and how its texts are read.

    Attributes
    ----------
    kind
        A metric's history (a row is a date and a value), or a list of people (a row is a person).
    roles
        Names of columns by role; a role without a column is missing.
    decimal, order
        What parts decimals, and whether the day comes first; empty decides by the column.
    percent
        Whether the values are percents without a sign: 12 is read as 0.12.
    """

    kind: Kind
    roles: Mapping[Role, str] = field(default_factory=lambda: MappingProxyType({}))
    decimal: number.Decimal = ""
    order: day.Order = ""
    percent: bool = False

    def with_role(self, role: Role, column: str) -> Mapped:
        """Give a role another column; an empty one takes the role away. A column has one role."""
        kept = {each: name for each, name in self.roles.items() if each != role and name != column}
        return replace(self, roles=MappingProxyType({**kept, role: column} if column else kept))

    def without(self, *roles: Role) -> Mapped:
        """Leave roles out that do not matter for what is computed."""
        return replace(
            self, roles=MappingProxyType({role: name for role, name in self.roles.items() if role not in roles})
        )

    def column(self, role: Role) -> str:
        """The column of a role; empty where there is none or the kind has no such role."""
        return self.roles.get(role, "") if role in ROLES[self.kind] else ""

    @property
    def lacking(self) -> tuple[Role, ...]:
        """Roles without which nothing can be computed."""
        missing = tuple(role for role in NEEDED[self.kind] if not self.column(role))
        if self.kind == "people" and not (self.column("leave") or self.column("value")):
            return (*missing, "value")
        return missing


@dataclass(frozen=True, slots=True)
class _Looks:
    """What a column looks like: parts of its filled cells."""

    filled: int
    numbers: float
    dates: float
    distinct: float


def guessed(table: Table, metric: str = "") -> Mapped:
    """Guess which column is what.

    Parameters
    ----------
    metric
        What the metric is called: a column with one of its words is what is measured.
    """
    looks = [_looks(table, k) for k in range(len(table.names))]
    names = [_plain(name) for name in table.names]
    own = {word for word in _plain(metric).split() if len(word) > 3}
    scores: list[tuple[float, Role, str]] = []
    for name, plain, look in zip(table.names, names, looks, strict=True):
        if look.filled or plain:
            scores += [(score, role, name) for role in _PATTERNS if (score := _score(role, plain, look, own)) > 0]
    chosen: dict[Role, str] = {}
    for _, role, name in sorted(scores, key=lambda each: -each[0]):
        if role not in chosen and name not in chosen.values():
            chosen[role] = name
    person = chosen.get("person", "")
    several = {"start", "leave"} & chosen.keys()
    people = bool(person) and ("headcount" not in chosen or bool(several))
    kind: Kind = "people" if people and (several or "value" in chosen) else "history"
    kept = {role: name for role, name in chosen.items() if role in ROLES[kind]}
    return Mapped(kind, MappingProxyType(kept))


def in_percent(table: Table, mapped: Mapped, most: float | None) -> bool:
    """Whether the values look like percents without a sign: most of them lie above the most the metric can be."""
    if not (name := mapped.column("value")) or most is None or most > 1:
        return False
    found = number.numbers(table.column(name)[:LOOKED_AT], decimal=mapped.decimal)
    values = found.values[found.reasons == number.USABLE]
    return bool(len(values)) and not found.percent and most < float(np.median(values)) <= 100 * most


def _score(role: Role, name: str, look: _Looks, own: set[str]) -> float:
    """How well a column fits a role; 0 where it cannot."""
    named = 3.0 if _PATTERNS[role].search(name) else 0.0
    if role in ("date", "start", "leave"):
        if look.filled and look.dates < 0.5:
            return 0.0
        other = _PATTERNS["start"].search(name) or _PATTERNS["leave"].search(name)
        if role == "date" and other:
            return 0.0
        return named + look.dates if named or (role == "date" and look.dates > 0.8) else 0.0
    if role in ("value", "headcount"):
        if not look.filled or look.numbers < 0.5 or (look.dates > 0.8 and not named):
            return 0.0
        if role == "headcount":
            return named + 0.5 if named else 0.0
        if _IDENTITY.search(name) or _PATTERNS["headcount"].search(name):
            return 0.0
        return max(named, 3.5 if own & set(name.split()) else 0.0) + look.numbers * 0.5
    if look.dates > 0.8 and look.numbers < 0.5:
        return 0.0
    if role == "person":
        identity = 1.0 if _IDENTITY.search(name) else 0.0
        return (named + identity) * (0.3 + 0.7 * look.distinct) if named or (identity and look.distinct > 0.9) else 0.0
    if look.filled and look.distinct > 0.6 and look.filled > 20:
        return 0.0
    close = 1.0 if _CLOSE.search(name) else 0.0
    return named + close + 1 - look.distinct if named else (0.4 if look.numbers < 0.2 and look.filled else 0.0)


def _looks(table: Table, at: int) -> _Looks:
    """Look at some of the cells, from all over the column."""
    rows = np.flatnonzero(table.data)
    some = rows[np.unique(np.linspace(0, len(rows) - 1, min(LOOKED_AT, len(rows))).astype(int))] if len(rows) else rows
    cells = table.columns[at][some]
    filled = np.array([not is_nothing(cell) for cell in cells], dtype=bool)
    if not filled.any():
        return _Looks(0, 0.0, 0.0, 0.0)
    cells = cells[filled]
    count = len(cells)
    return _Looks(
        count,
        float((number.numbers(cells).reasons == number.USABLE).mean()),
        float(np.isin(day.dates(cells).reasons, (day.USABLE, day.UNSURE)).mean()),
        len(set(cells.tolist())) / count,
    )


def _plain(name: str) -> str:
    """A name in small letters without accents and signs; “startDate” is two words."""
    apart = re.sub(r"([a-z])([A-Z])", r"\1 \2", name)
    letters = unicodedata.normalize("NFKD", apart).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()
