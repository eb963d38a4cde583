"""The reference in the drawer says what the published one says, and every figure leads to its chapter."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from ldcase.formulas.functions import FUNCTIONS
from ldcase.pages.pitch_state import PitchState
from ldcase.words.reference import Chapter, costs, metrics, shared, skill, written
from tests.pages.test_content import Checked
from tests.sample_cases import BUNDLED, modules

Opened = Callable[..., PitchState]
CHAPTERS: tuple[Chapter, ...] = (
    *metrics(modules()),
    *costs(modules()),
    *shared(modules()),
    written(modules()),
    skill(),
)


def read(state: PitchState, part: str) -> str:
    state.act("reference", part)
    return Checked(str(state.view().slots["drawer"])).text


@pytest.mark.parametrize("name", BUNDLED)
def test_every_chapter_can_be_reached_and_says_all(pitch: Opened, name: str) -> None:
    state = pitch(name)
    state.act("reference")
    ways = re.findall(r'data-act="reference" data-value="([^"]+)"', str(state.view().slots["drawer"]))
    texts = [read(state, unescape(way)) for way in ("", *ways)]
    for chapter in CHAPTERS:
        (text,) = [
            text for text in texts if all(each.text in text for each in chapter.computed) and _told(chapter, text)
        ]
        for each in chapter.asked:
            assert each.help in text, each.name
        for figure in chapter.computed:
            assert figure.words in text, figure.name
        for sentence in (*chapter.sources, *chapter.pitfalls, chapter.caution):
            assert sentence in text
        assert chapter.example is None or chapter.example.note in text
    assert all(function.help in texts[-1] or any(function.help in text for text in texts) for function in FUNCTIONS)


def _told(chapter: Chapter, text: str) -> bool:
    heading = text.split("Worked example")[0]
    return (
        f"{' · '.join(chapter.facts)}" in heading
        if chapter.facts
        else chapter.title in heading.split("Other metrics")[-1]
    )


@pytest.mark.parametrize("name", BUNDLED)
def test_every_figure_leads_to_the_chapter_in_which_it_stands(pitch: Opened, name: str) -> None:
    state = pitch(name)
    now = state.now
    keys = {use.key: use.module.title for use in now.case.metrics}
    for figure in now.names:
        if re.search(r"(^|\.)cohort", figure):  # one for each cohort of the case
            continue
        state.act("close")
        state.ask(figure)
        (part,) = re.findall(r'data-act="reference" data-value="([^"]+)"', str(state.view().slots["drawer"]))
        text = read(state, unescape(part))
        assert figure in text
        key = figure.partition(".")[0]
        assert "." not in figure or keys[key] in text


def test_a_figure_of_the_case_can_be_asked_from_its_chapter(pitch: Opened) -> None:
    state = pitch("closing-the-sale")
    state.act("reference", "used win_rate")
    html = str(state.view().slots["drawer"])
    assert 'data-ask="win_rate.effect"' in html
    state.ask("win_rate.effect")
    assert 'data-act="reference" data-value="used win_rate">All formulas<' in str(state.view().slots["drawer"])
    assert 'data-ask="turnover.' not in read(state, "turnover")


def test_a_chapter_that_is_none_leads_to_the_first(pitch: Opened) -> None:
    assert read(pitch("closing-the-sale"), "<b>") == read(pitch("closing-the-sale"), "used win_rate")
