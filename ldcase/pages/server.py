"""The workbook's own server: Voila with warm kernels, the case's title in the first paint, and nothing else reachable.

It serves one page, ``pitch``, from the folder ``workbooks/``. ``voila workbooks/ --template=ldcase`` serves the same
page without the warm kernels and the titles.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode

from jinja2 import ChoiceLoader, FileSystemLoader
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from traitlets import Unicode, default
from traitlets.config import Config

from ldcase.errors import CaseError, Finding
from ldcase.pages.loading import loading_texts
from ldcase.pages.served import OPEN_TO
from ldcase.pages.speaking import CHOSEN, accepted, from_cookie
from ldcase.pages.titles import titles
from ldcase.pages.voila_import import (
    BaseVoilaHandler,
    TornadoVoilaHandler,
    TornadoVoilaTreeHandler,
    Voila,
    VoilaContentsHandler,
    url_path_join,
)

ROOT = Path(__file__).resolve().parents[2]
STATIC = Path(__file__).resolve().parent / "static"
TEMPLATE = Path(__file__).resolve().parent / "template"
PAGE = "pitch.ipynb"
EARLY_FILES = ("screen.js", "screen.css", "charts.json")
LAST_PORT = 65_535
LOOPBACK = ("127.0.0.1", "localhost", "::1")

SETTINGS = {
    "VoilaConfiguration": {
        "template": "ldcase",
        "preheat_kernel": True,
        "default_pool_size": 1,
        # No file of the folder is served; what a page offers for download it hands over itself.
        "file_allowlist": [],
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
    },
    "VoilaExecutor": {"cell_error_instruction": "What happened is in the server's log. Reload the page to try again."},
    # A warm kernel waits for the pitch only; it is replaced once the page that took the last one has had time to paint.
    "VoilaKernelManager": {"preheat_denylist": [rf"^(?!.*{PAGE}$)"], "fill_delay": 2},
    # A page that closes ends its kernel. One whose browser vanished is ended here; an open, idle page never is.
    "MappingKernelManager": {"cull_idle_timeout": 600, "cull_interval": 60, "cull_connected": False},
    # Nobody else on the machine can listen to a socket file as they could to a port; elsewhere its path is too long.
    "KernelManager": {"transport": "ipc" if sys.platform == "linux" else "tcp", "shutdown_wait_time": 2.0},
}


class Home(BaseVoilaHandler):
    """``/`` leads to the page and keeps the question, so that ``/?case=it-turnover`` opens that case."""

    def initialize(self, page: str, **settings: Any) -> None:
        """Take the address of the page."""
        super().initialize(**settings)
        self.page = page

    @web.authenticated
    def get(self) -> None:
        """Redirect."""
        self.redirect(self.page + (f"?{self.request.query}" if self.request.query else ""))


class Page(TornadoVoilaHandler):
    """A page, with the cookie that lets it end its own kernel when it is closed; without it Voila answers 403."""

    async def prepare(self) -> None:
        """Set the cookie before anything is streamed."""
        await super().prepare()
        _ = self.xsrf_token
        self.request.query = with_speech(self.request.query, self.get_cookie(CHOSEN, ""), self.request.headers)


def with_speech(query: str, cookie: str, headers: Mapping[str, str]) -> str:
    """The query of an address with the language this browser chose, and the one it would like, for the kernel."""
    asked = dict(parse_qsl(query, keep_blank_values=True))
    wished = {"accepts": accepted(headers.get("Accept-Language", "")), **from_cookie(cookie)}
    more = {name: value for name, value in wished.items() if value and not ({"language", name} & asked.keys())}
    return "&".join(part for part in (query, urlencode(more)) if part)


class Static(web.StaticFileHandler):
    """The files of the package: kept by the browser for good when the address names their version."""

    def set_extra_headers(self, path: str) -> None:
        """Say how long the file may be kept."""
        kept = "public, max-age=31536000, immutable" if self.get_argument("v", "") else "no-cache"
        self.set_header("Cache-Control", kept)


def version(path: Path) -> str:
    """A short name for the content of a file; it changes exactly when the content does."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def hold_port(ip: str, port: int) -> tuple[int, list[socket.socket]]:
    """The port asked for, or the first free one of the hundred after it, with the sockets that hold it from now on.

    Held, because a port that was merely free may be another server's a moment later: the warm kernels would then wait
    at that one for ever. Anything else is a `CaseError`.
    """
    for candidate in range(port, port + 100):
        if not 0 < candidate <= LAST_PORT:
            raise unusable(f"{ip}:{candidate}", "there is no such port")
        try:
            return candidate, bind_sockets(candidate, ip)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            raise unusable(f"{ip}:{candidate}", str(error)) from error
    raise unusable(f"{ip}:{port}", "it and the hundred ports after it are in use")


def unusable(address: str, why: str) -> CaseError:
    """The error of an address at which nothing can be served."""
    return CaseError(
        Finding(
            "address-unusable",
            "The workbook cannot be served at this address.",
            f"{address}: {why}",
            "an address of this machine and a port from 1024 to 65535",
            "Choose another one: ldcase app --port 8900",
        )
    )


