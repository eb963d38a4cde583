"""Popular figures that hold nothing: what is said, why it does not hold, and what to say instead."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said, worded

FILE = "unsound.yaml"


class Unsound(BaseModel):
    """One popular figure.

    Attributes
    ----------
    says, why, instead
        What is quoted; why it does not hold; what to say in its place.
    words
        How people look for it.
    told
        Codes of the checks that find it in a case.
    see
        Findings of the library that say more.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    says: str
    why: str
    instead: str
    words: tuple[str, ...]
    told: tuple[str, ...]
    see: tuple[str, ...]


def load_unsound(folder: Path) -> tuple[Unsound, ...]:
    """Read the popular figures of a folder with evidence; none where there is no such file.

    Raises
    ------
    CaseError
        When the file cannot be read or an entry is incomplete.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
        return tuple(TypeAdapter(list[Unsound]).validate_python(given or []))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as problem:
        what, do = said("The list of popular figures cannot be read."), said("Correct the file.")
        raise CaseError(Finding("unsound-unreadable", what, str(problem), do=do, place=Place(FILE))) from problem


def claimed(unsound: Iterable[Unsound], codes: Iterable[str]) -> tuple[Unsound, ...]:
    """The popular figures that a case rests on, by the codes of its findings."""
    told = set(codes)
    return tuple(each for each in unsound if told.intersection(each.told))


def asked_for(unsound: Iterable[Unsound], text: str) -> tuple[Unsound, ...]:
    """The popular figures that somebody searches for: every word of the text stands in one of them."""
    wanted = [word.strip(".,") for word in text.lower().split()]
    return tuple(each for each in unsound if wanted and all(word in _held(each) for word in wanted if word))


def _held(each: Unsound) -> str:
    said_here = (each.says, each.why, *each.words)
    return " ".join((*said_here, *map(worded, said_here))).lower()
