"""The charts: one a file, written with named data, compiled to Vega when the package is built.

Each file says which columns (`COLUMNS`) and which signals (`SIGNALS`) its chart takes, and `chart()` gives the Altair
chart. Importing this package, or the columns of a chart, does not import Altair.
"""
