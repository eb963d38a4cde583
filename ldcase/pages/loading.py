"""What a page says before a kernel speaks, and when none does: on its way, cut off, begun again."""

from __future__ import annotations

from functools import lru_cache

from ldcase.language import LANGUAGES, marked, speaking, worded

TEXTS = {
    "title": marked("Business cases for learning"),
    "starting": marked("Starting the engine …"),
    "computing": marked("Computing the case …"),
    "computed": marked("Computed …"),
    "longer": marked("Still working; this takes longer than usual …"),
    "drawing": marked("Drawing the page …"),
    "late": marked("The page is not drawn yet. Reload if it stays like this."),
    "part": marked("The page came only in part. Reload to try again."),
    "reload": marked("Reload"),
    "lost": marked("Connection lost; trying again. What you changed is kept."),
    "gone": marked("The engine stopped; starting it again. What you changed is kept."),
    "again": marked("The engine stopped several times in a minute. What you changed is kept; reload to try again."),
    "key": marked(
        "The workbook was started anew and asks for its new key. What you changed is kept: reload, then enter the key."
    ),
    "key_asked": marked("This workbook asks for its key"),
    "key_where": marked(
        "It is the part after “token=” in the address that was printed when the workbook was started. Whoever started "
        "it can give it to you."
    ),
    "key_wrong": marked("That was not the key."),
    "key_name": marked("Key"),
    "key_open": marked("Open the workbook"),
    "error_403": marked("This page is not open to you"),
    "error_404": marked("There is no such page"),
    "error_500": marked("This page could not be shown"),
    "sent": marked("Connected again; what you moved meanwhile has been taken."),
    "not_sent": marked("Connected again; what you moved meanwhile was not kept."),
}
"""By what they are for; the template, the client and the screen use them by these names."""


@lru_cache
def loading_texts() -> dict[str, dict[str, str]]:
    """The texts by language and name: which language a browser reads is known before any kernel is."""
    found = {}
    for language in LANGUAGES:
        with speaking(language):
            found[language] = {name: worded(text) for name, text in TEXTS.items()}
    return found
