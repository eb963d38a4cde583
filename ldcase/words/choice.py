"""What a comparison of options says: which is best, and plainly so when that is not the initiative."""

from __future__ import annotations

from ldcase.case.options import INITIATIVE, NOTHING
from ldcase.forecast.options import OptionForecast, Options
from ldcase.words import numbers
from ldcase.words.sentence import Sentence, say


def best_on_average(found: Options) -> OptionForecast:
    """The option with the highest mean net benefit; of equals the first."""
    return max(found.options, key=lambda option: option.mean)


def choice(found: Options, currency: str) -> Sentence:
    """Say which option is best on average, and how often it beats the initiative."""
    best = best_on_average(found)
    this = found.options[1]
    if best.kind == INITIATIVE:
        others = [option for option in found.options if option.kind != INITIATIVE]
        next_best = max(others, key=lambda option: option.mean)
        ahead = numbers.money(this.mean - next_best.mean)
        return say(
            f"“{this.name}” is the best of them on average: {ahead} {currency} ahead of “{next_best.name}”, and better "
            f"than it in {numbers.odds(float((this.net > next_best.net).mean()))} cases."
        )
    if best.kind == NOTHING:
        return say(
            f"Doing nothing is better than “{this.name}” on average: the initiative would lose "
            f"{numbers.money(-this.mean)} {currency}, and it pays back in {numbers.odds(this.chance)} cases."
        )
    nothing = found.options[0]
    even_nothing = (
        f" Even doing nothing is better than the initiative, in {numbers.odds(nothing.better_than_initiative)} cases."
        if this.mean < 0
        else ""
    )
    return say(
        f"“{best.name}” is better than “{this.name}”: on average it leaves {numbers.money(best.mean - this.mean)} "
        f"{currency} more, and it is ahead in {numbers.odds(best.better_than_initiative)} cases.{even_nothing}"
    )


def standing_still(found: Options, months: int, currency: str) -> Sentence:
    """Say what doing nothing means: no cost, no change, and the gap goes on costing."""
    nothing = found.options[0]
    low, high = (float(value) for value in sorted((nothing.gap_cost.min(), nothing.gap_cost.max())))
    if high <= 0 <= low or nothing.gap_cost.mean() <= 0:
        return say("Doing nothing costs nothing and changes nothing.")
    return say(
        f"Doing nothing costs nothing and changes nothing: the gap goes on costing about "
        f"{numbers.money(float(nothing.gap_cost.mean()))} {currency} over {numbers.months(months)}."
    )
