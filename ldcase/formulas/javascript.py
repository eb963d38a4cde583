"""The rendering as JavaScript: an ES module that evaluates the formulas in a browser, with nothing else needed.

It works on plain numbers, one row at a time, which is what a page with sliders needs; `evaluateRows` repeats it over
rows.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from ldcase.formulas.functions import BY_NAME, FUNCTIONS
from ldcase.formulas.graph import Graph, shape_of
from ldcase.formulas.names import BUILT_IN_CONSTANTS
from ldcase.formulas.syntax import Call, Name, Node, walk
from ldcase.formulas.writing import Notation, plain_number, spaced, write
from ldcase.formulas.written import ATOM, Written

_HEAD = """\
// Generated from the formulas of a case. months: the horizon it was made for.
export const months = {months};
export const inputs = {inputs};

const at = (quantity, t) => (typeof quantity === "number" ? quantity : quantity[t]);
const monthly = (months, valueAt) => {{
  const values = new Float64Array(months);
  for (let t = 0; t < months; t += 1) values[t] = valueAt(t);
  return values;
}};
const take = (inputs, name) => {{
  const value = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  if (typeof value !== "number") throw new TypeError(`no number is given for ${{name}}`);
  return value;
}};
"""
_ROWS = """\
// inputs: name → number, or an array with a number for each row. Gives one result of evaluate for each row.
export function evaluateRows(inputs, rows, months = {months}) {{
  return Array.from({{ length: rows }}, (_, row) => {{
    const one = {{}};
    for (const [name, value] of Object.entries(inputs)) one[name] = typeof value === "number" ? value : value[row];
    return evaluate(one, months);
  }});
}}
"""
_SIGNS = spaced(("+", "-", "*", "/", "<", "<=", ">", ">=")) | {"==": " === ", "!=": " !== "}


def module(graph: Graph, months: int) -> str:
    """The text of an ES module.

    Parameters
    ----------
    graph : Graph
    months : int
        The horizon that `evaluate` uses when it is called without one.

    Returns
    -------
    str
        It exports ``evaluate(inputs, months)``, from an object of name → number to an object of name → number
        (constant) or ``Float64Array`` (monthly) with every formula; ``evaluateRows(inputs, rows, months)``; and
        ``inputs`` and ``months``, what it was made for. A missing input throws a ``TypeError``. Names appear in it
        only as JSON strings and in comments.
    """
    variables = {name: f"q{index}" for index, name in enumerate([*sorted(graph.inputs), *graph.order])}
    needed = {
        node.function for formula in graph.formulas.values() for node in walk(formula.root) if isinstance(node, Call)
    }
    helpers = [f.javascript.source for f in FUNCTIONS if f.name in needed and f.javascript.source]
    body = [f"const {variables[name]} = take(inputs, {json.dumps(name)});" for name in sorted(graph.inputs)]
    for name in graph.order:
        body += _statements(graph, name, variables)
    results = ",\n".join(f"    {json.dumps(name)}: {variables[name]}" for name in graph.order)
    head = _HEAD.format(months=months, inputs=json.dumps(sorted(graph.inputs)))
    lines = "\n".join(f"  {line}" for line in body)
    function = (
        "// inputs: name → number. Gives name → number, or a Float64Array with a value for each month.\n"
        f"export function evaluate(inputs, months = {months}) {{\n{lines}\n  return {{\n{results},\n  }};\n}}\n"
    )
    return "\n".join([head, *helpers, "", function, _ROWS.format(months=months)])


def _statements(graph: Graph, name: str, variables: dict[str, str]) -> list[str]:
    """The statements that compute one formula: calls over months first, then one line for the rest."""
    before: list[str] = []
    own, root = variables[name], graph.formulas[name].root

    def write_name(used: str, whole: bool = False) -> Written:
        if used in BUILT_IN_CONSTANTS:
            return Written(plain_number(BUILT_IN_CONSTANTS[used]))
        if used in ("month", "age"):
            text = "t + 1" if used == "month" else "t"
            return Written(f"monthly(months, (t) => {text})") if whole else Written(f"({text})")
        monthly = graph.shape(used) == "monthly" and not whole
        return Written(f"{variables[used]}[t]" if monthly else variables[used])

    def write_call(node: Call, inner: Callable[[Node], Written]) -> Written:
        function = BY_NAME[node.function]
        if not function.over_months:
            return _called(function.javascript.call, [inner(argument).text for argument in node.arguments])
        arguments = [_whole(argument, inner) for argument in node.arguments]
        call = _called(function.javascript.call, [*arguments, "months"])
        if node is root:
            return call
        step = f"{own}_{len(before) + 1}"
        before.append(f"const {step} = {call.text};")
        return Written(f"{step}[t]" if function.shape == "monthly" else step)

    def _whole(node: Node, inner: Callable[[Node], Written]) -> str:
        if isinstance(node, Name):
            return write_name(node.name, whole=True).text
        text = inner(node).text
        return f"monthly(months, (t) => {text})" if shape_of(node, graph.shapes) == "monthly" else text

    notation = Notation(
        name=write_name,
        number=lambda value: Written(plain_number(value)),
        signs=_SIGNS,
        minus="-",
        power=5,
        negative=4,
        to_the_power=lambda base, exponent: _called("Math.pow", [base.text, exponent.text]),
        call=write_call,
        comparison=lambda written: Written(f"Number({written.text})"),
    )
    text = write(root, notation).text
    whole = isinstance(root, Call) and BY_NAME[root.function].over_months
    if graph.shape(name) == "monthly" and not whole:
        text = f"monthly(months, (t) => {text})"
    return [*before, f"const {own} = {text}; // {name}"]


def _called(function: str, arguments: list[str]) -> Written:
    return Written(f"{function}({', '.join(arguments)})", ATOM)