class Workbook(Voila):
    """The server of the workbook. Every option of Voila works; the defaults suit one's own screen."""

    description = Unicode("Serve the business-case workbook on this machine.")
    examples = "ldcase app --port 8877 --no-browser"
    data_root = Unicode(str(ROOT / "data"), help="The folder that holds cases/<case>/case.yaml.").tag(config=True)

    aliases: ClassVar = {**Voila.aliases, "ip": "Voila.ip"}

    @default("ip")
    def _ip(self) -> str:
        return LOOPBACK[0]

    @default("port")
    def _port(self) -> int:
        return 8877

    @default("log_level")
    def _log_level(self) -> int:
        return logging.ERROR

    @default("root_dir")
    def _root_dir(self) -> str:
        return str(ROOT / "workbooks")

    def initialize(self, argv: list[str] | None = None) -> None:
        """Read the options; what the command line or a configuration file says wins over `SETTINGS`."""
        self.update_config(Config(SETTINGS))
        super().initialize(argv)
        if not (Path(self.root_dir) / PAGE).is_file():
            raise CaseError(
                Finding(
                    "no-workbooks",
                    "The folder with the notebooks was not found.",
                    self.root_dir,
                    f"a folder that holds {PAGE}, such as workbooks in the project's folder",
                    "Start from a checkout of the project, or name the folder: ldcase app --Voila.root_dir=FOLDER",
                )
            )
        self.voila_configuration.page_config_hook = self.page_config

    def setup_template_dirs(self) -> None:
        """Take the template from the package: what was installed from a checkout is a copy, perhaps an old one."""
        super().setup_template_dirs()
        self.template_paths: list[str] = [str(TEMPLATE), *self.template_paths]

    def page_config(self, page_config: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Give the template what it paints before a kernel is there: the cases' titles, and files to fetch early."""
        files = url_path_join(self.base_url, "voila/labextensions/ldcase/static")
        early = {name: f"{files}/{name}?v={version(STATIC / name)}" for name in EARLY_FILES}
        known = titles(Path(self.data_root) / "cases")
        return {**page_config, "ldcase": {"titles": known, "early": early, "texts": loading_texts()}}

    def init_settings(self) -> dict[str, Any]:
        """Voila's settings; while only this machine is served, a name that merely points to it is not answered."""
        # Tornado and Jupyter disagree about the unit of a timeout and say so at every connection.
        logging.getLogger("tornado.general").setLevel(logging.ERROR)
        settings: dict[str, Any] = super().init_settings()
        for name in ("jinja2_env", "voila_jinja2_env"):
            pages = settings[name]
            pages.loader = ChoiceLoader([FileSystemLoader(TEMPLATE), pages.loader])
            pages.globals["ldcase_texts"] = loading_texts()
        if self.ip in LOOPBACK:
            settings |= {"allow_remote_access": False, "local_hostnames": list(LOOPBACK)}
        return settings

    def init_handlers(self) -> list[Any]:
        """Voila's handlers without the list of files, and our own."""
        at, page = self.server_url, url_path_join(self.base_url, "voila/render", PAGE)
        ours = {TornadoVoilaHandler: Page, TornadoVoilaTreeHandler: None, VoilaContentsHandler: None}
        rules = [(rule[0], ours.get(rule[1], rule[1]), *rule[2:]) for rule in super().init_handlers()]
        return [
            (at, Home, {"page": page, "voila_configuration": self.voila_configuration}),
            (url_path_join(at, r"/voila/labextensions/ldcase/static/(.*)"), Static, {"path": str(STATIC)}),
            (url_path_join(at, r"/voila/templates/ldcase/static/(.*)"), Static, {"path": str(TEMPLATE / "static")}),
            *(rule for rule in rules if rule[1] is not None),
        ]

    def start(self) -> None:
        """Take a free port before the warm kernels are told which one it is, then serve until stopped."""
        port, sockets = hold_port(self.ip, self.port)
        self.port: int = port
        self._sockets = sockets
        if self.ip not in (*LOOPBACK, "", "0.0.0.0", "::"):
            os.environ["VOILA_APP_IP"] = self.ip
        key = self.auto_token if self.token is None else bool(self.token)
        os.environ[OPEN_TO] = "machine" if self.ip in LOOPBACK else "key" if key else "network"
        super().start()

    def listen(self) -> None:
        """Serve; the address is printed once it answers."""
        IOLoop.current().add_callback(self.announce)
        self.app.listen = lambda *_: HTTPServer(self.app).add_sockets(self._sockets)
        super().listen()

    def announce(self) -> None:
        """Print the one line people need."""
        print(f"The workbook is at {self.display_url}   (stop it with Ctrl+C)", flush=True)

    def launch_browser(self) -> None:
        """Open the page where there is a screen to open it on; a browser inside the terminal is none."""
        if sys.platform.startswith("linux") and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))):
            return
        token = self.identity_provider.token
        address = self.connection_url + (f"?token={token}" if token else "")
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
