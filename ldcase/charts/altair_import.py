"""The one place that imports Altair.

Altair imports jsonschema, which imports `rfc3987_syntax` when it is installed (Jupyter's events package asks for it);
that module builds a grammar for seconds when imported, to check a format that no chart has. jsonschema treats it as
optional, so it is declared absent before.
"""

import sys

# A module that is None in sys.modules raises ModuleNotFoundError when imported, as if it were not installed.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

import altair as alt  # noqa: E402

__all__ = ["alt"]
