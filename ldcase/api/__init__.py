"""What people import: ``ldcase.open(path)`` and what it leads to.

Examples
--------
>>> import ldcase
>>> case = ldcase.open("data/cases/closing-the-sale")
>>> forecast = case.what_if({"able_share": 0.4}).forecast()
>>> forecast["net_benefit"].p50 < case.forecast()["net_benefit"].p50
True
"""

from ldcase.api.case import Case, open
from ldcase.api.forecast import Forecast, compare
from ldcase.api.own_data import read_data
from ldcase.api.verify import verify

__all__ = ["Case", "Forecast", "compare", "open", "read_data", "verify"]
