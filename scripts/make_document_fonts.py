"""Makes the fonts of what is printed: TrueType files from the web fonts of the npm packages @fontsource/….

    python scripts/make_document_fonts.py FOLDER

FOLDER holds the unpacked packages ``inter`` and ``source-serif-4``; needs fonttools and brotli. The letters beyond
western Europe are in files of their own under a family name of their own, so that both are found side by side.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[1] / "ldcase" / "charts" / "fonts"
FONTS = {
    ("inter", "Inter"): ("400", "600"),
    ("source-serif-4", "Source Serif 4"): ("600",),
}
SETS = {"latin": "", "latin-ext": " Ext"}
LICENCES = {"inter": "Inter-LICENSE.txt", "source-serif-4": "SourceSerif4-LICENSE.txt"}


def make(folder: Path) -> None:
    """Write every font and the licences."""
    TARGET.mkdir(exist_ok=True)
    for (package, family), weights in FONTS.items():
        for weight in weights:
            for name, suffix in SETS.items():
                font = TTFont(folder / package / "files" / f"{package}-{name}-{weight}-normal.woff2")
                font.flavor = None
                for record in font["name"].names:
                    if record.nameID in (1, 16):
                        record.string = f"{family}{suffix}"
                font.save(TARGET / f"{package}-{name}-{weight}.ttf")
        (TARGET / LICENCES[package]).write_bytes((folder / package / "LICENSE").read_bytes())


if __name__ == "__main__":
    make(Path(sys.argv[1]))
