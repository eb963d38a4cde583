"""The rendering as JavaScript: an ES module that evaluates the formulas in a browser, with nothing else needed.

`module` works on plain numbers, one row at a time. `columns` works on many rows at once, formula by formula, and
computes again only what depends on inputs that differ: a simulation that follows a slider.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

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
_COLUMNS = """\
// columns: name → Float64Array with a value for each row, of every input. Gives name → Float64Array of rows, or of
// rows × months, row by row. before: an earlier result on as many rows; what does not depend on the names in changed
// is taken from it.
export function evaluateColumns(columns, rows, months = {months}, before = null, changed = null) {{
  const known = {{ ...columns }};
  const other = new Set(changed ?? []);
  for (const [name, uses, compute] of formulas) {{
    if (before && !uses.some((each) => other.has(each))) known[name] = before[name];
    else {{
      known[name] = compute(known, rows, months);
      other.add(name);
    }}
  }}
  return known;
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
    variables = _variables(graph)
    body = [f"const {variables[name]} = take(inputs, {json.dumps(name)});" for name in sorted(graph.inputs)]
    for name in graph.order:
        found = _computed(graph, name, _Row(variables))
        monthly = graph.shape(name) == "monthly" and not found.whole
        text = f"monthly(months, (t) => {found.text})" if monthly else found.text
        body += [*found.before, f"const {variables[name]} = {text}; // {name}"]
    results = ",\n".join(f"    {json.dumps(name)}: {variables[name]}" for name in graph.order)
    lines = "\n".join(f"  {line}" for line in body)
    function = (
        "// inputs: name → number. Gives name → number, or a Float64Array with a value for each month.\n"
        f"export function evaluate(inputs, months = {months}) {{\n{lines}\n  return {{\n{results},\n  }};\n}}\n"
    )
    return "\n".join([*_head(graph, months), "", function, _ROWS.format(months=months)])


def columns(graph: Graph, months: int) -> str:
    """The text of an ES module that evaluates many rows at once.

    Parameters
    ----------
    graph : Graph
    months : int
        The horizon that `evaluateColumns` uses when it is called without one.

    Returns
    -------
    str
        It exports ``evaluateColumns(columns, rows, months, before, changed)``, and ``inputs`` and ``months`` as
        `module` does.
    """
    variables = _variables(graph)
    entries = ",\n".join(_column(graph, name, variables) for name in graph.order)
    table = f"// Each formula: its name, what it uses, and all its rows.\nconst formulas = [\n{entries},\n];\n"
    return "\n".join([*_head(graph, months), "", table, _COLUMNS.format(months=months)])


def _column(graph: Graph, name: str, variables: dict[str, str]) -> str:
    """One formula as an entry of the table: its name, the names it uses, the function that computes its rows."""
    found = _computed(graph, name, _Column(variables))
    used = [each for each in dict.fromkeys(graph.formulas[name].names) if each in variables]
    lines = [f"const {variables[each]} = known[{json.dumps(each)}];" for each in used]
    monthly = graph.shape(name) == "monthly"
    inner = [f"  {line}" for line in found.before]
    if not monthly:
        inner.append(f"  out[r] = {found.text};")
    elif found.whole:
        inner.append(f"  out.set({found.text}, o);")
    else:
        inner.append(f"  for (let t = 0; t < months; t += 1) out[o + t] = {found.text};")
    lines += [
        f"const out = new Float64Array({'rows * months' if monthly else 'rows'});",
        "for (let r = 0, o = 0; r < rows; r += 1, o += months) {",
        *inner,
        "}",
        "return out;",
    ]
    body = "\n".join(f"    {line}" for line in lines)
    return f"  [{json.dumps(name)}, {json.dumps(used)}, (known, rows, months) => {{\n{body}\n  }}]"


def _variables(graph: Graph) -> dict[str, str]:
    return {name: f"q{index}" for index, name in enumerate([*sorted(graph.inputs), *graph.order])}


def _head(graph: Graph, months: int) -> list[str]:
    """What every module begins with: constants, and the helpers of the functions it calls."""
    needed = {
        node.function for formula in graph.formulas.values() for node in walk(formula.root) if isinstance(node, Call)
    }
    helpers = [f.javascript.source for f in FUNCTIONS if f.name in needed and f.javascript.source]
    return [_HEAD.format(months=months, inputs=json.dumps(sorted(graph.inputs))), *helpers]


@dataclass(frozen=True, slots=True)
class _Row:
    """How quantities are read where one row is evaluated."""

    variables: dict[str, str]

    def constant(self, name: str) -> str:
        return self.variables[name]

    def month(self, name: str) -> str:
        return f"{self.variables[name]}[t]"

    def months(self, name: str) -> str:
        return self.variables[name]


@dataclass(frozen=True, slots=True)
class _Column:
    """How quantities are read of row ``r``, whose months begin at ``o``."""

    variables: dict[str, str]

    def constant(self, name: str) -> str:
        return f"{self.variables[name]}[r]"

    def month(self, name: str) -> str:
        return f"{self.variables[name]}[o + t]"

    def months(self, name: str) -> str:
        return f"{self.variables[name]}.subarray(o, o + months)"


@dataclass(frozen=True, slots=True)
class _Computed:
    """What one formula is computed by: statements before it, and its expression.

    ``whole`` where the expression is a call over all months and not of one month ``t``.
    """

    before: tuple[str, ...]
    text: str
    whole: bool


def _computed(graph: Graph, name: str, read: _Row | _Column) -> _Computed:
    """Write one formula: calls over months first, then the rest."""
    before: list[str] = []
    own, root = read.variables[name], graph.formulas[name].root

    def write_name(used: str, whole: bool = False) -> Written:
        if used in BUILT_IN_CONSTANTS:
            return Written(plain_number(BUILT_IN_CONSTANTS[used]))
        if used in ("month", "age"):
            text = "t + 1" if used == "month" else "t"
            return Written(f"monthly(months, (t) => {text})") if whole else Written(f"({text})")
        if graph.shape(used) != "monthly":
            return Written(read.constant(used))
        return Written(read.months(used) if whole else read.month(used))

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
    return _Computed(tuple(before), text, isinstance(root, Call) and BY_NAME[root.function].over_months)


def _called(function: str, arguments: list[str]) -> Written:
    return Written(f"{function}({', '.join(arguments)})", ATOM)
