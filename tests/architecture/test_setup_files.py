"""The files people set the workbook up with say the same as pyproject.toml."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def direct(lines: list[str]) -> dict[str, str]:
    """Name and bounds of every requirement; conda puts a space between the two."""
    found = (Requirement(line.replace(" ", "")) for line in lines)
    return {canonicalize_name(requirement.name): str(requirement.specifier) for requirement in found}


def test_environment_file_names_the_direct_dependencies() -> None:
    listed = YAML(typ="safe").load(ROOT / "environment.yml")["dependencies"]
    conda = [line for line in listed if isinstance(line, str)]
    pip = next(line["pip"] for line in listed if isinstance(line, dict))
    assert "--editable ." in pip
    told = direct([*conda, *(line for line in pip if not line.startswith("-"))])
    assert told.pop("python") == PROJECT["requires-python"]
    assert told.pop("pip") == ""
    assert told == direct(PROJECT["dependencies"])


def test_what_is_imported_is_a_direct_dependency() -> None:
    distributions = packages_distributions()
    imported = set()
    for path in (ROOT / "ldcase").rglob("*.py"):
        if "node_modules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                imported.add(node.module.split(".")[0])
    foreign = imported - sys.stdlib_module_names - {"ldcase"}
    declared = {*direct(PROJECT["dependencies"]), "pydantic-core"}  # the other half of pydantic, never alone
    missing = {
        name for name in foreign if not {canonicalize_name(each) for each in distributions.get(name, [name])} & declared
    }
    assert missing == set(), "declare in pyproject.toml (and environment.yml) what the package imports"


def test_lock_holds_every_dependency_with_hashes_and_no_address() -> None:
    locked = {canonicalize_name(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", LOCK, re.MULTILINE)}
    wanted = direct([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]])
    assert set(wanted) <= locked
    assert "://" not in LOCK
    assert "index" not in "".join(line for line in LOCK.splitlines() if line.startswith("-"))
    for block in re.split(r"\n(?=\S)", LOCK.strip()):
        assert "--hash=sha256:" in block, block


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE))))
def test_every_make_command_of_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:.*## ", MAKEFILE, re.MULTILINE), f"`make {target}` stands in the README only"


def test_readme_shows_the_two_commands_first() -> None:
    first_screen = README.split("\n---\n")[0]
    assert "make app" in first_screen
    assert "make test" in first_screen
    for path in re.findall(r"(?:scripts|ldcase|data|workbooks)[\w/.-]+\.(?:py|ipynb)", README):
        assert (ROOT / path).is_file(), f"{path} stands in the README only"


@pytest.mark.parametrize("words", sorted(set(re.findall(r"^\S*ldcase (.+)$", README, re.MULTILINE))))
def test_every_ldcase_command_of_the_readme_is_understood(words: str) -> None:
    from ldcase.cli import parser

    arguments, more = parser().parse_known_args(words.split())
    assert arguments.command == words.split()[0]
    assert not more or arguments.command == "app", "only what the server understands is handed on"


def test_what_the_readme_shows_and_leads_to_exists() -> None:
    """Its pictures too; addresses of other hosts are not looked at."""
    found = re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", README)
    assert any(path.endswith(".png") for path in found)
    assert [path for path in found if not (ROOT / path).exists()] == []
