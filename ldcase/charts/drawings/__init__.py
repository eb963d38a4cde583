"""The charts filled from a forecast: one chart a file. Nothing here imports Altair, so that a kernel starts quickly."""
