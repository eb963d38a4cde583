"""The one place that imports Voila.

Voila imports Jupyter's server, which imports jsonschema, which imports `rfc3987_syntax` when it is installed; that
module builds a grammar for seconds when imported, to check a format that nothing here has. jsonschema treats it as
optional, so it is declared absent before (as `ldcase.charts.altair_import` does).
"""

import sys

# A module that is None in sys.modules raises ModuleNotFoundError when imported, as if it were not installed.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

from jupyter_server.utils import url_path_join  # noqa: E402
from voila.app import Voila  # noqa: E402
from voila.handler import BaseVoilaHandler  # noqa: E402
from voila.tornado.contentshandler import VoilaContentsHandler  # noqa: E402
from voila.tornado.handler import TornadoVoilaHandler  # noqa: E402
from voila.tornado.treehandler import TornadoVoilaTreeHandler  # noqa: E402

__all__ = [
    "BaseVoilaHandler",
    "TornadoVoilaHandler",
    "TornadoVoilaTreeHandler",
    "Voila",
    "VoilaContentsHandler",
    "url_path_join",
]
