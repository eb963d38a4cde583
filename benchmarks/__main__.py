"""Measure speed and memory and print one table: ``python -m benchmarks [engine levers own_data pilot …]``."""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Callable

from benchmarks import engine, exports, first_page, leave_behind, levers, memory, memory_drag, own_data, pilot
from benchmarks.app import ROOT
from benchmarks.table import Row, lines

PARTS: dict[str, tuple[str, Callable[[], tuple[Row, ...]]]] = {
    "engine": ("The engine, medians", lambda: engine.measure(ROOT / "data")),
    "levers": ("A lever moved, from the key press to the frame on the screen, medians", levers.measure),
    "first_page": ("The first page, from the request, medians", first_page.measure),
    "memory": ("Memory", memory.measure),
    "memory_drag": ("Memory while a lever is dragged (LDCASE_DRAG_MINUTES=10 for the long run)", memory_drag.rows),
    "own_data": ("Own data, medians", own_data.measure),
    "pilot": ("A pilot", lambda: pilot.measure(ROOT / "data")),
    "leave_behind": ("The page that is left behind, medians", lambda: leave_behind.measure(ROOT / "data")),
    "exports": ("What leaves the room", lambda: exports.measure(ROOT / "data")),
}


def main() -> None:
    """Run the parts that were asked for, or all."""
    reader = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    reader.add_argument("parts", nargs="*", choices=[*PARTS, []], help="which parts to run; all when left out")
    wanted = reader.parse_args().parts or list(PARTS)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{time.strftime('%Y-%m-%d %H:%M')}  Python {platform.python_version()}, {os.cpu_count()} cores{load}")
    for name in wanted:
        title, measure = PARTS[name]
        print(lines(title, measure()), flush=True)


if __name__ == "__main__":
    main()
