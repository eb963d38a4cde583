"""Slides as LibreOffice draws them in our typefaces: long texts stay within their slide and above its foot."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from ldcase.charts.printed import FONTS
from ldcase.exports.origin import origin
from ldcase.exports.slides import write_slides
from scripts.programs import find
from tests.exports.slides import DAY, edited, of

FOOT = 45.0
"""Height of the foot above the lower edge of a slide, points."""
SMALL = 9.5
"""The text of the foot and the number of the slide are no larger, points; all other text may not stand so low."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The deck of a case with long texts, as PDF."""
    folder = tmp_path_factory.mktemp("rendered")
    long = edited(
        of("line-supervisors").case,
        title="A title of two hundred signs, as nobody should write one, though somebody will do it at some time " * 2,
        ask__statement="a decision on " + "everything that anybody has ever asked for " * 5,
        idea__statement="trying " + "one thing after the other until it helps " * 5,
        ask__gates=[{"when": "month 3", "measure": "word " * 60, "go": "yes " * 40, "stop": "no " * 40}] * 6,
    )
    deck = folder / "deck.pptx"
    write_slides(long, deck, origin(long, DAY))
    assert find("impress") is not None, "LibreOffice Impress is needed to draw slides: install libreoffice-impress"
    fonts = folder / "fonts.conf"
    fonts.write_text(
        f'<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{FONTS}</dir></fontconfig>'
    )
    command = [str(find("soffice")), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), str(deck)],
        check=True, capture_output=True, timeout=180, env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
    )  # fmt: skip
    return PdfReader(Path(folder, "deck.pdf"))


def test_no_text_leaves_its_slide_or_runs_into_the_foot(drawn: PdfReader) -> None:
    assert len(drawn.pages) > 15
    for number, page in enumerate(drawn.pages, 1):
        width, high = float(page.mediabox.width), float(page.mediabox.height)
        found: list[tuple[str, float, float, float]] = []

        def take(text: str, cm: Any, tm: Any, font: Any, size: float, found: list[Any] = found) -> None:
            if text.strip():
                scale = abs(cm[3] * tm[3])
                across, up = cm[0] * tm[4] + cm[2] * tm[5] + cm[4], cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
                found.append((text.strip(), across, up, size * scale))

        page.extract_text(visitor_text=take)
        assert found, number
        for text, across, up, size in found:
            assert 0 <= across <= width, (number, text)
            assert 8 <= up <= high, (number, text)
            assert size <= SMALL or up >= FOOT, (number, text, up, size)
