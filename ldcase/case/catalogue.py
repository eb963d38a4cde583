"""The catalogue: metrics, roll-out, costs and returns as files, each with what it needs and computes; the questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as FilePath
from types import MappingProxyType

from ldcase.case.assumption import Step
from ldcase.case.costs import all_in
from ldcase.case.module import Example, FormulaSpec, Haircut, Module, Need
from ldcase.case.module_read import read_module
from ldcase.case.questions import Question, read_questions
from ldcase.case.yaml_file import read
from ldcase.errors import CaseError, Finding

__all__ = ["MODEL", "Catalogue", "Example", "FormulaSpec", "Haircut", "Module", "Need", "load"]

MODEL: Mapping[str, Step] = MappingProxyType({"rollout": "idea", "costs": "idea", "returns": "ask"})


@dataclass(frozen=True, eq=False, repr=False)
class Catalogue:
    """All modules. Two catalogues are the same only if they are one object.

    Attributes
    ----------
    root
        The folder ``data``.
    metrics, model
        Modules by id. A metric whose file has an error is not among them.
    costs
        The categories of cost by id; ``model["costs"]`` is all of them together.
    broken
        What is wrong with a metric's file, by the file's name.
    questions
        What the diagnosis asks, by name, in the order of the file.
    """

    root: FilePath
    metrics: Mapping[str, Module]
    model: Mapping[str, Module]
    costs: Mapping[str, Module]
    broken: Mapping[str, tuple[Finding, ...]] = field(default_factory=lambda: MappingProxyType({}))
    questions: Mapping[str, Question] = field(default_factory=lambda: MappingProxyType({}))

    def __repr__(self) -> str:
        return f"<Catalogue of {', '.join(self.metrics)}>"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong with the metrics' files."""
        return tuple(finding for findings in self.broken.values() for finding in findings)

    @property
    def modules(self) -> Iterator[Module]:
        """Metrics and model."""
        yield from self.metrics.values()
        yield from self.model.values()


def load(root: FilePath | str) -> Catalogue:
    """Load the catalogue under ``root`` (the folder ``data``). Unchanged files give the same catalogue again.

    Raises
    ------
    CaseError
        When a file of the model, of the costs or of the diagnosis cannot be used. A broken metric only stops the cases
        that use it.
    """
    folder = FilePath(root)
    files = [folder / "model" / f"{name}.yaml" for name in MODEL]
    files += [path for name in ("costs", "metrics", "diagnosis") for path in sorted((folder / name).glob("*.yaml"))]
    return _load(folder, tuple((path, *_stamp(path)) for path in files))


def _stamp(path: FilePath) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=8)
def _load(root: FilePath, files: tuple[tuple[FilePath, int, int], ...]) -> Catalogue:
    modules: dict[str, dict[str, Module]] = {"model": {}, "costs": {}, "metrics": {}}
    broken: dict[str, tuple[Finding, ...]] = {}
    questions: dict[str, Question] = {}
    stopped: list[Finding] = []
    for path, *_ in files:
        file = path.relative_to(root.parent).as_posix()
        try:
            match path.parent.name:
                case "model":
                    module = read_module(read(path, file), path.stem, "model", MODEL[path.stem])
                case "costs":
                    module = read_module(read(path, file), path.stem, "costs", MODEL["costs"])
                case "diagnosis":
                    questions |= read_questions(read(path, file))
                    continue
                case _:
                    module = read_module(read(path, file), path.stem, "metrics")
        except CaseError as problem:
            if path.parent.name == "metrics":
                broken[path.stem] = problem.findings
            else:
                stopped += problem.findings
        else:
            modules[path.parent.name][module.id] = module
    if stopped:
        raise CaseError(stopped)
    model, costs = modules["model"], MappingProxyType(modules["costs"])
    model["costs"] = all_in(model["costs"], costs)
    metrics = MappingProxyType(modules["metrics"])
    asked = MappingProxyType(questions)
    return Catalogue(root, metrics, MappingProxyType(model), costs, MappingProxyType(broken), asked)
