"""Texts in the language in force."""

import ast
import gettext
import pickle
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest

from ldcase import language
from ldcase.language import (
    LANGUAGES,
    catalogued,
    said,
    said_together,
    speaking,
    speech,
    worded,
    worded_as,
    worded_many,
)
from ldcase.languages.files import compiled, for_the_browser, problems
from ldcase.languages.gather import KEYWORDS, PACKAGE, Text, texts

OTHERS = list(LANGUAGES)[1:]


def test_the_language_of_the_code_says_texts_as_they_stand() -> None:
    assert worded("A {number} of {things}", number=3, things="calls") == "A 3 of calls"
    assert worded("Braces {stay} where nothing is filled in") == "Braces {stay} where nothing is filled in"
    assert worded("") == ""
    assert worded_many("{n} month", "{n} months", 1, n="one") == "one month"
    assert worded_many("{n} month", "{n} months", 1.5, n="1.5") == "1.5 months"
    assert worded_as("of a year", "March") == "March"


def test_a_language_holds_within_its_block_only() -> None:
    with speaking("de", "de_CH"):
        assert (speech().language, speech().locale) == ("de", "de_CH")
        with speaking("en"):
            assert speech().locale == "en"
        assert speech().language == "de"
    assert speech().language == "en"
    with pytest.raises(KeyError), speaking("xx"):
        pass


def test_what_the_core_said_is_said_again_in_the_language_where_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    class Shouting(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.replace("Line", "Zeile").replace("is empty", "ist leer").replace("the box", "das Feld")

    monkeypatch.setattr(language, "_translations", lambda _: Shouting())
    text = said("Line {line}: {what} is empty", line=3, what=said("the box"))
    assert text == "Line 3: the box is empty"
    assert worded(text) == "Zeile 3: das Feld ist leer"
    assert worded(pickle.loads(pickle.dumps(text))) == worded(deepcopy(text)) == "Zeile 3: das Feld ist leer"


def test_every_text_is_a_whole_one_that_can_be_found() -> None:
    """A text put together by an f-string or a variable within `said` or `worded_many` could never be translated."""
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if name in KEYWORDS and isinstance(node, ast.Call) and node.args:
                given = node.args[: 2 if name.endswith("many") or name == "worded_as" else 1]
                fixed = all(isinstance(each, ast.Constant) for each in given)
                if any(isinstance(each, ast.JoinedStr | ast.BinOp) for each in given) or (
                    name not in ("worded", "worded_sentence") and not fixed
                ):
                    wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    # `worded` and `worded_sentence` may be given a variable: what was marked elsewhere, or a text of the catalogue
    allowed = {"language.py", "words/sentence.py"}
    assert [each for each in wrong if each.split(":")[0] not in allowed] == []


@pytest.mark.parametrize("language_id", OTHERS)
def test_every_text_has_its_translation(language_id: str) -> None:
    found = texts()
    assert len(found) > 100
    assert [str(problem) for problem in problems(language_id, found)] == []


@pytest.mark.parametrize("language_id", OTHERS)
def test_what_is_read_at_run_time_is_what_stands_in_the_files(language_id: str) -> None:
    path = Path(language.FOLDER) / f"{language_id}.mo"
    assert path.read_bytes() == compiled(language_id), "run: python -m ldcase.languages"
    browser = path.with_suffix(".json").read_text(encoding="utf-8")
    assert browser == for_the_browser(language_id), "run: python -m ldcase.languages"


def test_a_translation_that_lacks_a_value_is_told() -> None:
    found = problems("de", [Text("none/such", "", "A {number} text nobody translated")])
    assert [problem.what for problem in found] == ["has no translation"]


def test_numbers_and_days_in_what_the_core_said_are_written_as_the_locale_does() -> None:
    text = said("{rows:,} rows, {share:g}", rows=12345, share=0.35)
    day = said("on {day:%-d %B %Y}, {month:%b %Y}", day=date(2027, 3, 31), month=date(2027, 3, 1))
    assert (text, day) == ("12,345 rows, 0.35", "on 31 March 2027, Mar 2027")
    with speaking("de", "de_DE"):
        assert worded(text) == "12.345 rows, 0,35"
        assert worded(day) == "on 31. März 2027, März 2027"
    with speaking("de", "de_CH"):
        assert worded(text) == "12’345 rows, 0.35"


def test_parts_put_together_are_each_said_again() -> None:
    both = said_together([catalogued("Net benefit"), "win_rate", said("Correct the name.")], "; ")
    assert both == "Net benefit; win_rate; Correct the name."
    with speaking("de"):
        assert worded(both) == "Nettonutzen; win_rate; Korrigieren Sie den Namen."
