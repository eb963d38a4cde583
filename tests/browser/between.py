"""A wire between browser and server that can be cut or go silent, as networks and sleeping laptops do."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit


class Between:
    """A port of its own that hands everything on to the server, until it is told otherwise."""

    def __init__(self, address: str) -> None:
        self.target = urlsplit(address).port
        self.port = 0
        self._silent = threading.Event()
        self._cut = threading.Event()
        self._ready = threading.Event()
        self._writers: set[asyncio.StreamWriter] = set()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def address(self) -> str:
        """What a browser opens instead of the server's own."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Listen."""
        self._thread.start()
        assert self._ready.wait(10)

    def cut(self) -> None:
        """Close every connection and refuse new ones: the network is gone, and says so."""
        self._cut.set()
        self._soon(self._close_all)

    def silence(self) -> None:
        """Let every connection stand and hand nothing on: a laptop asleep, a network that went away."""
        self._silent.set()

    def restore(self) -> None:
        """Hand on again. What was under way in the silence is lost, as it is in a network."""
        if self._silent.is_set():
            self._soon(self._close_all)
        self._cut.clear()
        self._silent.clear()

    def stop(self) -> None:
        """Close it for good."""
        self.cut()
        self._soon(self._stopped.set)
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _soon(self, what: object) -> None:
        done = threading.Event()

        def run() -> None:
            what()  # type: ignore[operator]
            done.set()

        self._loop.call_soon_threadsafe(run)
        done.wait(10)

    def _close_all(self) -> None:
        for writer in list(self._writers):
            writer.transport.abort()

    def _run(self) -> None:
        # closes its loop and the sockets of it at the end, and cancels what is still under way
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._arrived, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stopped.wait()
        server.close()

    async def _arrived(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._cut.is_set():
            writer.transport.abort()
            return
        try:
            inner, outer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        self._writers |= {writer, outer}
        with suppress(OSError, asyncio.CancelledError):
            await asyncio.gather(self._hand_on(reader, outer), self._hand_on(inner, writer))
        self._writers -= {writer, outer}

    async def _hand_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while piece := await reader.read(65536):
                if self._silent.is_set():
                    continue
                writer.write(piece)
                await writer.drain()
        except OSError:
            pass
        writer.transport.abort() if self._cut.is_set() else writer.close()


@contextmanager
def between(address: str) -> Iterator[Between]:
    """Stand between a browser and the server at an address."""
    wire = Between(address)
    wire.start()
    try:
        yield wire
    finally:
        wire.stop()
