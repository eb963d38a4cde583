"""Which language a page speaks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ldcase.language import LANGUAGES, Speech, speech
from ldcase.pages.server import with_speech
from ldcase.pages.speaking import accepted, first_speech, from_cookie, speech_of, texts, to_browser


def test_what_was_chosen_wins_over_the_case_and_that_over_the_browser() -> None:
    browser = {"accepts": "de"}
    assert first_speech({}) == Speech("en", "en")
    assert first_speech(browser) == Speech("de", "de")
    assert first_speech(browser, "en") == Speech("en", "en")
    assert first_speech({**browser, "language": "en", "locale": "de_CH"}, "de") == Speech("en", "de_CH")


@pytest.mark.parametrize("cookie", ["", "xx.de_CH", ".", "<script>", "de_CH", "en" * 500])
def test_a_cookie_that_is_no_choice_chooses_nothing(cookie: str) -> None:
    assert from_cookie(cookie) == {}


def test_a_locale_that_does_not_exist_follows_the_language() -> None:
    assert from_cookie("de.../../etc") == {"language": "de"}
    assert speech_of("de", "xx_XX") == Speech("de", "de")
    assert from_cookie("de.de_CH") == {"language": "de", "locale": "de_CH"}


@pytest.mark.parametrize(
    ("header", "found"),
    [("de-DE,de;q=0.9,en;q=0.8", "de"), ("fr,de;q=0.9", ""), ("", ""), ("en-US", "en"), ("*", ""), ("de;q=1", "de")],
)
def test_of_what_a_browser_would_like_only_the_first_wish_counts(header: str, found: str) -> None:
    assert accepted(header) == found


def test_the_address_keeps_its_own_choice() -> None:
    headers = {"Accept-Language": "de"}
    assert with_speech("case=a%20b", "", headers) == "case=a%20b&accepts=de"
    assert with_speech("case=a", "en.de_CH", headers) == "case=a&accepts=de&language=en&locale=de_CH"
    assert with_speech("language=en", "de.", headers) == "language=en"
    assert with_speech("", "", {}) == ""


def test_the_browser_gets_the_texts_of_its_own_part() -> None:
    assert to_browser(Speech("en", "en"))["texts"] == {}
    assert texts("de")["Language"] == "Sprache"
    assert to_browser(Speech("en", "fr"))["signs"] == {"decimal": ",", "group": "\u202f", "sizes": [3, 3]}
    assert to_browser(Speech("en", "en_IN"))["signs"] == {"decimal": ".", "group": ",", "sizes": [3, 2]}
    assert set(to_browser(Speech("de", "de"))["languages"]) == set(LANGUAGES)  # type: ignore[call-overload]


def test_a_page_speaks_the_language_it_was_told_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ldcase.pages.pitch import show

    root = Path(__file__).resolve().parents[2] / "data"
    shutil.copytree(root, tmp_path / "data", ignore=shutil.ignore_patterns("local"))
    monkeypatch.setenv("QUERY_STRING", "case=it-turnover&language=de")
    monkeypatch.delenv("VOILA_PREHEAT", raising=False)
    screen = show(data=tmp_path / "data", workspace=f"sqlite:///{tmp_path / 'w.db'}")
    assert screen.speech["language"] == "de"
    assert screen._listener is not None
    screen._listener({"type": "act", "act": "speak", "value": "en", "name": "de_CH"})
    assert (screen.speech["language"], screen.speech["locale"]) == ("en", "de_CH")
    screen._listener({"type": "act", "act": "speak", "value": "tlh", "name": ""})
    assert screen.speech["language"] == "en"
    assert speech() == Speech()
