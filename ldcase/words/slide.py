"""What one slide says: the finding as its title, sentences, a table, and what the speaker needs besides."""

from __future__ import annotations

from dataclasses import dataclass

from ldcase.words.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of a slide: heads, rows of text, which columns hold numbers (from 0), their widths as parts of the sum.

    ``strong`` rows are those the slide is about; what belongs together may be told on several slides.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    widths: tuple[float, ...] = ()
    strong: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide:
    """The words of a slide.

    Attributes
    ----------
    name
        What it is about; its chart is found by this.
    part
        The step of the pitch, or the appendix, as it is called above the title.
    title
        The finding as a sentence; None where the finding of its chart is the title.
    told
        Sentences on the slide, the most important first.
    rows
        Its table.
    figures
        Label, value and range of figures that stand out.
    notes
        For the speaker: where each number comes from, what is likely to be said.
    """

    name: str
    part: str
    title: Sentence | None
    told: tuple[Sentence, ...] = ()
    rows: Rows | None = None
    figures: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[Sentence, ...] = ()
