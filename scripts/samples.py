"""Write the sample files in data/samples: ``python -m scripts.samples``. The same seed, the same files.

All people, teams and figures in them are invented.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
SEED = 20270101
LAST = date(2026, 10, 31)
MONTHS = 36
TEAMS = (
    ("Team 01", 58, 0.30), ("Team 02", 44, 0.17), ("Team 03", 63, 0.27), ("Team 04", 39, 0.33), ("Team 05", 51, 0.15),
    ("Team 06", 47, 0.29), ("Team 07", 36, 0.25), ("Team 08", 55, 0.16), ("Team 09", 42, 0.34), ("Team 10", 60, 0.26),
    ("Team 11", 7, 0.20), ("Team 12", 5, 0.40),
)  # fmt: skip
"""Name, people, and how many of a hundred leave in a year; two teams are too small to be shown."""
DIRT = {
    31: {"Leaving date": "2019-03-01"},
    58: {"Start date": "soon"},
    104: {"Employee number": ""},
    177: {"Start date": "31.02.2024"},
    260: {"Leaving date": "unknown yet"},
    333: {"Start date": "1026-05-01"},
}
"""What is wrong in the list, by row: a file without faults would show nothing of the report."""


def people() -> str:
    """A list of people with their team, first and last day: about 900 rows over three years, eight of them wrong."""
    rng = np.random.default_rng(SEED)
    first = LAST - timedelta(days=MONTHS * 365 // 12)
    rows: list[dict[str, str]] = []
    for team, size, rate in TEAMS:
        for _ in range(size):
            day = first - timedelta(days=int(rng.exponential(1500)))
            while day <= LAST:
                start = day
                stays = (
                    int(rng.exponential(365 / rate))
                    if day > first
                    else (first - day).days + int(rng.exponential(365 / rate))
                )
                day = start + timedelta(days=max(20, stays))
                left = day.isoformat() if day <= LAST else ""
                rows.append({"Team": team, "Start date": start.isoformat(), "Leaving date": left})
                day += timedelta(days=int(rng.integers(5, 50)))
    numbers = rng.permutation(len(rows)) + 1000
    listed = [{"Employee number": f"S-{number}", **row} for number, row in zip(numbers, rows, strict=True)]
    for at, wrong in DIRT.items():
        listed[at] |= wrong
    listed += [listed[12], listed[200]]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, ["Employee number", "Team", "Start date", "Leaving date"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return stream.getvalue()


def history() -> bytes:
    """The share of offers won by month and team, with the people of each team, as an Excel workbook with a title."""
    from xlsxwriter import Workbook

    rng = np.random.default_rng(SEED + 1)
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2026, 11, 1)})  # noqa: DTZ001  # a workbook knows no zones
        sheet, about = book.add_worksheet("Win rate"), book.add_worksheet("About")
        about.write(0, 0, "Sample data: every figure in this workbook is invented.")
        month, percent = (book.add_format({"num_format": form}) for form in ("mmm yyyy", "0.0%"))
        sheet.write(0, 0, "Sample data: offers won, by team")
        sheet.write_row(2, 0, ("Month", "Team", "Offers won", "People"))
        levels = rng.normal(0.2, 0.04, 9)
        sizes = (14, 18, 12, 22, 16, 11, 19, 13, 6)
        line = 3
        for k in range(24):
            day = datetime(2024 + (10 + k) // 12, (10 + k) % 12 + 1, 1)  # noqa: DTZ001
            for team, (level, size) in enumerate(zip(levels, sizes, strict=True), start=1):
                won = rng.binomial(4 * size, level) / (4 * size)
                sheet.write_datetime(line, 0, day, month)
                sheet.write(line, 1, f"Team {team}")
                sheet.write_number(line, 2, round(won, 4), percent)
                sheet.write_number(line, 3, size)
                line += 1
    return stream.getvalue()


def main() -> None:
    """Write both files."""
    SAMPLES.mkdir(exist_ok=True)
    (SAMPLES / "sample-people.csv").write_text(people(), encoding="utf-8")
    (SAMPLES / "sample-win-rate.xlsx").write_bytes(history())


if __name__ == "__main__":
    main()
