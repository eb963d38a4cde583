"""What can be written, and a clear answer to what cannot."""

from __future__ import annotations

import pytest

from ldcase.errors import FormulaError
from ldcase.formulas import parse
from ldcase.formulas.syntax import Binary, Call, Compare, Name, Number, Unary
from ldcase.formulas.writing import as_text

READ = {
    "-a ** 2": Unary(Binary("**", Name("a"), Number(2.0))),
    "a - b - c": Binary("-", Binary("-", Name("a"), Name("b")), Name("c")),
    "win_rate.margin*.5": Binary("*", Name("win_rate.margin"), Number(0.5)),
    "if_(a >= 1e3, a, 0)": Call("if_", (Compare(">=", Name("a"), Number(1000.0)), Name("a"), Number(0.0))),
    "\n  a +\n\tb\r\n": Binary("+", Name("a"), Name("b")),
    "(((a)))": Name("a"),
    "1000000000000000": Number(1e15),
}

# text → code of the finding, column, and a part of what is shown to the reader
REFUSED = {
    "": ("formula-empty", 1, "empty"),
    " \n ": ("formula-empty", 1, "empty"),
    "a +": ("formula-unreadable", 3, "ends where a value is expected"),
    "a * (": ("formula-unreadable", 5, "ends where a value is expected"),
    "a b": ("formula-unreadable", 3, "near “b”"),
    "(a": ("formula-unreadable", 1, "opened and never closed"),
    "a)": ("formula-unreadable", 2, "closed that was never opened"),
    "007": ("formula-unreadable", 1, "near “007”"),
    "a" * 1_001: ("formula-too-long", 1, "1,001 characters"),
    "(" * 5_000 + "a" + ")" * 5_000: ("formula-too-long", 1, "at most 1,000"),
    "(" * 400 + "a" + ")" * 400: ("formula-too-deep", 31, "at most 30 brackets"),
    "-" * 900 + "a": ("formula-too-large", 1, "at most 200"),
    " + ".join(["a"] * 101): ("formula-too-large", 1, "201 parts"),
    "9**9**9": ("power-of-power", 1, "9**9**9"),
    "(9**9)**9": ("power-of-power", 1, "name of its own"),
    "a ** -(b ** 2)": ("power-of-power", 1, "power of a power"),
    "1e16": ("number-too-large", 1, "1,000,000,000,000,000"),
    "a * 1e400": ("number-too-large", 5, "1e400"),
    "9" * 999: ("number-too-large", 1, "larger unit"),
    "12months": ("number-unclear", 1, "12 * months"),
    "1_000": ("number-unclear", 1, "1000000"),
    "0x10": ("number-unclear", 1, "0x10"),
    "2j": ("number-unclear", 1, "2j"),
    "1..real": ("number-unclear", 1, "1..real"),
    "nan": ("word-not-allowed", 1, "“nan”"),
    "a + inf": ("word-not-allowed", 5, "“inf”"),
    "True": ("word-not-allowed", 1, "Write 1."),
    "None": ("word-not-allowed", 1, "“None”"),
    "a if b else c": ("word-not-allowed", 3, "if_(condition, then, otherwise)"),
    "a and b": ("word-not-allowed", 3, "Multiply"),
    "not a": ("word-not-allowed", 1, "1 - (…)"),
    "lambda: 1": ("word-not-allowed", 1, "“lambda”"),
    "a.if": ("word-not-allowed", 1, "“a.if”"),
    "__import__('os')": ("letter-not-allowed", 1, "beginning with a letter"),
    "().__class__": ("sign-not-allowed", 3, "“.”"),
    "a.__class__": ("sign-not-allowed", 2, "“.”"),
    "a . b": ("sign-not-allowed", 3, "“.”"),
    "'text'": ("sign-not-allowed", 1, "“'”"),
    'f"{a}"': ("sign-not-allowed", 2, '“"”'),
    "(a := 1)": ("sign-not-allowed", 4, "“:”"),
    "[a for a in b]": ("sign-not-allowed", 1, "“[”"),
    "a # b": ("sign-not-allowed", 3, "“#”"),
    "a; b": ("sign-not-allowed", 2, "“;”"),
    "a = b": ("sign-not-allowed", 3, "=="),
    "min(a=1)": ("sign-not-allowed", 6, "“=”"),
    "a ^ b": ("sign-not-allowed", 3, "**"),
    "a // b": ("sign-not-allowed", 3, "Write / for divided by."),
    "a × b": ("sign-not-allowed", 3, "multiplication sign"),
    "8 %": ("sign-not-allowed", 3, "0.08"),
    "a\x00b": ("sign-not-allowed", 2, "character 0"),
    "\u0430pple": ("letter-not-allowed", 1, "cyrillic small letter a"),
    "m\u00fcnze": ("letter-not-allowed", 2, "plain letters"),
    "a\uff0bb": ("sign-not-allowed", 2, "fullwidth plus sign"),
    "a < b < c": ("comparison-chained", 1, "(a < b) * (b < c)"),
    "+a": ("part-not-allowed", 1, "“+a”"),
    "a, b": ("part-not-allowed", 1, "“a, b”"),
    "min(*a)": ("part-not-allowed", 5, "“*a”"),
    "print(a)": ("function-unknown", 1, "min, max, if_"),
    "mim(a, b)": ("function-unknown", 1, "Did you mean min?"),
    "a.b(1)": ("function-unknown", 1, "a.b"),
    "(a)(b)": ("function-unknown", 2, "* to multiply"),
    "min + 1": ("function-without-call", 1, "min(a, b, …)"),
}


@pytest.mark.parametrize("text", READ)
def test_reads(text: str) -> None:
    assert parse(text).root == READ[text]


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: repr(text)[:30])
def test_refuses(text: str) -> None:
    code, column, shown = REFUSED[text]
    with pytest.raises(FormulaError) as caught:
        parse(text)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.column) == (code, column)
    assert shown in str(finding)
    assert finding.do.endswith((".", "?"))
    assert len(finding.found) < 120


def test_refuses_what_is_not_text() -> None:
    with pytest.raises(FormulaError, match="A formula is text"):
        parse(5)  # type: ignore[arg-type]


def test_expression_names_and_places() -> None:
    expression = parse(" min(b.c, a) *\n b.c")
    assert expression.names == ("b.c", "a")
    assert expression.text == str(expression) == " min(b.c, a) *\n b.c"
    assert isinstance(expression.root, Binary)
    assert isinstance(expression.root.right, Name)
    assert expression.root.right.column == 17
    assert as_text(expression.root) == "min(b.c, a) * b.c"
