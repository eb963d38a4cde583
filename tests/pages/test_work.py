"""Work beside the page: what is told meanwhile, what counts in the end."""

from __future__ import annotations

from collections.abc import Callable
from queue import Queue

import pytest

from ldcase.errors import CaseError, Finding
from ldcase.pages.work import Progress, Report, Work

Later = Queue[Callable[[], None]]


@pytest.fixture
def later() -> Later:
    """What is to run on the page's thread, in its order."""
    return Queue()


def run(later: Later, times: int) -> None:
    for _ in range(times):
        later.get(timeout=10)()


def test_progress_is_shown_and_the_result_arrives_on_the_page(later: Later) -> None:
    shown: list[Progress | None] = []
    work = Work(later.put, lambda: shown.append(work.progress("sum")))
    results: list[int] = []

    def job(report: Report) -> int:
        report(0.25, "a quarter")
        report(0.251, "hardly more, not worth a message")
        report(0.5, "half")
        return 7

    work.start("sum", job, results.append)
    assert work.progress("sum") == Progress(0.0, "")
    run(later, 3)
    assert shown == [Progress(0.25, "a quarter"), Progress(0.5, "half"), None]
    assert results == [7]
    assert later.empty()


def test_only_the_latest_of_a_kind_counts(later: Later) -> None:
    work = Work(later.put)
    results: list[str] = []
    work.start("size", lambda report: "first", results.append)
    run_first = later.get(timeout=10)
    work.start("size", lambda report: "second", results.append)
    run_first()
    assert results == []
    assert work.progress("size") is not None
    run(later, 1)
    assert results == ["second"]


def test_what_is_forgotten_brings_nothing(later: Later) -> None:
    work = Work(later.put)
    results: list[str] = []
    work.start("size", lambda report: "result", results.append)
    work.forget()
    run(later, 1)
    assert results == []
    assert work.progress("size") is None


def _refuse(report: Report) -> None:
    raise CaseError(Finding("too-small", "Too small."))


def _break(report: Report) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize(("job", "code"), [(_refuse, "too-small"), (_break, "work-failed")])
def test_trouble_is_told_and_nothing_is_taken(later: Later, job: Callable[[Report], None], code: str) -> None:
    work = Work(later.put)
    work.start("size", job, lambda _: pytest.fail("there is no result"))
    run(later, 1)
    assert [each.code for each in work.findings] == [code]
    assert work.progress("size") is None


def test_without_a_page_it_is_done_at_once() -> None:
    work = Work()
    results: list[int] = []
    before = work.version
    work.start("sum", lambda report: 7, results.append)
    assert results == [7]
    assert work.version > before
