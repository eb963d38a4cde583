"""What the narrative of a leave-behind is made of, so that the page can tell it anew for other values of its levers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ldcase.case import MetricUse
from ldcase.case.own_words import ALSO, GAP
from ldcase.charts.rows import in_two_lines
from ldcase.forecast import Forecast
from ldcase.language import worded, worded_as
from ldcase.words import numbers, pitch, priorities, turned
from ldcase.words.answer import lowered
from ldcase.words.causes import LACKING, cause_name, causes, stated
from ldcase.words.grades import GRADES
from ldcase.words.live import LIVE
from ldcase.words.own_words import own_words
from ldcase.words.sentence import Found, Number, Sentence, fill

STEPS = tuple(step for step, _ in pitch.STEPS)
Piece = str | dict[str, str]
"""A text, or a figure: ``q`` the quantity or the live figure, ``f`` how a quantity is written, ``t`` its tone."""


def told(forecast: Forecast) -> dict[str, Any]:
    """Return all that the page needs to tell the pitch: by step, the metrics, the causes, the assumptions, words."""
    case = forecast.case
    return {
        "steps": {step: _step(forecast, step) for step in STEPS},
        "metrics": [_metric(forecast, metric) for metric in case.metrics],
        "causes": _causes(forecast),
        "assumptions": {
            name: {
                "title": worded(a.title),
                "lowered": lowered(worded(a.title)),
                "lines": in_two_lines(worded(a.title)),
                "haircut": worded(a.haircut),
                "format": a.format,
                "grade": worded(GRADES[a.grade]) if a.grade else "",
            }
            for name, a in case.assumptions.items()
        },
        "words": {
            "after_horizon": numbers.after(case.horizon),
            "within_horizon": numbers.within(case.horizon),
            "cohorts": LIVE["cohorts"][1](forecast).text,
            "half": worded_as("gap", "half"),
            "all": worded_as("gap", "all of it"),
            "none": worded_as("gap", "None of it"),
            "none_share": worded_as("share", "none"),
            "nobody": worded_as("at the end", "nobody"),
            "nothing": worded_as("is left", "nothing"),
            "able": cause_name("able"),
            "not_known": cause_name("not known"),
            "any": worded_as("value", "any"),
            "no": worded_as("value", "none"),
        },
    }


def asked(said: object) -> set[str]:
    """Return the names of all quantities that embedded sentences write."""
    if isinstance(said, dict):
        own = {said["q"]} if "f" in said and "q" in said else set()
        return own - {"horizon"} | asked(list(said.values()))
    return set().union(*map(asked, said)) if isinstance(said, list) else set()


def _step(forecast: Forecast, step: str) -> dict[str, Any]:
    first = f"{forecast.case.metrics[0].key}." if step == "opportunity" else ""
    own = {
        key: _template(forecast, text, f"{key.removeprefix(GAP)}." if key.startswith(GAP) else "")
        for key, text in own_words(forecast, step).items()
    }
    return {
        "opening": worded(pitch.OPENINGS[step]),
        "headline": _template(forecast, pitch.statement(forecast, step), first),
        "also": own.pop(ALSO, []),
        "own": own,
        **{key: [_sentence(each) for each in found] for key, found in _passages(forecast, step).items()},
    }


def _passages(forecast: Forecast, step: str) -> dict[str, Sequence[Sentence]]:
    """The sentences whose words stay whatever the figures are, by key."""
    if step == "opportunity":
        return {"priority": priorities.serves(forecast), "meaning": priorities.means(forecast)}
    if step == "idea":
        found = pitch.idea(forecast).sentences
        return {key: [each for each in found if each.key == key] for key in ("people", "price", "behaviour")}
    if step == "ask":
        lost = Number("start_delay", "0", "gap", "delay_cost")
        return {
            "delay": [priorities.delay(forecast, lost)],
            "request": priorities.request(forecast),
            "decides": turned.who_decides(forecast),
        }
    return {}


def _metric(forecast: Forecast, metric: MetricUse) -> dict[str, Any]:
    prefix = f"{metric.key}."
    return {
        "key": f"{GAP}{metric.key}",
        "gap_cost": metric.gap_cost,
        "effect": metric.effect,
        "effect_format": forecast[metric.effect].format,
        "gap": [_template(forecast, line, prefix) for line in pitch.story_lines(metric, "gap")],
        "chart": _template(forecast, pitch.story(metric, "chart"), prefix),
        "baseline": metric.baseline,
        "exemplar": metric.exemplar,
        "format": forecast[metric.baseline].format,
        "exemplar_format": forecast[metric.exemplar].format,
        "team": pitch.story(metric, "team"),
        "best": pitch.story(metric, "best"),
        "not_counted": [str(each) for each in pitch.not_counted(metric)],
    }


def _causes(forecast: Forecast) -> list[dict[str, Any]]:
    """The causes besides able: which part of the whole each has of what able leaves, and what is said of it."""
    known = stated(forecast)
    likely = {name: entry.likely or 0.0 for name, entry in known.items()}
    total = sum(likely.values())
    return [
        {
            "name": each.name,
            "stated": each.name in known,
            "label": cause_name(each.name),
            "lacking": worded(LACKING[each.name]),
            "part": likely.get(each.name, 0.0),
            "whole": total or 1.0,
            "first": lowered(each.what) if each.what else "",
            "owner": turned.owner_said(each),
            "action": turned.action_said(each),
            "remedy": turned.remedy_said(each),
            "what_removes": worded(turned.WHAT_REMOVES[each.name]),
            "being": worded(turned.BEING[each.name], share="{share}", because=turned.because_said(each)),
        }
        for each in causes(forecast)[1:]
    ]


def _template(forecast: Forecast, text: str, prefix: str) -> list[Piece]:
    """A text with placeholders; names are looked up behind the prefix first.

    It is filled with zeros: an abbreviation among the real figures would take the full stop behind it along.
    """

    def full(name: str) -> str:
        return next((each for each in (prefix + name, name) if each in forecast.values or each in forecast.inputs), "")

    def value(name: str) -> Found:
        if name == "horizon":
            return name, 0.0, "months"
        if name in LIVE:
            return Number("", "0", LIVE[name][1](forecast).tone)
        return (full(name), 0.0, forecast[full(name)].format or "number") if full(name) else None

    sentence = fill(text, value)
    return [_piece(piece, full) if isinstance(piece, Number) else piece.text for piece in sentence.pieces]


def _sentence(sentence: Sentence) -> list[Piece]:
    return [_piece(piece, str) if isinstance(piece, Number) and piece.live else piece.text for piece in sentence.pieces]


def _piece(piece: Number, full: Any) -> Piece:
    name, _, form = piece.live.partition("|")
    tone = {"t": piece.tone} if piece.tone != "plain" else {}
    if name == "horizon" or not form:
        return {"q": name, **({"f": form} if form else {}), **tone}
    return {"q": full(name), "f": form, **tone}
