"""What a comparison of options says: which is best, and plainly so when that is not the initiative."""

from __future__ import annotations

from ldcase.case.options import INITIATIVE, NOTHING
from ldcase.forecast.options import OptionForecast, Options
from ldcase.language import worded
from ldcase.words import numbers
from ldcase.words.sentence import Sentence, joined, worded_sentence


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
        return worded_sentence(
            "“{this}” is the best of them on average: {ahead} {currency} ahead of “{other}”, and better than it in "
            "{odds} cases.",
            this=worded(this.name),
            ahead=numbers.money(this.mean - next_best.mean),
            currency=currency,
            other=worded(next_best.name),
            odds=numbers.odds(float((this.net > next_best.net).mean())),
        )
    if best.kind == NOTHING:
        return worded_sentence(
            "Doing nothing is better than “{this}” on average: the initiative would lose {loss} {currency}, and it "
            "pays back in {odds} cases.",
            this=worded(this.name),
            loss=numbers.money(-this.mean),
            currency=currency,
            odds=numbers.odds(this.chance),
        )
    told = worded_sentence(
        "“{best}” is better than “{this}”: on average it leaves {more} {currency} more, and it is ahead in {odds} "
        "cases.",
        best=worded(best.name),
        this=worded(this.name),
        more=numbers.money(best.mean - this.mean),
        currency=currency,
        odds=numbers.odds(best.better_than_initiative),
    )
    if this.mean >= 0:
        return told
    odds = numbers.odds(found.options[0].better_than_initiative)
    return joined(
        told, worded_sentence("Even doing nothing is better than the initiative, in {odds} cases.", odds=odds)
    )


def standing_still(found: Options, months: int, currency: str) -> Sentence:
    """Say what doing nothing means: no cost, no change, and the gap goes on costing."""
    nothing = found.options[0]
    low, high = (float(value) for value in sorted((nothing.gap_cost.min(), nothing.gap_cost.max())))
    if high <= 0 <= low or nothing.gap_cost.mean() <= 0:
        return worded_sentence("Doing nothing costs nothing and changes nothing.")
    return worded_sentence(
        "Doing nothing costs nothing and changes nothing: the gap goes on costing about {cost} {currency} over {time}.",
        cost=numbers.money(float(nothing.gap_cost.mean())),
        currency=currency,
        time=numbers.months(months),
    )
