"""What a case says: the document, the catalogue it builds on, and the graph that both make."""

from ldcase.case.assemble import Formula
from ldcase.case.assumption import Assumption
from ldcase.case.case import Case
from ldcase.case.catalogue import Catalogue, Module
from ldcase.case.history import HistoryPoint
from ldcase.case.load import folder_of, from_text, load
from ldcase.case.metric_use import MetricUse

__all__ = [
    "Assumption",
    "Case",
    "Catalogue",
    "Formula",
    "HistoryPoint",
    "MetricUse",
    "Module",
    "folder_of",
    "from_text",
    "load",
]
