"""Heads of tables that stand on a page and in documents: the same words in all of them."""

from __future__ import annotations

from ldcase.language import worded


def option_heads() -> tuple[str, ...]:
    """Of the options against doing nothing."""
    return (
        worded("Option"),
        worded("Cost"),
        worded("Net benefit, mean"),
        worded("in 8 of 10 cases"),
        worded("Best of all"),
    )


def register_heads() -> tuple[str, ...]:
    """Of every assumption."""
    return (
        worded("assumption"),
        worded("likely"),
        worded("8 of 10 cases"),
        worded("grade"),
        worded("source"),
        worded("owner"),
    )
