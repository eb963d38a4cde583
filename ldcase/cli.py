"""The command ``ldcase``: start the workbook, check a case, export it.

A problem with a case is told as its findings, on stderr and with exit code 1; a traceback would help nobody. What is
printed and written is in the language of ``--language``, of the variable LDCASE_LANGUAGE, or of LANG, in this order.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from ldcase import __version__
from ldcase.errors import CaseError
from ldcase.language import LANGUAGES, speaking, worded

INTERRUPTED = 130
"""The exit code when somebody pressed Ctrl+C, as shells have it."""
LISTED = 50
"""Rows that are not used, on the terminal."""


def app(arguments: argparse.Namespace, options: Sequence[str]) -> int:
    """Start the workbook; options that are not ours are Voila's (``--token``, ``--ip=…``, ``--Voila.base_url=…``)."""
    from ldcase.pages.server import Workbook

    words = [*options]
    if arguments.port is not None:
        words.append(f"--port={arguments.port}")
    if arguments.no_browser:
        words.append("--no-browser")
    Workbook.launch_instance(argv=words)
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Print what should be known about a case; 1 when something stops the forecast.

    What the case computes without, such as the file of a metric's past, is counted and stops nothing.
    """
    from ldcase.api import open as open_case

    case = open_case(arguments.case)
    for finding in case.findings:
        print(finding)
    stopping = sum(finding.severity == "error" for finding in case.findings)
    doubtful = sum(finding.severity == "warning" for finding in case.findings)
    ready = (
        worded("{title}: ready, {doubtful} to check", title=case.title, doubtful=doubtful)
        if doubtful
        else worded("{title}: ready", title=case.title)
    )
    print(worded("{title}: {stopping} to correct", title=case.title, stopping=stopping) if stopping else ready)
    return 1 if stopping else 0


def export(arguments: argparse.Namespace) -> int:
    """Write a case in other forms: into the file that is named, or each form of a list into a folder.

    Which form a file has follows from its ending. One that cannot be made is told and the others are made; 1 then.
    """
    from ldcase.api import open as open_case
    from ldcase.exports.making import wanted

    case, kinds = open_case(arguments.case), wanted(arguments.to)
    options = {"paper": arguments.paper, "template": arguments.template}
    if not kinds:
        print(case.export(arguments.into / arguments.to, **options))
        return 0
    forecast, failed = case.forecast(), 0
    for number, kind in enumerate(kinds, start=1):
        step = worded("{n} of {all}: {what} …", n=number, all=len(kinds), what=worded(kind.title))
        print(step, file=sys.stderr, flush=True)
        try:
            print(forecast.export(arguments.into / f"{case.id}{kind.ending}", **options), flush=True)
        except CaseError as problem:
            failed += 1
            _tell(problem)
    return 1 if failed else 0


def verify(arguments: argparse.Namespace) -> int:
    """Say whether a document still matches its case: 0 when it does, 1 when one of them changed, 2 when unknown."""
    from ldcase.api.verify import verify as held_against
    from ldcase.exports.verify import EXIT

    try:
        checked = held_against(arguments.file, arguments.case)
    except CaseError as problem:
        _tell(problem)
        return EXIT["unknown"]
    worst = 0
    for name, found in checked.items():
        print(name)
        for sentence in found.told:
            print(f"  {sentence}")
        for each in found.differences:
            told = worded("{then} in the file, {now} in the case", then=each.document, now=each.case)
            print(f"  {each.title} ({each.name}): {told}")
        worst = max(worst, EXIT[found.outcome])
    return worst


def metric(arguments: argparse.Namespace) -> int:
    """Print what is wrong with a metric's file, or how a case uses it; 1 when it cannot be used."""
    from ldcase.api.metric_check import check_metric

    result = check_metric(arguments.file, arguments.data)
    for finding in result.findings:
        print(finding)
    if not result.ready:
        stopping = sum(finding.severity == "error" for finding in result.findings)
        print(worded("{title}: {stopping} to correct", title=arguments.file.name, stopping=stopping))
        return 1
    print(worded("{file}: ready. Put it into data/metrics; a case uses it so:", file=arguments.file.name))
    print(f"\n{result.usage()}")
    return 0


def data(arguments: argparse.Namespace) -> int:
    """Print what a file of own data says, and every row that is not used; the rest can be saved as a table."""
    from ldcase.api.own_data import read_data
    from ldcase.words import own_data

    found = read_data(arguments.file, sheet=arguments.sheet, better=arguments.better)
    report = found.reading.report
    for finding in report.findings:
        print(finding)
    for row in islice(report.listed(), LISTED):
        print(
            worded(
                "line {line}, {column}: {value!r}: {reason}; allowed: {allowed}",
                line=row.line,
                column=row.column or worded("the row"),
                value=row.value,
                reason=worded(row.reason),
                allowed=worded(row.allowed),
            )
        )
    print(worded(report.sentence))
    for sentence in (own_data.baseline(found, "number"), own_data.best(found, "number"), own_data.hidden(found)):
        if sentence:
            print(sentence)
    if arguments.report:
        arguments.report.write_text(report.csv(), encoding="utf-8")
        print(worded("The rows that are not used are in {file}.", file=arguments.report))
    return 0


