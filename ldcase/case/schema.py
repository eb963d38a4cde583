"""The case file's JSON Schema, for editors that complete and check while one types.

``python -m ldcase.case.schema data/case.schema.json`` writes it anew. A case file points to it in its first line:
``# yaml-language-server: $schema=../../case.schema.json``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path as FilePath
from typing import Any

from ldcase.case.document import Document

FILE_NAME = "case.schema.json"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a case file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Document.model_json_schema()}


def text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FilePath(sys.argv[1]).write_text(text(), encoding="utf-8")
