"""Undo and redo over an append-only log, against a list with a cursor."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ldcase.store.history import JSON, Change, Edit, follow, shortest
from ldcase.store.workspace import Workspace

MOMENT = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


def entry(sequence: int, kind: str, path: str = "", after: object = None, of: int | None = None) -> Change:
    return Change("a-case", sequence, kind, path, None, after, "", "", MOMENT, of)  # type: ignore[arg-type]


def applied(text: str, edits: tuple[Edit, ...]) -> dict[str, object]:
    contents: dict[str, object] = json.loads(text)
    return contents | {edit.path: edit.value for edit in edits}


class ListWithCursor(RuleBasedStateMachine):
    """Two tabs work on one case; the model is a list of contents with a cursor, and where the file was saved."""

    def __init__(self) -> None:
        super().__init__()
        self.workspace = Workspace.open("sqlite://", clock=lambda: MOMENT)
        self.tabs = [self.workspace.case("a-case", "{}") for _ in range(2)]
        self.line: list[dict[str, object]] = [{}]
        self.saved = {0}
        self.returns: set[int] = set()
        self.cursor = 0

    def teardown(self) -> None:
        self.workspace.close()

    def base(self) -> dict[str, object]:
        return self.line[max(place for place in self.saved if place <= self.cursor)]

    def step(self, content: dict[str, object]) -> None:
        self.cursor += 1
        self.line = [*self.line[: self.cursor], content]
        self.keep_before(self.cursor)

    def keep_before(self, end: int) -> None:
        self.saved = {place for place in self.saved if place < end}
        self.returns = {place for place in self.returns if place < end}

    @rule(tab=st.integers(0, 1), path=st.sampled_from(["idea", "ask"]), value=st.integers(0, 3))
    def edit(self, tab: int, path: str, value: int) -> None:
        self.tabs[tab].record(path, None, value)
        self.step(self.line[self.cursor] | {path: value})

    @rule(tab=st.integers(0, 1))
    def undo(self, tab: int) -> None:
        assert (self.tabs[tab].undo() is None) == (self.cursor == 0)
        self.cursor = max(0, self.cursor - 1)

    @rule(tab=st.integers(0, 1))
    def redo(self, tab: int) -> None:
        end = len(self.line) - 1
        assert (self.tabs[tab].redo() is None) == (self.cursor == end)
        self.cursor = min(end, self.cursor + 1)

    @rule(tab=st.integers(0, 1))
    def back_to_base(self, tab: int) -> None:
        if self.tabs[tab].back_to_base() is None:
            assert self.line[self.cursor] == self.base()
        else:
            self.step(self.base())
            self.returns.add(self.cursor)

    @rule(tab=st.integers(0, 1))
    def save(self, tab: int) -> None:
        self.tabs[tab].saved(json.dumps(self.line[self.cursor]))
        self.saved.add(self.cursor)
        over_another_base = [place for place in self.returns if place > self.cursor and place not in self.saved]
        if over_another_base:
            self.line = self.line[: min(over_another_base)]
            self.keep_before(len(self.line))

    @invariant()
    def both_tabs_show_the_present(self) -> None:
        for tab in self.tabs:
            present = tab.present()
            assert applied(present.text, present.edits) == self.line[self.cursor]
            assert json.loads(present.text) == self.base()
            assert (present.edits, present.version) == (tab.state(), tab.version)
            assert (tab.can_undo, tab.can_redo) == (self.cursor > 0, self.cursor < len(self.line) - 1)
            assert tuple(change.sequence for change in tab.changes()) == tuple(range(1, tab.version + 1))


ListWithCursor.TestCase.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, phases=[Phase.explicit, Phase.generate]
)
test_two_tabs_agree_with_a_list_and_a_cursor = ListWithCursor.TestCase


@pytest.mark.parametrize(
    ("edits", "left"),
    [
        ([("a", 1), ("a", 2)], [("a", 2)]),
        ([("a.b", 1), ("a", {"b": 2})], [("a", {"b": 2})]),
        ([("a", {"b": 1}), ("a.b", 2)], [("a", {"b": 1}), ("a.b", 2)]),
        ([("a", 1), ("ab", 2)], [("a", 1), ("ab", 2)]),
        ([("list.1.x", 1), ("list.0", None), ("list.1.x", 2)], [("list.1.x", 1), ("list.0", None), ("list.1.x", 2)]),
    ],
)
def test_a_later_edit_of_the_same_place_replaces_earlier_ones(
    edits: list[tuple[str, JSON]], left: list[tuple[str, JSON]]
) -> None:
    changes = [entry(i, "edit", path, value) for i, (path, value) in enumerate(edits, start=1)]
    assert shortest(changes) == tuple(Edit(path, value) for path, value in left)


def test_an_undone_return_to_the_base_is_gone_once_another_base_is_saved_under_it() -> None:
    edit, back, save = entry(1, "edit", "a", 1), entry(2, "base"), entry(4, "save")
    history = follow([edit, back, entry(3, "undo", of=2)])
    assert history.next == back
    assert follow([save], history).next is None
    earlier = follow([entry(4, "undo", of=1), entry(5, "save")], history)
    assert earlier.next == edit
    assert earlier.after(entry(6, "redo", of=1)).next is None


def test_a_reload_keeps_the_edits_since_the_last_save_over_the_new_base() -> None:
    history = follow(
        [
            entry(1, "edit", "a", 1),
            entry(2, "save"),
            entry(3, "edit", "b", 2),
            entry(4, "reload"),
            entry(5, "edit", "c", 3),
        ]
    )
    assert (history.document, [change.path for change in history.edits]) == (4, ["b", "c"])
    back = follow([entry(6, "undo", of=5), entry(7, "undo", of=3)], history)
    assert (back.document, back.edits, back.last) == (4, (), None)
