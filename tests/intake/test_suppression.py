"""No combination of what is published reveals a group that is too small."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from ldcase.intake.suppression import shown


@given(
    some.integers(1, 3).flatmap(
        lambda periods: some.integers(1, 6).flatmap(
            lambda groups: some.lists(
                some.lists(some.integers(0, 30), min_size=groups, max_size=groups), min_size=periods, max_size=periods
            )
        )
    ),
    some.integers(3, 15),
)
@settings(max_examples=300, deadline=None)
def test_no_sum_or_difference_of_what_is_published_reveals_a_small_group(
    people: list[list[int]], smallest: int
) -> None:
    counts = np.array(people)
    found = shown(counts, smallest)
    groups = counts.shape[1]
    published = [np.eye(groups)[k] for k in found.groups]
    if found.total:
        published.append(np.ones(groups))
    for factors in product((-1, 0, 1), repeat=len(published)):
        told = sum((factor * each for factor, each in zip(factors, published, strict=True)), np.zeros(groups))
        if not told.any() or not set(told.tolist()) <= {0.0, 1.0}:
            continue
        revealed = counts[:, told == 1].sum(axis=1)
        assert np.all((revealed == 0) | (revealed >= smallest)), (found, told)


@given(some.lists(some.integers(0, 40), min_size=1, max_size=8), some.integers(3, 15))
@settings(deadline=None)
def test_every_group_is_shown_or_hidden_for_a_reason(people: list[int], smallest: int) -> None:
    found = shown(people, smallest)
    assert not set(found.groups) & set(found.hidden)
    assert set(found.small) == {k for k, count in enumerate(people) if count < smallest}
    if found.total:
        assert {*found.groups, *found.hidden} == set(range(len(people)))
    if min(people) >= smallest:
        assert found.groups == tuple(range(len(people)))


def test_one_small_group_takes_the_next_smallest_with_it() -> None:
    found = shown([4, 30, 12, 25], 10)
    assert (found.groups, found.small, found.beside, found.total) == ((1, 3), (0,), (2,), True)


def test_small_groups_that_are_many_together_hide_nobody_else() -> None:
    assert shown([7, 5, 30], 10).beside == ()


def test_a_group_that_was_small_once_is_hidden_throughout() -> None:
    assert shown([[20, 30, 40], [9, 30, 40]], 10).groups == (2,)


def test_too_few_people_show_nothing() -> None:
    found = shown([3, 4], 10)
    assert found.groups == ()
    assert not found.total
