"""The leave-behind: one HTML file that is read as an article, with levers that recompute the case in the page.

Everything it needs stands in it: style, letters, charts, the model. Its content policy allows nothing else, so that it
opens from an attachment, without a network, and runs no script but its own.
"""

from __future__ import annotations

import json
import math
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from markupsafe import Markup

from ldcase.charts.compile import COMPILED
from ldcase.exports.elements import element, joined
from ldcase.exports.leave_behind_article import article, opening, strip
from ldcase.exports.leave_behind_charts import Charts, as_data, categories, charts, history, subtitles
from ldcase.exports.leave_behind_levers import levers
from ldcase.exports.leave_behind_model import Embedded, embedded
from ldcase.exports.leave_behind_words import asked, told
from ldcase.exports.origin import Origin
from ldcase.exports.whole_file import write_whole
from ldcase.forecast import Forecast
from ldcase.language import front_texts, speech, worded
from ldcase.words import numbers

STATIC = COMPILED.parent
SCRIPT, STYLE = STATIC / "leave_behind.js", STATIC / "leave_behind.css"


def write_leave_behind(forecast: Forecast, target: Path | BinaryIO, origin: Origin) -> None:
    """Write a forecast as a page, whole or not at all; raises `OSError` when the file cannot be written."""
    content = page(forecast, origin).encode()
    if isinstance(target, Path):
        write_whole(target, content)
    else:
        target.write(content)


def page(forecast: Forecast, origin: Origin) -> str:
    """Return the page as text."""
    drawn = charts(forecast)
    about = told(forecast) | {
        "subtitles": subtitles(drawn),
        "costs": categories(forecast),
        "history": history(forecast, drawn),
    }
    model = embedded(forecast, shown(forecast, about))
    scripts = (
        f"{model.likely}\n(globalThis.ldcaseGraphs ??= {{}}).likely = evaluate;",
        f"{model.spread}\n(globalThis.ldcaseGraphs ??= {{}}).spread = evaluateColumns;",
        _read(SCRIPT),
    )
    style = _read(STYLE)
    spoken = speech()
    head = joined(
        (
            Markup('<meta charset="utf-8">'),
            Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(_policy(scripts, style)),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            *(element("meta", name=name, content=text) for name, text in origin.properties.items()),
            element("title", forecast.case.title),
        )
    )
    blocks = "".join(f'<script type="module">{_safe(script)}</script>\n' for script in scripts)
    return (
        f'<!doctype html>\n<html lang="{spoken.language}">\n<head>\n{head}\n<style>{style}</style>\n</head>\n'
        f"<body>\n{_body(forecast, drawn, origin)}\n"
        f'<script type="application/json" id="ldcase-data">{_json(_data(forecast, drawn, about, model))}</script>\n'
        f"{blocks}</body>\n</html>\n"
    )


def _body(forecast: Forecast, drawn: Charts, origin: Origin) -> Markup:
    """The bottom line, the article, and the place of the levers beside it."""
    reset = element("button", worded("All as the case has it"), type="button", class_="button", data_reset=True)
    top = element(
        "header",
        element("section", strip(forecast), class_="strip", aria_label=worded("The bottom line")),
        element("p", element("span", role="status"), reset, class_="yours"),
        class_="top",
    )
    side = element(
        "section",
        element("h2", worded("Try it with your own figures")),
        element("p", worded("Move what you doubt; figures, sentences and charts follow."), class_="soft"),
        element("div", class_="levers"),
        class_="side",
        aria_label=worded("Levers"),
    )
    main = element(
        "main",
        element("div", opening(forecast), class_="opening"),
        side,
        element("div", article(forecast, drawn, origin), class_="article"),
        class_="columns",
    )
    return element("div", element("div", top, main, class_="screen"), class_="ldcase leave", data_mode="light")


def shown(forecast: Forecast, about: dict[str, Any]) -> set[str]:
    """Return the names of the quantities that sentences, charts and the verdict need of the median case."""
    metrics = forecast.case.metrics
    effects = {metric.effect for metric in metrics} | {metric.gap_cost for metric in metrics}
    effects |= {name for metric in metrics for name in (metric.baseline, metric.exemplar)}
    return asked(about) | effects | {category["name"] for category in about["costs"]}


def _data(forecast: Forecast, drawn: Charts, about: dict[str, Any], model: Embedded) -> dict[str, Any]:
    spoken = speech()
    signs = asdict(numbers.signs())
    del signs["_table"]
    every = _specifications()
    return {
        "speech": {
            "language": spoken.language,
            "locale": spoken.locale,
            "texts": front_texts(spoken.language),
            "signs": signs,
        },
        "model": model.data,
        "about": about,
        "charts": as_data(drawn),
        "specs": {each.spec: every[each.spec] for each in drawn.drawings},
        "axes": drawn.axes.remembered(),
        "levers": levers(forecast),
    }


@lru_cache(maxsize=1)
def _specifications() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(COMPILED.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=2)
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _policy(scripts: Sequence[str], style: str) -> str:
    """Nothing is allowed but the scripts and the style that stand in the page, and letters and pictures inside it."""
    ran = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {ran}; style-src {_hash(style)}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


def _safe(script: str) -> str:
    """A script that cannot end its own element."""
    if "</script" in script.lower() or "<!--" in script:
        raise ValueError("a script that would end its own element cannot stand in a page")
    return script


def _json(data: dict[str, Any]) -> str:
    """Data as JSON that cannot end its element: every “<” is written as an escape; what is no number is null."""
    written = json.dumps(_finite(data), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return written.replace("<", "\\u003c")


def _finite(data: Any) -> Any:
    """The same data without infinite and missing numbers, which JSON does not know."""
    if isinstance(data, dict):
        return {key: _finite(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_finite(value) for value in data]
    return None if isinstance(data, float) and not math.isfinite(data) else data
