"""The worked example of a module, computed by the module's own formulas."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from ldcase.case.catalogue import Example, Module
from ldcase.errors import CaseError, Finding, FormulaError
from ldcase.formulas import Graph
from ldcase.formulas.names import BUILT_IN
from ldcase.language import said

CLOSE = 1e-6


def worked(module: Module) -> Mapping[str, float]:
    """Return what the formulas named in the module's example give; a monthly one its sum over the months.

    Needs with a default may be left out of the inputs; names from elsewhere (``applying``, ``able_share``) are given
    there.

    Raises
    ------
    CaseError
        When the module has no example, or the example lacks an input or names a formula that is not there.
    """
    example = module.example
    if example is None:
        what = said("“{id}” has no worked example.", id=module.id)
        do = said("Add example: with from, inputs and gives, so that others can check the formulas.")
        raise CaseError(Finding("example-missing", what, do=do, place=module.place))
    findings = [*_misnamed(module, example)]
    if findings:
        raise CaseError(findings)
    formulas = {name: spec.expression for name, spec in module.formulas.items()}
    used = {name for expression in formulas.values() for name in expression.names} - {*formulas}
    try:
        graph = Graph.build(formulas, used - BUILT_IN)
    except FormulaError as problem:
        raise CaseError(problem.findings) from None
    given = {name: need.default for name, need in module.needs.items() if need.default is not None}
    given |= example.inputs
    needed = {*graph.ancestors(example.gives), *example.gives} & graph.inputs
    if lacking := sorted(needed - {*given}):
        do = said("Add them to inputs:")
        raise CaseError(
            Finding("example-input", said("The example lacks inputs."), ", ".join(lacking), do=do, place=example.place)
        )
    inputs = {name: np.array([[given[name]]]) for name in needed}
    found = graph.program().run(inputs, example.months, only=tuple(example.gives))
    return {
        name: float(found[name].sum()) if graph.shape(name) == "monthly" else float(found[name][0, 0])
        for name in example.gives
    }


def disagreement(module: Module) -> Iterator[Finding]:
    """Tell where the example of a module does not come out."""
    try:
        found = worked(module)
    except CaseError as problem:
        yield from problem.findings
        return
    example = module.example
    assert example is not None
    for name, value in example.gives.items():
        if not math.isclose(found[name], value, rel_tol=CLOSE, abs_tol=1e-9):
            yield Finding(
                "example-differs",
                said("The example does not come out: {name}.", name=name),
                f"{found[name]:.10g}",
                said("{value:.10g}, as the example says", value=value),
                said("Correct the formula or the example."),
                place=example.place,
            )


def _misnamed(module: Module, example: Example) -> Iterator[Finding]:
    known = {name for spec in module.formulas.values() for name in spec.expression.names} | {*module.needs}
    for names, allowed, what in (
        (example.gives, {*module.formulas}, said("gives: names a formula that is not there.")),
        (example.inputs, known - {*module.formulas}, said("inputs: names something that no formula uses.")),
    ):
        if unknown := sorted({*names} - allowed):
            do = said("Correct the name.")
            yield Finding("example-name", what, ", ".join(unknown), ", ".join(sorted(allowed)), do, place=example.place)
