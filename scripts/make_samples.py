"""Make the sample documents in docs/samples/ from a bundled case: ``.venv/bin/python -m scripts.make_samples``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ldcase.case import catalogue, load
from ldcase.exports.kinds import KINDS, Options
from ldcase.exports.making import write
from ldcase.exports.origin import origin
from ldcase.forecast import forecast

ROOT = Path(__file__).resolve().parents[1]
CASE = "closing-the-sale"
SAMPLES = ROOT / "docs" / "samples"


def main() -> None:
    """Write every form of the case, and say how large each is."""
    SAMPLES.mkdir(parents=True, exist_ok=True)
    now = forecast(load(ROOT / "data" / "cases" / CASE, catalogue.load(ROOT / "data")))
    came_from = origin(now, datetime.now().astimezone().date())
    for ending, kind in KINDS.items():
        target = SAMPLES / f"{CASE}{ending}"
        write(kind, now, target, came_from, Options())
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
