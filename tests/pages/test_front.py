"""The browser's part: its own tests, and that what is delivered is what its sources build."""

from __future__ import annotations

import filecmp
import subprocess
from pathlib import Path

import pytest

from ldcase.pages.screen import HERE, STATIC
from scripts.programs import find

FRONT = HERE / "front"


def node() -> str:
    found = find("node")
    assert found, "Node is needed to run the tests of the browser's part"
    return str(found)


def test_reading_numbers_and_sending_levers() -> None:
    files = sorted(str(path) for path in (FRONT / "test").glob("*.test.mjs"))
    done = subprocess.run([node(), "--test", *files], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(
    not (FRONT / "node_modules" / "esbuild").exists(), reason="`npm ci` was not run in ldcase/pages/front"
)
def test_what_is_delivered_is_built_from_these_sources(tmp_path: Path) -> None:
    subprocess.run([node(), str(FRONT / "build.mjs"), str(tmp_path)], capture_output=True, timeout=60, check=True)
    built = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    same, differing, missing = filecmp.cmpfiles(tmp_path, STATIC, built, shallow=False)
    assert not differing, "the delivered files are not those of the sources: run `make front`"
    assert not missing
    assert "screen.js" in same


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (FRONT / "package-lock.json").read_text(encoding="utf-8")
