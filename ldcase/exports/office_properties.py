"""What Office files of every kind carry about themselves: their own properties, their language, text XML can hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from ldcase.exports.origin import Origin

LANGUAGES = {"en": "en-US", "de": "de-DE"}
"""What a language is called in Office files."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def plain(text: str) -> str:
    """A text without the signs that XML forbids."""
    return _FORBIDDEN.sub("", text)


def custom_properties(origin: Origin) -> bytes:
    """The file's own properties, as Office Open XML wants them (ECMA-376, part 1, 22.3)."""
    form = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    each = "".join(
        f'<property fmtid="{form}" pid="{number}" name={quoteattr(name)}><vt:lpwstr>{escape(plain(text))}</vt:lpwstr>'
        "</property>"
        for number, (name, text) in enumerate(origin.properties.items(), 2)
    )
    space = "http://schemas.openxmlformats.org/officeDocument/2006"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{space}/custom-properties" xmlns:vt="{space}/docPropsVTypes">{each}</Properties>'
    ).encode()
