"""What every file holds to: its length, what the core may touch, and that nothing is fetched from anywhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import SECONDS

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 500
# What stands in a folder `static` is built from npm packages and quotes their home pages: the browser tests hold that
# no other host is asked for anything.
SHIPPED = [
    path
    for path in sorted((ROOT / "ldcase").rglob("*"))
    if path.suffix in {".py", ".js", ".mjs", ".css", ".html", ".j2"}
    and not {"node_modules", "static"} & set(path.parts)
]
PYTHON = [
    path
    for folder in ("ldcase", "tests", "scripts", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "node_modules" not in path.parts
]
CORE = ("formulas", "case", "forecast", "evidence", "diagnosis", "pilot", "outcomes", "pipeline", "workshop")
CORE_FILES = [path for name in CORE for path in sorted((ROOT / "ldcase" / name).rglob("*.py"))]
FORBIDDEN_IMPORTS = {"ipywidgets", "anywidget", "altair", "sqlalchemy", "IPython", "voila", "random"}
FORBIDDEN_CALLS = {
    "print": "the core says nothing; it returns findings",
    "input": "the core asks nobody",
    "datetime.now": "today is an argument",
    "datetime.today": "today is an argument",
    "datetime.utcnow": "today is an argument",
    "date.today": "today is an argument",
    "time.time": "today is an argument",
    "Path.cwd": "the data root is an argument",
    "Path.home": "the data root is an argument",
    "os.getcwd": "the data root is an argument",
}
# A global random state: everything of np.random but what makes a generator of one's own.
OWN_GENERATORS = {"Generator", "default_rng", "SeedSequence", "PCG64", "Philox", "BitGenerator"}
ADDRESS = re.compile(r"(?:https?|wss?)://[\w.-]+", re.IGNORECASE)
# Names of standards, which nobody fetches; the schema of an Altair chart is one of them.
NAMES_OF_STANDARDS = (
    "http://schemas.openxmlformats.org",
    "http://www.w3.org",
    "https://www.w3.org",
    "https://vega.github.io",
    "https://json-schema.org",
    "http://json-schema.org",
    "http://127.0.0.1",
    "http://localhost",
    "https://doi.org",  # where a cited DOI leads, when somebody clicks it
)


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def dotted(node: ast.expr) -> str:
    """``np.random.seed`` for the expression that says so, else an empty text."""
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return node.id if isinstance(node, ast.Name) else ""


def impurities(source: str) -> list[str]:
    """What a core file does that it may not, with the line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        line = f"line {getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        else:
            names = []
        found += [f"{line}: imports {name}" for name in names if name.split(".")[0] in FORBIDDEN_IMPORTS]
        name = (
            dotted(node.func) if isinstance(node, ast.Call) else dotted(node) if isinstance(node, ast.Attribute) else ""
        )
        if isinstance(node, ast.Call):
            tail = ".".join(name.split(".")[-2:])
            found += [f"{line}: {name}(): {why}" for call, why in FORBIDDEN_CALLS.items() if call in (name, tail)]
            if name == "open" and node.args and isinstance(node.args[0], ast.Constant | ast.JoinedStr):
                found.append(f"{line}: opens a path by guess")
        elif re.fullmatch(r"(np|numpy)\.random\.\w+", name) and name.split(".")[-1] not in OWN_GENERATORS:
            found.append(f"{line}: {name}: global random state; take rng as an argument")
    return found


@pytest.mark.parametrize("path", PYTHON, ids=relative)
def test_no_file_is_longer_than_500_lines(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{relative(path)} has {lines} lines: one concept a file"


@pytest.mark.parametrize("path", CORE_FILES, ids=relative)
def test_the_core_is_pure(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import ipywidgets as w", "imports ipywidgets"),
        ("from sqlalchemy.orm import Session", "imports sqlalchemy.orm"),
        ("print('hello')", "print()"),
        ("import datetime\ndatetime.datetime.now()", "datetime.now"),
        ("from datetime import date\ndate.today()", "date.today"),
        ("np.random.seed(1)", "np.random.seed"),
        ("open('data/cases/x.csv')", "by guess"),
    ],
)
def test_the_check_of_the_core_sees(source: str, told: str) -> None:
    assert any(told in problem for problem in impurities(source))


def test_the_check_of_the_core_lets_arguments_pass() -> None:
    assert impurities("def f(rng: np.random.Generator, root):\n    return rng.random(3), open(root)") == []


def test_the_tests_whose_length_is_known_exist() -> None:
    assert [name for name in SECONDS if not (ROOT / "tests" / name).is_file()] == []


@pytest.mark.parametrize("path", SHIPPED, ids=relative)
def test_nothing_shipped_names_another_host(path: Path) -> None:
    found = set(ADDRESS.findall(path.read_text(encoding="utf-8")))
    foreign = {address for address in found if not address.lower().startswith(NAMES_OF_STANDARDS)}
    assert foreign == set(), f"{relative(path)} names {sorted(foreign)}"
