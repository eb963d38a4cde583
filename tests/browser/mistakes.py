"""Cases and metrics as nobody should write them: what is written, and what a reader must be told."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

BUNDLED = Path(__file__).parents[2] / "data"
GOOD = "closing-the-sale"


@dataclass(frozen=True)
class Mistake:
    """One mistake in a copy of a good case, or in a copy of its metric.

    Attributes
    ----------
    name
        Of the case's folder, and of the metric where that is broken.
    old, new
        What is replaced in the file.
    where
        What the line that is told begins with.
    told
        Parts of the message: found, allowed, do.
    in_metric
        Whether the metric's file is broken rather than the case's.
    stops
        Whether there is no forecast; else the case opens and the message is a warning.
    """

    name: str
    old: str
    new: str
    where: str
    told: tuple[str, ...]
    in_metric: bool = False
    stops: bool = True

    def write(self, data: Path) -> tuple[Path, ...]:
        """Write it into a data folder; returns what was made."""
        folder = data / "cases" / self.name
        shutil.copytree(BUNDLED / "cases" / GOOD, folder)
        file = folder / "case.yaml"
        if not self.in_metric:
            file.write_text(replaced(file.read_text(encoding="utf-8"), self.old, self.new), encoding="utf-8")
            return (folder,)
        metric = data / "metrics" / f"{self.key}.yaml"
        sales = (BUNDLED / "metrics" / "sales.yaml").read_text(encoding="utf-8")
        sales = replaced(sales, "id: sales", f"id: {self.key}")
        metric.write_text(replaced(sales, self.old, self.new), encoding="utf-8")
        file.write_text(replaced(file.read_text(encoding="utf-8"), "use: sales", f"use: {self.key}"), encoding="utf-8")
        return folder, metric

    @property
    def key(self) -> str:
        """The name as a metric's."""
        return self.name.replace("-", "_")

    def place(self, data: Path) -> str:
        """File and line as people must be told them."""
        path = f"metrics/{self.key}.yaml" if self.in_metric else f"cases/{self.name}/case.yaml"
        lines = (data / path).read_text(encoding="utf-8").splitlines()
        line = next(number for number, text in enumerate(lines, start=1) if text.strip().startswith(self.where))
        return f"{data.name}/{path}:{line}"


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


GAP = "{is: exemplar_win_rate - win_rate, unit: deal/offer"
MISTAKES = (
    Mistake("broken-yaml", "horizon: 24 months", "horizon: [24 months", "start:", ("do:",)),
    Mistake("unknown-key", "currency: USD", "curency: USD", "curency", ("curency", "currency", "Did you mean")),
    Mistake("share-of-1-4", "high: 0.64", "high: 1.4", "high: 1.4", ("1.4", "from 0 to 1")),
    Mistake("low-above-high", "low: 34500", "low: 43500", "low: 43500", ("43500", "low ≤ likely ≤ high", "Swap")),
    Mistake("infeasible", "likely: 11\n", "likely: 6.6\n", "likely: 6.6", ("6.6", "likely between")),
    Mistake(
        "missing-csv",
        "history: win-rate.csv",
        "history: gone.csv",
        "history:",
        ("gone.csv", "Did you mean"),
        stops=False,
    ),
    Mistake("way-out", "history: win-rate.csv", "history: ../../../etc/passwd", "history:", ("../../../etc/passwd",)),
    Mistake("cycle", GAP, "{is: exemplar_win_rate - effect, unit: deal/offer", "gap:", ("→",), in_metric=True),
    Mistake(
        "wrong-unit",
        GAP,
        "{is: exemplar_win_rate - deal_size, unit: deal/offer",
        "gap:",
        ("money/deal",),
        in_metric=True,
    ),
    Mistake("code", GAP, "{is: __import__('os'), unit: deal/offer", "gap:", ("do:",), in_metric=True),
    Mistake("power-tower", GAP, "{is: 9**9**9, unit: deal/offer", "gap:", ("9**9",), in_metric=True),
)
