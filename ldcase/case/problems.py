"""What a model refuses, said in plain sentences with file and line; and reading on with the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from ldcase.case.places import Node, Plain, at, changed, place
from ldcase.case.renamed import hint, nearest
from ldcase.errors import CaseError, Finding
from ldcase.language import said

Model = TypeVar("Model", bound=BaseModel)

_TEXT = said("text; put it in quotes if it looks like a number or a list")
_NUMBER = said("a plain number, such as 1200 or 0.35")
_KEYS = said("keys with values")
# pydantic's kind of problem → code, what, allowed
_SENTENCES: Mapping[str, tuple[str, str, str]] = {
    "string_type": ("not-text", said("Text is expected here."), _TEXT),
    "float_type": ("not-a-number", said("A number is expected here."), _NUMBER),
    "float_parsing": ("not-a-number", said("A number is expected here."), _NUMBER),
    "int_type": ("not-a-whole-number", said("A whole number is expected here."), said("a whole number, such as 12")),
    "int_from_float": (
        "not-a-whole-number",
        said("A whole number is expected here."),
        said("a whole number, such as 12"),
    ),
    "finite_number": ("not-finite", said("The number is not finite."), _NUMBER),
    "bool_type": ("not-true-or-false", said("Yes or no is expected here."), said("true or false")),
    "model_type": ("not-a-mapping", said("Keys with values are expected here."), _KEYS),
    "model_attributes_type": ("not-a-mapping", said("Keys with values are expected here."), _KEYS),
    "dict_type": ("not-a-mapping", said("Keys with values are expected here."), _KEYS),
    "mapping_type": ("not-a-mapping", said("Keys with values are expected here."), _KEYS),
    "tuple_type": ("not-a-list", said("A list is expected here."), said("lines that begin with “- ”")),
}


def validated(model: type[Model], data: Plain, root: Node, file: str) -> tuple[Model, tuple[Finding, ...]]:
    """Read data into a model; what does not fit becomes findings, and the rest is read.

    Parameters
    ----------
    model
        A model of which every field may be missing.
    data
        Plain data; not changed.
    root, file
        The positions of the file that the data came from, and its name in findings.
    """
    findings: list[Finding] = []
    rest = data
    while True:
        try:
            return model.model_validate(rest), tuple(findings)
        except ValidationError as refused:
            problems = refused.errors(include_url=False)
            findings += [_finding(problem, model, root, file) for problem in problems]
            for problem in reversed(problems):
                rest = _without(rest, problem["loc"], "{}" if problem["type"].startswith("model") else "")


def strictly(model: type[Model], data: Plain, root: Node, file: str) -> Model:
    """Read data into a model; raises `CaseError` with everything that does not fit."""
    try:
        return model.model_validate(data)
    except ValidationError as refused:
        problems = refused.errors(include_url=False)
        raise CaseError([_finding(problem, model, root, file) for problem in problems]) from None


def show(value: object) -> str:
    """Return a value as a reader would recognise it, with what kind of thing it is, in at most 90 characters."""
    if value is None:
        return said("nothing")
    if isinstance(value, bool):
        return said("{lower} (yes or no)", lower=str(value).lower())
    if isinstance(value, int | float):
        return f"{value!r}"
    if isinstance(value, str):
        return said("the text “{value}”", value=value if len(value) <= 60 else value[:57] + "…")
    if isinstance(value, list | tuple):
        return said("a list of {count}", count=len(value))
    return said("keys: {names}", names=", ".join(map(str, value))[:80])  # type: ignore[call-overload]


def _finding(problem: Any, model: type[BaseModel], root: Node, file: str) -> Finding:
    loc, kind, value = problem["loc"], problem["type"], problem.get("input")
    context = problem.get("ctx", {})
    where = place(root, file, loc, at_key=kind == "extra_forbidden")
    if kind == "extra_forbidden":
        fields = _model_at(model, loc[:-1]).model_fields
        known = sorted(field.alias or name for name, field in fields.items())
        return Finding(
            "unknown-key",
            said("The key “{loc}” is not known here.", loc=loc[-1]),
            str(loc[-1]),
            ", ".join(known),
            hint(str(loc[-1]), known) or said("Remove it, or look up its place in data/case.schema.json."),
            place=where,
        )
    if kind == "missing":
        return Finding(
            "missing-key",
            said("The key “{loc}” is missing here.", loc=loc[-1]),
            do=said("Add {loc}: …", loc=loc[-1]),
            place=where,
        )
    if kind == "literal_error":
        options = re.findall(r"'([^']+)'", context["expected"])
        close = nearest(str(value), options)
        do = (
            said("Did you mean “{close}”?", close=close)
            if close
            else said("Write one of them, for example: {options}", options=options[0])
        )
        return Finding(
            "not-in-list",
            said("“{loc}” has a value that is not in its list.", loc=loc[-1]),
            show(value),
            ", ".join(options),
            do,
            place=where,
        )
    if "allowed" in context:
        return Finding(kind, problem["msg"], show(value), context["allowed"], context["do"], place=where)
    if kind in ("greater_than_equal", "less_than_equal"):
        return Finding(
            "out-of-bounds",
            said("“{loc}” is out of its bounds.", loc=loc[-1]),
            show(value),
            said("from 0 to 1"),
            _as_share(value),
            place=where,
        )
    if kind == "string_pattern_mismatch":
        return Finding(
            "not-a-code",
            said("“{loc}” is not a code.", loc=loc[-1]),
            show(value),
            said("three capital letters, such as EUR"),
            said("Write the ISO code."),
            place=where,
        )
    code, what, allowed = _SENTENCES.get(kind, (kind.replace("_", "-"), f"{problem['msg']}.", ""))
    return Finding(code, what, show(value), allowed, _do(code, value), place=where)


def _do(code: str, value: object) -> str:
    if code.startswith("not-a-") and isinstance(value, str) and (number := number_in(value)) is not None:
        return said("Write {number}: no quotes, no sign for thousands, no unit.", number=f"{number:.15g}")
    if code == "not-finite":
        return said("Write the figure, or leave it out while it is not known.")
    if code == "not-a-mapping" and not isinstance(value, dict | list):
        return said("Begin a new line, indented, with a key and a value: likely: 0.3")
    return said("Correct it, or leave it out while it is not known.")


def _as_share(value: object) -> str:
    if isinstance(value, int | float) and 1 < value <= 100:
        return said("If you mean {value:g} %, write {number}.", value=value, number=f"{value / 100:g}")
    return said("Write a share such as 0.35 for 35 %.")


def number_in(text: str) -> float | None:
    """Return the number that a text such as ``1,200``, ``35 %`` or ``1'200`` probably means, or None."""
    short = text.strip().removesuffix("%").strip()
    if not re.fullmatch(r"[-+]?\d{1,3}([,' _]\d{3})+(\.\d+)?|[-+]?\d+([.,]\d+)?", short):
        return None
    if re.fullmatch(r"[-+]?\d+,\d{1,2}", short):
        short = short.replace(",", ".")
    number = float(re.sub(r"[,' _]", "", short))
    return number / 100 if text.strip().endswith("%") else number


def _without(data: Plain, path: Sequence[str | int], in_list: str) -> Plain:
    """Return the data without what is at ``path``; a member of a list is emptied, so that the others stay in place."""
    for length in range(len(path), 0, -1):  # pydantic adds words of its own behind the place, such as a tag
        holder, key = at(data, path[: length - 1]), path[length - 1]
        if isinstance(holder, dict) and key in holder:
            return changed(data, path[:length], None)
        if isinstance(holder, list) and isinstance(key, int) and key < len(holder):
            return changed(data, path[:length], {} if in_list else "")
    raise AssertionError(f"no value at {path}")


def _model_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel]:
    """Return the model that a path leads to."""
    for part in path:
        field = model.model_fields.get(str(part))
        if field is not None:
            model = next(_models(field.annotation))
    return model


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