def parser() -> argparse.ArgumentParser:
    """The words the command understands."""
    top = argparse.ArgumentParser(prog="ldcase", description=worded("A live business case for a learning initiative."))
    top.add_argument("--version", action="version", version=f"ldcase {__version__}")
    _speaks(top)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    serve = commands.add_parser("app", help=worded("start the workbook in the browser"), allow_abbrev=False)
    serve.add_argument("--port", type=int, help=worded("the port to serve at (8877, or the next free one)"))
    serve.add_argument("--no-browser", action="store_true", help=worded("only print the address"))

    look = commands.add_parser("check", help=worded("say what is missing or wrong in a case"))
    look.add_argument(
        "case", metavar="CASE", help=worded("a folder with a case.yaml, such as data/cases/closing-the-sale")
    )

    write = commands.add_parser("export", help=worded("write a case as files for others"))
    write.add_argument("case", metavar="CASE", help=worded("a folder with a case.yaml"))
    write.add_argument(
        "--to",
        required=True,
        metavar="FORMS",
        help=worded("forms such as pdf,xlsx, or all; or a file to write, such as page.pdf or all.zip"),
    )
    write.add_argument("--into", type=Path, default=Path(), metavar="FOLDER", help=worded("the folder to write to"))
    write.add_argument("--paper", choices=["a4", "letter"], default="a4", help=worded("the size of the paper"))
    write.add_argument("--template", type=Path, metavar="PPTX", help=worded("your own template for slides"))
    _speaks(write)

    look = commands.add_parser("verify", help=worded("say whether an exported file still matches its case"))
    look.add_argument("file", type=Path, metavar="FILE", help=worded("a file that was exported, or a zip with such"))
    look.add_argument(
        "case", nargs="?", metavar="CASE", help=worded("the folder of its case; found by its name when left out")
    )
    _speaks(look)

    own = commands.add_parser("metric", help=worded("check a metric of your own")).add_subparsers(
        dest="verb", required=True, metavar="VERB"
    )
    proof = own.add_parser("check", help=worded("say what is wrong with a metric's file, or how a case uses it"))
    proof.add_argument("file", type=Path, metavar="FILE", help=worded("a file such as data/metrics/turnover.yaml"))
    proof.add_argument(
        "--data", type=Path, metavar="FOLDER", help=worded("the folder data with the model it belongs to")
    )

    brought = commands.add_parser("data", help=worded("check a file of own data")).add_subparsers(
        dest="verb", required=True, metavar="VERB"
    )
    rows = brought.add_parser("check", help=worded("say which rows of a CSV or Excel file are used, and what they say"))
    rows.add_argument(
        "file", type=Path, metavar="FILE", help=worded("a history (date, value, group) or a list of people")
    )
    rows.add_argument("--sheet", default="", help=worded("of a workbook; the one with the most rows when left out"))
    rows.add_argument(
        "--better", choices=["higher", "lower"], default="higher", help=worded("which groups are the best")
    )
    rows.add_argument(
        "--report", type=Path, metavar="CSV", help=worded("write all rows that are not used into this file")
    )
    return top


def _speaks(reader: argparse.ArgumentParser) -> None:
    """Let a language be chosen; `chosen_language` reads it wherever it stands."""
    reader.add_argument("--language", choices=[*LANGUAGES], help=worded("the language of what is printed and written"))


def chosen_language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to print and write in: the option, else LDCASE_LANGUAGE, else what LANG begins with, else English.

    One that is not there counts as not chosen; the option itself is refused by the parser then.
    """
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    first.add_argument("--language", nargs="?", const="", default="")
    given = first.parse_known_args([*words])[0].language
    wanted = (given, environment.get("LDCASE_LANGUAGE", ""), environment.get("LANG", "")[:2])
    return next((language for language in wanted if language in LANGUAGES), next(iter(LANGUAGES)))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    with speaking(chosen_language(sys.argv[1:] if argv is None else argv, os.environ)):
        return _run(argv)


def _run(argv: Sequence[str] | None) -> int:
    reader = parser()
    arguments, options = reader.parse_known_args(argv)
    if options and arguments.command != "app":
        reader.error(worded("unrecognized arguments: {words}", words=" ".join(options)))
    try:
        if arguments.command == "app":
            return app(arguments, options)
        verbs = {"check": check, "export": export, "verify": verify, "metric": metric, "data": data}
        return verbs[arguments.command](arguments)
    except CaseError as problem:
        _tell(problem)
        return 1
    except KeyboardInterrupt:
        print(worded("Stopped. What was finished stays; nothing is half written."), file=sys.stderr)
        return INTERRUPTED


def _tell(problem: CaseError) -> None:
    for finding in problem.findings:
        print(finding, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
