"""Where this page is served, and what to type so that others can open it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from ldcase.language import worded
from ldcase.pages.markup import NOTHING, element

OPEN_TO = "LDCASE_OPEN_TO"
"""The server tells its kernels here who reaches it: “machine”, “key” (the network, with a key), or “network”."""
COMMAND = "ldcase app --ip 0.0.0.0 --token"


@dataclass(frozen=True, slots=True)
class Served:
    """The address in the reader's browser, and who reaches it (see `OPEN_TO`)."""

    address: str
    open_to: str


def served(environment: Mapping[str, str] = os.environ) -> Served | None:
    """Where the page is served; None outside of the workbook's own server, such as in JupyterLab."""
    host, open_to = environment.get("SERVER_NAME", ""), environment.get(OPEN_TO, "")
    if not host or open_to not in ("machine", "key", "network"):
        return None
    port = environment.get("SERVER_PORT", "")
    base = environment.get("VOILA_SERVER_URL", "/") if environment.get("VOILA_PREHEAT") else "/"
    shown = f"[{host}]" if ":" in host else host
    return Served(f"http://{shown}{f':{port}' if port else ''}{base}", open_to)


def share(at: Served | None) -> Markup:
    """Who can open the workbook, and how others can."""
    if at is None:
        return NOTHING
    if at.open_to == "machine":
        told = _filled(
            worded(
                "Only this machine: nobody else reaches the workbook at {address}. To let colleagues in your network "
                "open it, stop it in its window with Ctrl+C and type {command}. It then prints an address with a key. "
                "Whoever has that whole address can see and change every case; whoever has not is asked for the key. "
                "Only for a network you trust: what is sent is not encrypted."
            ),
            at,
        )
    elif at.open_to == "key":
        told = _filled(
            worded(
                "Everybody in your network who has the address with its key, as it was printed at the start; without "
                "the key it is {address}. Whoever has the key can see and change every case; what is sent is not "
                "encrypted."
            ),
            at,
        )
    else:
        told = _filled(
            worded(
                "Everybody who reaches this machine, without a key, at {address}. To have a key asked for, stop the "
                "workbook and type {command}."
            ),
            at,
        )
    return element(
        "details", element("summary", worded("Who can open this workbook")), element("p", told), class_="share"
    )


def _filled(text: str, at: Served) -> Markup:
    """A text with the address and the command in their places."""
    return Markup(escape(text)).format(address=element("code", at.address), command=element("code", COMMAND))
