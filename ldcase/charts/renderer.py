"""How Altair charts are shown in a notebook: by the Vega that JupyterLab brings along.

Altair's own default loads its scripts from another host, and JupyterLab knows no newer Vega-Lite than 5; the compiled
Vega needs neither.
"""

from __future__ import annotations

from typing import Any

NAME = "ldcase"
_VEGA = "application/vnd.vega.v5+json"


def show_offline() -> None:
    """Make Altair show charts without any other host, unless somebody has chosen a renderer."""
    from ldcase.charts.altair_import import alt

    if alt.renderers.active == "default":
        alt.renderers.register(NAME, _bundle)
        alt.renderers.enable(NAME)


def _bundle(specification: dict[str, Any], **_: object) -> dict[str, Any]:
    import vl_convert

    from ldcase.charts.compile import VEGA_LITE

    vega = vl_convert.vegalite_to_vega(specification, vl_version=VEGA_LITE)
    return {_VEGA: vega, "text/plain": str(specification.get("description", "a chart"))}
