"""What somebody's own data say, in sentences. Only groups that may be shown are told of."""

from __future__ import annotations

from calendar import month_name

from ldcase.intake.summary import Summary
from ldcase.words import numbers
from ldcase.words.answer import exact


def headline(found: Summary, form: str) -> str:
    """The finding: where the team stands, and the best groups."""
    level = exact(found.history.baseline.likely, form)
    if found.exemplar is None:
        return f"All together stand at {level}"
    best = exact(found.exemplar.level.likely, form)
    luck = ", luck taken off" if best != exact(found.exemplar.raw, form) else ""
    return f"All together stand at {level}, the best groups at {best}{luck}"


def subtitle(found: Summary, axis: str) -> str:
    """What is measured, and what points, line and band are."""
    line = "line: the last twelve months, points: each month" if found.series.rolling else "each month"
    band = ", band: where chance puts a month" if found.history.control else ""
    return f"{axis}; {line}{band}"


def baseline(found: Summary, form: str) -> str:
    """Where the team stands, over which months, and how sure that is."""
    level = found.history.baseline
    months = f"the last {numbers.months(level.months)}" if level.months > 1 else "one month"
    between = f"{exact(level.low, form)} and {exact(level.high, form)}"
    likely = exact(level.likely, form)
    return f"Over {months} the figure is {likely}; in 8 of 10 cases what lies behind it is between {between}."


def trend(found: Summary, form: str) -> str:
    """Whether it moves by itself."""
    line = found.history.trend
    if line is None:
        return "There are too few months to tell a trend."
    change = exact(abs(line.likely), "points" if form == "percent" else form)
    if not line.beyond_chance:
        return "There is no trend beyond chance."
    direction = "rising" if line.likely > 0 else "falling"
    return (
        f"It has been {direction} by about {change} a year without any training; "
        "what comes of that anyway must not be counted as an effect."
    )


def season(found: Summary, form: str) -> str:
    """Whether it has seasons."""
    months = found.history.season
    if months is None:
        enough = len(found.series.months) >= 24
        return "No season stands out." if enough else "Two years of months are needed to tell a season."
    form = "points" if form == "percent" else form
    return (
        f"{month_name[months.highest]} is usually the highest ({exact(months.above, form)} above the line), "
        f"{month_name[months.lowest]} the lowest ({exact(-months.below, form)} below)."
    )


def steady(found: Summary, form: str) -> str:
    """Whether the last months are unusual."""
    control = found.history.control
    if control is None:
        return "Six months are needed to tell an unusual month from a usual one."
    limits = f"between {exact(control.lower, form)} and {exact(control.upper, form)}"
    if control.run >= 8:
        return (
            f"The last {control.run} months lie on one side of the middle: something changed. "
            "Find out what before taking the mean as the baseline."
        )
    if control.unusual:
        return f"One of the last three months lies outside of what chance explains ({limits}). Find out why first."
    outside = len(control.outside)
    earlier = f" {outside} earlier {'months lie' if outside > 1 else 'month lies'} outside." if outside else ""
    return f"The last months are usual: by chance a month falls {limits}.{earlier}"


def best(found: Summary, form: str) -> str:
    """Who does it best, and how much of the difference is luck."""
    if not found.parted:
        return "The file has no groups, so it does not say who does it best."
    if found.exemplar is None:
        if not found.people_known and not found.about.large_enough:
            return (
                "The file does not say how many people stand behind each group, so the groups are hidden. "
                f"Choose the column with the headcount, or confirm that each has {found.about.smallest} people or more."
            )
        return "Fewer than two groups are large enough to be compared, so the file does not say who does it best."
    level, raw = exact(found.exemplar.level.likely, form), exact(found.exemplar.raw, form)
    if found.exemplar.real_share == 0:
        return (
            "The groups differ by no more than chance would make them: the file shows no gap to the best, "
            "and the case keeps its own figure for them."
        )
    if raw == level:
        return f"The best groups stand at {level}."
    return (
        f"The best groups stand at {raw}. Part of that is luck, for the best of many are also the luckiest; "
        f"without it {level} is to be expected, and that is what the case takes."
    )


def hidden(found: Summary) -> str:
    """Which groups are not shown, and why."""
    small, beside = len(found.shown.small), len(found.shown.beside)
    if not found.parted or not (small or beside):
        return ""
    if not found.people_known and not found.about.large_enough:
        return ""
    first = f"{numbers.plural(small, 'group is', 'groups are')} hidden: fewer than {found.about.smallest} people."
    more = (
        f" {beside} more {numbers.plural(beside, 'is', 'are')} hidden so that the small ones cannot be worked out."
        if beside
        else ""
    )
    return f"{small} {first}{more}"
