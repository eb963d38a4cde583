"""A live business-case workbook for leaders of Learning & Development."""

__version__ = "0.1.0"
