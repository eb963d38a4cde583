"""What the page was asked for: the query of its address, also in a kernel that was started before anybody asked.

Voila has a function for the second case (`voila.utils.wait_for_request`), but importing it costs a kernel several
seconds: it brings in the whole server. This one speaks the same few words with what a kernel has loaded anyway.
"""

from __future__ import annotations

import asyncio
import json
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import parse_qsl

from tornado.httpclient import HTTPError
from tornado.websocket import websocket_connect

PATIENCE = 60
"""Attempts, half a second apart: warm kernels are started a moment before their server listens."""


def is_warm(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this kernel was started before anybody asked for the page."""
    return environment.get("VOILA_PREHEAT", "False") != "False"


def query() -> dict[str, str]:
    """The query of the page's address, such as ``{"case": "it-turnover"}``; of a name that comes twice the last one.

    In a warm kernel this waits until somebody asks for the page, and ends the kernel when the server stops before that.
    Outside of Voila it is empty.
    """
    if is_warm():
        told: list[dict[str, str] | None] = []
        # The kernel's own loop runs in this thread, so that the waiting needs another one.
        waiting = threading.Thread(target=lambda: told.append(asyncio.run(asked(address(os.environ)))), daemon=True)
        waiting.start()
        with suppress(KeyboardInterrupt):
            waiting.join()
        if not told or told[0] is None:
            os._exit(0)  # nothing was done here yet, and a traceback in the terminal of a stopped server helps nobody
        os.environ.update(told[0])
    return dict(parse_qsl(os.environ.get("QUERY_STRING", "")))


def address(environment: Mapping[str, str]) -> str:
    """Where the server of a warm kernel tells it what was asked for."""
    host = environment.get("VOILA_APP_IP", "127.0.0.1")
    base = environment.get("VOILA_SERVER_URL", "/")
    protocol = environment.get("VOILA_WS_PROTOCOL", "ws")
    return f"{protocol}://{host}:{environment['VOILA_APP_PORT']}{base}voila/query/{environment['VOILA_KERNEL_ID']}"


async def asked(url: str, patience: int = PATIENCE) -> dict[str, str] | None:
    """Wait at the server until the page is asked for; None when it stops before that.

    What comes are the variables of a web request (RFC 3875).
    """
    for attempt in range(patience):
        try:
            connection = await websocket_connect(url)
            break
        except (OSError, HTTPError):  # nobody listens yet, or the one who does is too busy to answer
            if attempt + 1 == patience:
                raise
            await asyncio.sleep(0.5)
    told = await connection.read_message()
    connection.close()
    return None if told is None else {str(name): str(value) for name, value in json.loads(told).items()}
