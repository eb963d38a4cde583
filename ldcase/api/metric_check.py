"""Checking an own metric before it goes into ``data/metrics``: its keys, names, units, sentences and example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from ldcase.case.assemble import Structure, assemble
from ldcase.case.catalogue import Catalogue, Module
from ldcase.case.catalogue import load as load_catalogue
from ldcase.case.example import disagreement
from ldcase.case.module_read import read_module
from ldcase.case.yaml_file import read
from ldcase.errors import CaseError, Finding, Place
from ldcase.language import said
from ldcase.words.numbers import FORMATS
from ldcase.words.sentence import TONES, Text, fill

SENTENCES = ("opportunity", "gap", "chart", "axis", "team", "best")


@dataclass(frozen=True)
class MetricCheck:
    """What a check found; ``module`` is None where the file cannot be used at all."""

    module: Module | None
    findings: tuple[Finding, ...]

    @property
    def ready(self) -> bool:
        """Whether a case can use it."""
        return self.module is not None and not any(finding.severity == "error" for finding in self.findings)

    def usage(self) -> str:
        """How a case uses it, as lines of YAML to be filled in; empty where it cannot be used."""
        if self.module is None:
            return ""
        lines = ["opportunity:", "  metrics:", "    my_name:", f"      use: {self.module.id}"]
        if self.module.kind == "capacity":
            lines.append("      becomes: {what: …, owner: …}    # without it the freed capacity is not counted")
        lines.append("      assumptions:")
        for need in self.module.needs.values():
            left_out = "" if need.default is None else f"    # may be left out, then {need.default:g}"
            figures = f"low: …, likely: …, high: …, unit: {need.unit}, source: …, owner: …, grade: opinion"
            lines.append(f"        {need.name}: {{{figures}}}{left_out}")
        return "\n".join(lines)


def check_metric(path: Path, data: Path | None = None) -> MetricCheck:
    """Check a metric's file against the catalogue.

    Parameters
    ----------
    path
        The file; its name without the ending is the metric's id.
    data
        The folder ``data`` with the model it is checked against; else the one in which the file lies, else ``data``
        in the current folder.

    Raises
    ------
    CaseError
        When there is no such catalogue.
    """
    catalogue = load_catalogue(_root(path, data))
    try:
        module = read_module(read(path, path.as_posix()), path.stem, "metrics")
    except CaseError as problem:
        return MetricCheck(None, problem.findings)
    alone = Catalogue(
        catalogue.root, MappingProxyType({module.id: module}), catalogue.model, catalogue.costs, MappingProxyType({})
    )
    model = assemble(alone, Structure(((module.id, module.id, True),), 2))
    # A case with a wrong sentence can be worked on; a metric with one is not finished.
    assembled = tuple(replace(finding, severity="error") for finding in model.findings)
    findings = (*assembled, *_sentences(module), *_unreached(module, alone), *disagreement(module))
    return MetricCheck(module, tuple(sorted(findings, key=lambda finding: finding.place.line or 0)))


def _root(path: Path, data: Path | None) -> Path:
    if data is not None:
        root = data
    elif (path.absolute().parents[1] / "model").is_dir():
        root = path.absolute().parents[1]
    else:
        root = Path("data")
    if not (root / "model").is_dir():
        what, allowed = (
            said("The model that the metric belongs to was not found."),
            said("a folder with model, costs and metrics"),
        )
        do = said("Put the file into data/metrics, or name the folder: --data path/to/data")
        raise CaseError(Finding("no-catalogue", what, str(root), allowed, do))
    return root


def _sentences(module: Module) -> Iterator[Finding]:
    for key in SENTENCES:
        if key not in module.story:
            what, do = (
                said("The story has no “{key}”.", key=key),
                said("Add {key}: under story; screens and charts use it.", key=key),
            )
            yield Finding("story-missing", what, allowed=", ".join(SENTENCES), do=do, place=module.place)
    for key, text in module.story.items():
        for sentence in (text,) if isinstance(text, str) else text:
            # What cannot be written stays in the sentence as it was.
            for piece in fill(sentence, lambda name: (name, 1.0, "number")).pieces:
                if isinstance(piece, Text) and piece.text.startswith("{"):
                    yield Finding(
                        "placeholder-format",
                        said("A sentence writes a figure in a form that is not known."),
                        piece.text,
                        said(
                            "{names}, plural:one:many; then {names_2}",
                            names=", ".join(FORMATS),
                            names_2=", ".join(TONES),
                        ),
                        said("Correct the form."),
                        place=module.story_places[key],
                    )


def _unreached(module: Module, catalogue: Catalogue) -> Iterator[Finding]:
    """Tell what makes a metric claim too much, or ask for nothing."""
    graph = assemble(catalogue, Structure(((module.id, module.id, True),), 2)).graph
    if graph is None:
        return
    behind = graph.ancestors([f"{module.id}.{module.benefit}"])
    where = module.formulas[module.benefit].place if module.benefit in module.formulas else module.place
    if "able_share" not in behind:
        what = said("The benefit does not depend on able_share: it claims what is no matter of skill.")
        yield Finding(
            "claims-all",
            what,
            allowed=said("able_share in the effect"),
            do=said("Multiply by able_share."),
            place=where,
        )
    if not behind & {"applying", f"{module.id}.cohorts", "people_starting"}:
        what = said("The benefit does not depend on who applies it.")
        allowed = said("applying: people who do their work differently in the month")
        yield Finding("claims-nobody", what, allowed=allowed, do=said("Multiply by applying."), place=where)
    used = {name for formula in graph.formulas.values() for name in formula.names}
    for need in module.needs.values():
        if f"{module.id}.{need.name}" not in used:
            yield _warning(
                "need-unused",
                said("No formula uses “{name}”.", name=need.name),
                said("Remove it, or use it."),
                need.place,
            )
        if not need.help:
            yield _warning(
                "help-missing", said("“{name}” has no help.", name=need.name), said("Say what to count."), need.place
            )
    if not module.claims:
        what = said("The metric does not say what it claims, so nobody is told where another metric counts the same.")
        yield _warning("claims-missing", what, said("Add claims: with what it puts a value on."), module.place)
    for key in ("sources", "pitfalls"):
        if not getattr(module, key):
            yield _warning(
                f"{key}-missing",
                said("There are no {key}.", key=key),
                said("Add {key}: a list of sentences.", key=key),
                module.place,
            )


def _warning(code: str, what: str, do: str, place: Place) -> Finding:
    return Finding(code, what, do=do, severity="warning", place=place)
