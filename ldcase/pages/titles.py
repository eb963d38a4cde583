"""The titles of the cases, read without loading them: the server paints them before a kernel is there."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

HEAD = 65_536


def titles(cases: Path) -> dict[str, str]:
    """The title of every case below the folder, by the name of its folder.

    Only the first 64 kB of a file are looked at, and only the line ``title: …``; a case without a readable one is left
    out, and the page shows the words of its name instead.
    """
    found = {}
    for path in sorted(cases.glob("*/case.yaml")):
        with path.open(encoding="utf-8", errors="replace") as file:
            line = re.search(r"^title:[ \t]+\S.*$", file.read(HEAD), re.MULTILINE)
        if line is None:
            continue
        try:
            title = yaml.safe_load(line.group())["title"]
        except yaml.YAMLError:
            continue
        if isinstance(title, str):
            found[path.parent.name] = title
    return found
