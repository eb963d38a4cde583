"""Imports point down, as ldcase/ARCHITECTURE.md draws it (the contract stands in pyproject.toml)."""

from __future__ import annotations

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_imports_point_down(capsys) -> None:
    status = lint_imports()
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
