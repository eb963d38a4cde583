"""The forecast of a case and what can be asked of it."""

from ldcase.forecast.break_even import BreakEven
from ldcase.forecast.draws import DRAWS, SEED
from ldcase.forecast.drivers import Driver
from ldcase.forecast.figure import Figure
from ldcase.forecast.forecast import Forecast, forecast
from ldcase.forecast.haircuts import Haircuts, Step
from ldcase.forecast.summary import Summary

__all__ = ["DRAWS", "SEED", "BreakEven", "Driver", "Figure", "Forecast", "Haircuts", "Step", "Summary", "forecast"]
