"""A lever that is dragged on and on leaves nothing behind in the page or its kernel; the benchmark drags for longer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from benchmarks.memory_drag import measure


def test_dragging_leaves_nothing_behind() -> None:
    with ThreadPoolExecutor(1) as beside:  # the other tests of this folder hold the loop of this thread
        before, after = beside.submit(measure, 0.2).result()
    assert after.updates > before.updates + 20
    assert after.nodes - before.nodes < 50
    assert after.listeners - before.listeners < 20
    assert after.heap < 1.2 * before.heap
    assert after.kernel - before.kernel < 15
