"""Gather the texts, bring the files of translations up to date, check and compile them.

    python -m ldcase.languages             every language
    python -m ldcase.languages pages       only parts that begin with this; the rest stays as it is

A new text is added with an empty translation, one that is gone is taken out. What is missing or wrong is printed, and
what is right is compiled all the same.
"""

from __future__ import annotations

import sys

from ldcase.languages.files import bring_up_to_date, compiled, for_the_browser, problems
from ldcase.languages.gather import texts


def main(only: str = "") -> int:
    """Do it; returns how many problems there are."""
    from ldcase.language import FOLDER, LANGUAGES

    found = texts(only)
    count = 0
    for language in list(LANGUAGES)[1:]:
        bring_up_to_date(language, found, only)
        (FOLDER / f"{language}.mo").write_bytes(compiled(language))
        (FOLDER / f"{language}.json").write_text(for_the_browser(language), encoding="utf-8")
        wrong = problems(language, found)
        count += len(wrong)
        for problem in wrong:
            sys.stdout.write(f"{problem}\n")
        sys.stdout.write(f"{language}: {len(found)} texts, {len(wrong)} to do\n")
    return count


if __name__ == "__main__":
    sys.exit(min(main(*sys.argv[1:2]), 1))
