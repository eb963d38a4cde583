"""Recorded changes of the evidence in words: which way to an effect is used, who expects what, and stories."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ldcase.case import Case
from ldcase.language import marked, worded, worded_as
from ldcase.store.history import JSON
from ldcase.words.ways import NAMES, ranged, told

_STORY: Mapping[str, str] = MappingProxyType(
    {
        "title": marked("Story “{story}”: its title"),
        "text": marked("Story “{story}”: what happened"),
        "kind": marked("Story “{story}”: which case it is"),
        "figure": marked("Story “{story}”: the number it stands beside"),
        "checked_by": marked("Story “{story}”: who checked it"),
        "review_by": marked("Story “{story}”: when it is looked at again"),
        "on_page": marked("Story “{story}”: told on the pitch page"),
        "unrealised": marked("Story “{story}”: what more of it would be worth"),
    }
)
_LONGEST = 80


def evidenced(path: str, before: JSON, after: JSON, case: Case) -> tuple[str, str, str] | None:
    """Return what was changed, from what and to what; None where it is not of the ways or the stories."""
    parts = path.split(".")
    if len(parts) < 3 or parts[0] != "evidence":
        return None
    if parts[1] == "ways":
        return _way(parts[2:], before, after, case)
    return _story(parts[2:], before, after, case) if parts[1] == "stories" else None


def _way(parts: list[str], before: JSON, after: JSON, case: Case) -> tuple[str, str, str] | None:
    use = next((one for one in case.metrics if one.key == parts[0]), None)
    if use is None:
        return None
    form, title = case.formula(use.effect).format, worded(use.title)
    if len(parts) == 1 and _used(before) != _used(after):
        return worded("{metric}: way to the effect", metric=title), _used(before), _used(after)
    if len(parts) == 1 or parts[1] == "published":
        return worded("{metric}: published effect", metric=title), _study(before), _study(after)
    if parts[1] == "estimates":
        who = _field(after, "who") or _field(before, "who") or _who(parts, case)
        told = worded("{metric}: what {who} expects", metric=title, who=who or worded_as("a person", "somebody"))
        return told, _range(before, form), _range(after, form)
    return (
        worded("{metric}: the case’s own figure, kept for going back", metric=title),
        _range(before, "percent"),
        _range(after, "percent"),
    )


def _story(parts: list[str], before: JSON, after: JSON, case: Case) -> tuple[str, str, str]:
    stories, number = case.document.evidence.stories, parts[0]
    title = stories[int(number)].title if number.isdigit() and int(number) < len(stories) else ""
    if len(parts) == 1:
        named = _field(after, "title") or _field(before, "title") or title
        told = worded("Story “{story}”", story=named)
        if before is None:
            return told, "", worded_as("a story", "added")
        return told, worded_as("a story", "there"), worded_as("a story", "taken out")
    said = worded(_STORY[parts[1]], story=title or number) if parts[1] in _STORY else parts[1]
    return said, _text(before), _text(after)


def _who(parts: list[str], case: Case) -> str:
    estimates = case.document.evidence.ways[parts[0]].estimates if parts[0] in case.document.evidence.ways else ()
    number = parts[2] if len(parts) > 2 else ""
    return estimates[int(number)].who if number.isdigit() and int(number) < len(estimates) else ""


def _used(value: JSON) -> str:
    name = _field(value, "uses") or "exemplar"
    return next((worded(title) for key, title in NAMES.items() if key == name), name)


def _study(value: JSON) -> str:
    published = value.get("published", value) if isinstance(value, dict) else value
    return _field(published, "finding") or _field(published, "source") or _text(published)


def _range(value: JSON, form: str) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return told(float(value), form)
    if not isinstance(value, dict):
        return _text(value)
    ends = [value.get(part, value.get("value")) for part in ("low", "likely", "high")]
    low, likely, high = (float(end) if isinstance(end, int | float) else None for end in ends)
    return "" if low is None or likely is None or high is None else ranged((low, likely, high), form)


def _field(value: JSON, key: str) -> str:
    found = value.get(key) if isinstance(value, dict) else None
    return found[:_LONGEST] if isinstance(found, str) else ""


def _text(value: JSON) -> str:
    if isinstance(value, bool):
        return worded("yes") if value else worded("no")
    text = "" if value is None or isinstance(value, dict) else str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
