"""A live business-case workbook for leaders of Learning & Development.

``ldcase.open(path)`` opens a case; see `ldcase.api`.
"""

from importlib import import_module

__version__ = "0.1.0"
_FACADE = ("Case", "Forecast", "compare", "open", "read_data", "verify")


def __getattr__(name: str) -> object:
    """Import the facade when it is first asked for: a page's kernel needs less than an analyst."""
    if name in _FACADE:
        return getattr(import_module("ldcase.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return ["__version__", *_FACADE]
