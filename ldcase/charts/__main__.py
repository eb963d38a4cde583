"""`python -m ldcase.charts` compiles the charts that are delivered with the package."""

import sys

from ldcase.charts.compile import CHARTS, COMPILED, as_text

COMPILED.parent.mkdir(parents=True, exist_ok=True)
COMPILED.write_text(as_text(), encoding="utf-8")
sys.stdout.write(f"{COMPILED}: {', '.join(CHARTS)}\n")
