"""Writes the sample results of a pilot: data/cases/service-desk-course/pilot-results.csv.

Sample data: 86 agents in 16 teams, four teams trained in February 2027. Each agent has a level of his own and each team
a change of its own; the trained gain 0.5 minutes in the first month, 0.25 in the second and 0.1 in the third.

    python scripts/sample_pilot_results.py > data/cases/service-desk-course/pilot-results.csv
"""

from __future__ import annotations

import csv
import sys

import numpy as np

MONTHS = ("2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01")
SEASON = (0.0, 0.1, 0.05, 0.0, -0.05, -0.05)
GAIN = (0.0, 0.0, 0.0, 0.5, 0.25, 0.1)
SIZES = (6, 5, 6, 5, 5, 6, 5, 5, 6, 5, 5, 6, 5, 5, 6, 5)
TRAINED = (2, 5, 8, 13)
"""Teams drawn by lot: 22 agents."""


def main() -> None:
    """Write the rows to standard output."""
    rng = np.random.default_rng(20270505)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["team", "person", "group", "date", "value"])
    agent = 0
    for team, size in enumerate(SIZES, start=1):
        level, change = rng.normal(8.4, 0.25), rng.normal(0.0, 0.08)
        trained = team in TRAINED
        for _ in range(size):
            agent += 1
            own = rng.normal(0.0, 0.9)
            for month, (day, season, gain) in enumerate(zip(MONTHS, SEASON, GAIN, strict=True)):
                value = level + own + season + change * (month >= 3) - gain * trained + rng.normal(0.0, 0.3)
                group = "pilot" if trained else "comparison"
                writer.writerow([f"Team {team:02}", f"Agent {agent:02}", group, day, f"{value:.2f}"])


if __name__ == "__main__":
    main()
