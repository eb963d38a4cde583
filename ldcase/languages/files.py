"""The files of translations: a folder a language, a file a part (a module, a script, a file of the catalogue)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from ldcase.language import FOLDER
from ldcase.languages.gather import Text

NO_DAY = datetime(2027, 1, 1, tzinfo=UTC)
"""Stands where the format wants a date: the same texts give the same bytes, whenever they are compiled."""
PLACES = re.compile(r"\{([^{}|]*)(?:\|(?!plural:)([^{}]*))?\}")
"""Places for values with the way they are written; a place for a word that fits a number may be left out or added."""
PLURAL = re.compile(r"\{[^{}|]*\|plural:[^{}]*\}")

_HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {plural}\\n"\n\n'


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a translation: the part it stands in, the text, what is wrong."""

    part: str
    text: str
    what: str

    def __str__(self) -> str:
        return f"{self.part}: {self.what}: {self.text}"


def read(path: Path, language: str) -> Catalog:
    """Read a file of translations; an empty catalogue where there is none."""
    if not path.is_file():
        return Catalog(language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, language)


def files(language: str) -> list[Path]:
    """Return the files of a language."""
    return sorted((FOLDER / language).rglob("*.po"))


def bring_up_to_date(language: str, texts: Sequence[Text], only: str = "") -> None:
    """Write a file for each part: its texts in their order, with the translations there were."""
    parts: dict[str, list[Text]] = {}
    for text in texts:
        parts.setdefault(text.part, []).append(text)
    for part, said in parts.items():
        path = FOLDER / language / f"{part}.po"
        before, after = read(path, language), Catalog(language, fuzzy=False)
        for text in said:
            old = before.get(text.one, text.context or None)
            after.add(text.id, old.string if old else "", context=text.context or None)
        buffer = BytesIO()
        write_po(buffer, after, width=10_000, omit_header=True, no_location=True)
        content = _HEAD.format(plural=after.plural_forms).encode() + buffer.getvalue()
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for path in files(language):
        part = path.relative_to(FOLDER / language).with_suffix("").as_posix()
        if part.startswith(only) and part not in parts:
            path.unlink()


def compiled(language: str) -> bytes:
    """Return all files of a language as the one that is read at run time; what has no translation is left out."""
    whole = Catalog(language, fuzzy=False, creation_date=NO_DAY, revision_date=NO_DAY)
    for path in files(language):
        for message in read(path, language):
            if message.id and all(_strings(message.string)):
                whole.add(message.id, message.string, context=message.context)
    buffer = BytesIO()
    write_mo(buffer, whole)
    return buffer.getvalue()


def for_the_browser(language: str) -> str:
    """Return the translations of the browser's own texts, which it gets with the page."""
    folders = [FOLDER / language / "pages" / part for part in ("front", "client")]
    messages = [each for folder in folders for path in sorted(folder.rglob("*.po")) for each in read(path, language)]
    said = [each for each in messages if each.id and all(_strings(each.string))]
    texts = {(f"{each.context}\x04" if each.context else "") + str(each.id): _strings(each.string)[0] for each in said}
    return json.dumps(texts, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def problems(language: str, texts: Sequence[Text]) -> list[Problem]:
    """Return what is missing, what has other places for values than the original, and what is said in two ways."""
    catalogues = {part: read(FOLDER / language / f"{part}.po", language) for part in {text.part for text in texts}}
    found: list[Problem] = []
    known: dict[tuple[str, str], str] = {}
    for text in texts:
        message = catalogues[text.part].get(text.one, text.context or None)
        strings = _strings(message.string) if message else [""]
        places = _places(text.many or text.one)
        said = known.setdefault((text.context, text.one), strings[0])
        if not all(strings):
            found.append(Problem(text.part, text.one, "has no translation"))
        elif _places(strings[-1]) != places:
            found.append(Problem(text.part, text.one, f"its translation needs the places {sorted(places)}"))
        elif said and said != strings[0]:
            found.append(
                Problem(text.part, text.one, f"is said in two ways, “{said}” and “{strings[0]}”; give one a context")
            )
    return found


def _strings(string: str | Sequence[str] | None) -> list[str]:
    return [string or ""] if isinstance(string, str | None) else list(string)


def _places(text: str) -> set[tuple[str, str]]:
    return {(name, form) for name, form in PLACES.findall(PLURAL.sub("", text))}
