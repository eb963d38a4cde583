"""Sentences from templates."""

from __future__ import annotations

from ldcase.words.sentence import Number, Text, ended, fill, say, worded_sentence, worded_sentence_many

VALUES = {
    "win_rate": ("m.win_rate", 0.2, "percent"),
    "deals": ("m.deals", 1.0, "count"),
    "cost": ("cost", 140_000.0, "money"),
}


def test_numbers_know_what_they_are() -> None:
    sentence = fill("Of 100 offers {win_rate|of_100|gap} are won; that is {cost}.", VALUES.get)
    assert sentence.pieces == (
        Text("Of 100 offers "),
        Number("m.win_rate", "20", "gap"),
        Text(" are won; that is "),
        Number("cost", "140\u00a0k", "plain"),
        Text("."),
    )


def test_words_follow_the_number() -> None:
    template = "{deals|count} {deals|plural:deal:deals}"
    assert str(fill(template, VALUES.get)) == "1 deal"
    assert str(fill(template, {"deals": ("m.deals", 60.2, "count")}.get)) == "60 deals"


def test_what_cannot_be_filled_stays_as_written() -> None:
    assert str(fill("{nothing} {win_rate|nonsense} {win_rate|percent|loud}", VALUES.get)) == (
        "{nothing} {win_rate|nonsense} {win_rate|percent|loud}"
    )


def test_text_of_a_case_is_not_a_template_inside_a_number() -> None:
    assert str(fill("{a.b.__class__} {0} {} {{win_rate}}", VALUES.get)) == "{a.b.__class__} {0} {} {20\u00a0%}"


def test_sentences_add_up() -> None:
    assert str(say("a ", Number("x", "1")) + say(" b")) == "a 1 b"


def test_a_full_stop_is_set_once() -> None:
    assert [ended(text) for text in ("It pays", "It pays.", " Does it? ", "“No.”", "")] == [
        "It pays.",
        "It pays.",
        "Does it?",
        "“No.”",
        "",
    ]


def test_a_sentence_is_one_text_with_its_parts_in_their_places() -> None:
    cost = Number("cost", "140 k", "gap")
    sentence = worded_sentence("{cost} {currency} a month. {more}", cost=cost, currency="EUR", more=say("So ", cost))
    assert sentence.pieces == (cost, Text(" "), Text("EUR"), Text(" a month. "), Text("So "), cost)
    assert str(worded_sentence_many("{n} month", "{n} months", 2, n=Number("", "two"))) == "two months"


def test_what_fills_a_sentence_is_never_read_as_a_text_itself() -> None:
    assert str(worded_sentence("{title} pays.", title="{cost} <b>")) == "{cost} <b> pays."


def test_an_abbreviation_at_the_end_brings_the_full_stop_itself() -> None:
    for amount in (Number("cost", "51 Tsd."), "51 Tsd."):
        assert str(worded_sentence("It costs {amount}.", amount=amount)) == "It costs 51 Tsd."
        assert str(worded_sentence("{amount}, it costs.", amount=amount)) == "51 Tsd., it costs."
    assert str(worded_sentence("It costs {amount}.", amount="51 k")) == "It costs 51 k."
