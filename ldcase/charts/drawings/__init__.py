"""The charts filled from a forecast: one chart a file. Nothing here imports Altair, so that a page's kernel starts quickly."""
