"""A case in which nothing is lost on the way: everybody takes part, applies it, from the first month on, for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ruamel.yaml import YAML

from ldcase.case import catalogue, load
from ldcase.forecast import Forecast, forecast

DATA = Path(__file__).parents[2] / "data"
Solve = Callable[..., Forecast]

NEUTRAL = {
    "reach_share": (1, "share"),
    "completion_share": (1, "share"),
    "transfer_share": (1, "share"),
    "ramp_months": (0, "month"),
    "use_share": (1, "share"),
    "half_life": (12, "month"),
    "learner_leaver_rate": (0, "1/year"),
}


def fixed(value: float, unit: str) -> dict[str, object]:
    return {"value": value, "unit": unit, "source": "a published example", "owner": "Finance", "grade": "opinion"}


def neutral_forecast(
    folder: Path,
    metric: str,
    assumptions: Mapping[str, float],
    *,
    people: float = 1,
    months: int = 12,
    cost: float = 0,
    tool_cost: float = 0,
) -> Forecast:
    """Forecast a case with one metric, ``example``; ``cost`` falls once, ``tool_cost`` for each of ``people``."""
    modules = catalogue.load(DATA)
    units = {name: need.unit for name, need in modules.metrics[metric].needs.items()}
    figures = {name: fixed(value, units[name]) for name, value in assumptions.items()}
    costs = {
        "design_cost": fixed(cost, "money"),
        "delivery_cost": fixed(0, "money/cohort"),
        "learner_hours": fixed(0, "hour/person"),
        "learner_rate": fixed(0, "money/hour"),
        "tool_cost": fixed(tool_cost, "money/person"),
    }
    becomes = {"becomes": {"what": "What the example says", "owner": "Finance"}}
    capacity = becomes if modules.metrics[metric].kind == "capacity" else {}
    document = {
        "title": "A published example",
        "currency": "USD",
        "horizon": f"{months} months",
        "start": "2027-01",
        "opportunity": {
            "metrics": {"example": {"use": metric, "owner": "Finance", "assumptions": figures} | capacity},
            "diagnosis": {"able": fixed(1, "share") | {"because": "The example says so."}},
        },
        "idea": {
            "cohorts": [{"people": people, "start": 1}],
            "assumptions": {name: fixed(*value) for name, value in NEUTRAL.items()},
            "costs": {"assumptions": costs},
        },
    }
    path = folder / "example" / "case.yaml"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        YAML().dump(document, file)
    case = load(path, modules)
    assert case.ready, "\n".join(map(str, case.findings))
    return forecast(case, draws=2)
