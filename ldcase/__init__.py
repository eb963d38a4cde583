"""A live business-case workbook for leaders of Learning & Development.

``ldcase.open(path)`` opens a case; see `ldcase.api`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what an editor and a type checker read; at run time each is imported when it is first asked for
    from ldcase.api.case import Case, open
    from ldcase.api.forecast import Forecast, compare
    from ldcase.api.own_data import read_data
    from ldcase.api.verify import verify

__version__ = "0.1.0"
__all__ = ["Case", "Forecast", "__version__", "compare", "open", "read_data", "verify"]


def __getattr__(name: str) -> object:
    """Import the facade when it is first asked for: a page's kernel needs less than an analyst."""
    if name in __all__:
        return getattr(import_module("ldcase.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
