"""How large a file may be that somebody brings. What is larger is refused before it is read."""

from __future__ import annotations

MOST_BYTES = 64 * 2**20
"""Bytes of a file."""
MOST_CELLS = 2_000_000
"""Cells of a sheet, rows × columns."""
MOST_COLUMNS = 300
MOST_UNPACKED = 256 * 2**20
"""Bytes of a workbook once it is unpacked."""
MOST_RATIO = 200
"""Times a workbook may grow when it is unpacked; real ones grow ten to fifty times."""
HARMLESS = 4 * 2**20
"""Bytes up to which a workbook may grow however often."""
MOST_PARTS = 2_000
"""Files inside a workbook."""
MOST_LINE_BREAKS = 50
"""Line breaks within one cell; more of them mean a quotation mark that was never closed."""
LOOKED_AT = 200
"""Rows of a column from which its kind is guessed."""
EARLIEST, LATEST = 1950, 2100
"""Years that are taken for years."""
