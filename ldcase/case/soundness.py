"""Popular ways to be wrong that can be seen in a case file: each check is one function, and tells a finding.

They never stop the forecast: the figure may be right after all, and the reader should know that it is asked about. The
table in ``ldcase/ARCHITECTURE.md`` says which trap is caught where.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ldcase.case import suspicious_words
from ldcase.case.assumption import Assumption, between
from ldcase.case.document import Document
from ldcase.case.metric_use import MetricUse
from ldcase.case.module import Module
from ldcase.case.overlaps import PlaceOf
from ldcase.case.ways import moved_by
from ldcase.errors import Finding, Severity
from ldcase.language import said

SOCIETAL_COST = 40_000
"""From here on the cost of an incident looks like the published cost to society (42,000 USD an injury)."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the checks look at: the document, the assumptions that could be read, the metrics, what all cases share."""

    document: Document
    assumptions: Mapping[str, Assumption]
    metrics: tuple[MetricUse, ...]
    model: tuple[Module, ...]
    place_of: PlaceOf

    def of(self, metric: MetricUse, name: str) -> Assumption | None:
        """Return an assumption of a metric, if the case has it."""
        return self.assumptions.get(f"{metric.key}.{name}")

    def given(self) -> Iterator[Assumption]:
        """Return the assumptions that the case states itself."""
        return (one for one in self.assumptions.values() if one.source != "default of the catalogue")


def _text(assumption: Assumption) -> str:
    return f"{assumption.title} | {assumption.source} | {assumption.note}"


def _tell(code: str, what: str, found: str, allowed: str, do: str, assumption: Assumption) -> Finding:
    return Finding(code, what, found, allowed, do, "warning", assumption.place)


def plausible_values(case: Read) -> Iterator[Finding]:
    """A likely value lies where measured figures lie."""
    prefixed = [*((f"{use.key}.", use.module) for use in case.metrics), *(("", module) for module in case.model)]
    for prefix, module in prefixed:
        for need in module.needs.values():
            assumption = case.assumptions.get(prefix + need.name)
            if assumption is None or need.plausible is None:
                continue
            low, high = need.plausible
            if (-math.inf if low is None else low) <= assumption.likely <= (math.inf if high is None else high):
                continue
            yield _tell(
                "implausible",
                said(
                    "“{title}” ({name}) is possible, and outside of what is usually measured.",
                    title=assumption.title,
                    name=assumption.name,
                ),
                said("likely {likely:g}", likely=assumption.likely),
                said("usually {between} {unit}", between=between(need.plausible), unit=need.unit),
                said("Check it with its owner, and say in the note why it is so here."),
                assumption,
            )


def cautions(case: Read) -> Iterator[Finding]:
    """A metric that rests on weak ground says so whenever it is used."""
    for use in case.metrics:
        if use.module.caution:
            yield Finding(
                "caution",
                f"“{use.title}”: {use.module.caution}",
                do=said("Say so beside the figure, and show the case without it."),
                severity="warning",
                place=case.place_of(f"opportunity.metrics.{use.key}.use"),
            )


def transfer_counted_twice(case: Read) -> Iterator[Finding]:
    """A published effect on results has transfer in it already."""
    transfer = case.assumptions.get("transfer_share")
    if transfer is None or transfer.likely >= 1:
        return
    for use in case.metrics:
        for name in sorted(moved_by(use.module)):
            effect = case.of(use, name)
            if effect is not None and effect.grade == "published":
                yield _tell(
                    "transfer-counted-twice",
                    said(
                        "“{title}” ({name}) is published: transfer is in it, and is taken off again.",
                        title=effect.title,
                        name=effect.name,
                    ),
                    said("transfer_share {likely:g}", likely=transfer.likely),
                    said("transfer_share 1 where the effect was measured at work"),
                    said("Set transfer_share to 1; where a study measured learning, the effect at work is an opinion."),
                    transfer,
                )


def guessed_transfer(case: Read) -> Iterator[Finding]:
    """“10 % transfers” was a remark in an article of 1982, not a measurement."""
    transfer = case.assumptions.get("transfer_share")
    found = suspicious_words.GUESSED.search(_text(transfer)) if transfer else None
    if transfer is not None and found:
        yield _tell(
            "transfer-guessed",
            said("That 10 % of training transfers was a rhetorical question, and has been quoted as data since."),
            found[0],
            said("what line managers here expect, or what was seen after an earlier programme"),
            said("Ask three line managers for low, likely and high."),
            transfer,
        )


def ratio_called_roi(case: Read) -> Iterator[Finding]:
    """A benefit/cost ratio is one more than ROI; published cases confuse them."""
    document = case.document
    stated = [(f"{step}.statement", getattr(document, step).statement) for step in ("opportunity", "idea", "ask")]
    stated += [("summary", document.summary), ("evidence.statement", document.evidence.statement)]
    stated += [(f"evidence.findings.{i}.says", one.says) for i, one in enumerate(document.evidence.findings)]
    stated += [(f"evidence.stories.{i}.text", one.text) for i, one in enumerate(document.evidence.stories)]
    stated += [(f"{one.path}.source", _text(one)) for one in case.given()]
    for path, text in stated:
        if found := suspicious_words.RATIO_AS_ROI.search(text):
            yield Finding(
                "ratio-called-roi",
                said("A ratio of benefit to cost is called ROI."),
                found[0],
                said("ROI in percent: (benefit - cost) / cost; a ratio of 3 : 1 is an ROI of 200 %"),
                said("Write ROI in percent, or call it a benefit/cost ratio."),
                "warning",
                case.place_of(path),
            )


def revenue_as_benefit(case: Read) -> Iterator[Finding]:
    """Revenue is not benefit: what is counted is the margin on it."""
    for use in case.metrics:
        margin = next((one for name in ("margin", "contribution_margin") if (one := case.of(use, name))), None)
        money = [one for name in use.module.needs if (one := case.of(use, name)) and one.unit.startswith("money")]
        on_revenue = [one for one in money if suspicious_words.REVENUE.search(_text(one))]
        if margin is not None and margin.likely >= 0.99 and (on_revenue or use.module.id == "sales"):
            yield _tell(
                "revenue-as-benefit",
                said("“{title}” counts revenue as benefit: the margin is 100 %.", title=use.title),
                f"{margin.name} {margin.likely:g}",
                said("the contribution margin, less than 1"),
                said("Ask finance for the contribution margin."),
                margin,
            )
        elif margin is None:
            for one in on_revenue:
                yield _tell(
                    "revenue-as-benefit",
                    said(
                        "“{title}” ({name}) speaks of revenue or price, where the margin belongs.",
                        title=one.title,
                        name=one.name,
                    ),
                    one.source[:90],
                    said("contribution margin of one more"),
                    said("Ask finance for the margin, and say in the source that it is one."),
                    one,
                )


def replacement_cost_folklore(case: Read) -> Iterator[Finding]:
    """50 to 200 % of salary for a leaver is quoted widely and cannot be traced; measured medians are 16 to 21 %."""
    for use in case.metrics:
        cost = case.of(use, "replacement_cost")
        if cost is None:
            continue
        text = _text(cost)
        shares = [
            float(number) for match in suspicious_words.OF_PAY.finditer(text) for number in match.groups()[:2] if number
        ]
        shares += [100 * float(match[1].replace(",", ".")) for match in suspicious_words.TIMES_PAY.finditer(text)]
        if shares and max(shares) >= 50:
            told: Severity = "note" if suspicious_words.MEASURED.search(text) else "warning"
            yield Finding(
                "replacement-cost-high",
                said(
                    "“{title}” ({name}) is {max:g} % of a year's pay; 50 to 200 % is folklore.",
                    title=cost.title,
                    name=cost.name,
                    max=max(shares),
                ),
                said("{max:g} % of pay", max=max(shares)),
                said("16 to 21 % of a year's pay at the median of ordinary jobs"),
                said("Add up your own cost: separation, hiring, onboarding, lost output, less pay saved."),
                told,
                cost.place,
            )


def full_realisation(case: Read) -> Iterator[Finding]:
    """Not every minute saved becomes something."""
    for use in case.metrics:
        realised = case.of(use, "realisation_share")
        if realised is not None and realised.likely >= 0.95:
            yield _tell(
                "all-time-realised",
                said("“{title}” claims that all time saved becomes useful.", title=use.title),
                f"{realised.name} {realised.likely:g}",
                said("the part that the owner who will use it stands up for; 0.2 to 0.6 is usual"),
                said("Ask the owner what the time becomes, and how much of it."),
                realised,
            )


def societal_injury_cost(case: Read) -> Iterator[Finding]:
    """The published cost of an injury is society's, several times the employer's."""
    for use in case.metrics:
        cost = case.of(use, "employer_cost")
        if cost is not None and (cost.likely >= SOCIETAL_COST or suspicious_words.SOCIETAL.search(_text(cost))):
            yield _tell(
                "societal-cost",
                said(
                    "“{title}” ({name}) looks like the cost to society, most of which others bear.",
                    title=cost.title,
                    name=cost.name,
                ),
                said("likely {likely:g}", likely=cost.likely),
                said(
                    "the employer's own cost; published figures of {societal_cost:,} and more are societal",
                    societal_cost=SOCIETAL_COST,
                ),
                said("Add up what this employer pays: days, replacement, damage, premium."),
                cost,
            )


def ranges_that_are_no_p10_p90(case: Read) -> Iterator[Finding]:
    """Low and high are P10 and P90; a wider or narrower pair read as such moves every figure."""
    for one in case.given():
        if not one.fixed and suspicious_words.PERCENTILES.search(_text(one)):
            yield _tell(
                "other-percentiles",
                said(
                    "“{title}” ({name}): the text speaks of other limits than P10 and P90.",
                    title=one.title,
                    name=one.name,
                ),
                suspicious_words.PERCENTILES.search(_text(one))[0],  # type: ignore[index]
                said("low: one case in ten lies below; high: one case in ten above"),
                said("Convert it: for a range from P5 to P95, each end moves about a fifth of the way to the middle."),
                one,
            )


def interval_of_a_mean(case: Read) -> Iterator[Finding]:
    """How well an average is known is not how widely programmes differ."""
    for one in case.given():
        found = suspicious_words.INTERVAL.search(_text(one))
        if not one.fixed and found:
            yield _tell(
                "interval-of-a-mean",
                said(
                    "“{title}” ({name}): the range of a published mean is not the range for one programme.",
                    title=one.title,
                    name=one.name,
                ),
                found[0],
                said("a range as wide as programmes differ"),
                said("Add the spread between studies (tau); where it is not published, widen the range a good deal."),
                one,
            )


def nominated_pilot(case: Read) -> Iterator[Finding]:
    """Nominated people gained nothing in the experiment that looked; volunteers were better before."""
    pilot = case.document.idea.pilot
    found = suspicious_words.NOMINATED.search(pilot.who) if pilot else None
    if found:
        yield Finding(
            "pilot-nominated",
            said("The pilot group is chosen in a way that says nothing about the others."),
            found[0],
            said("drawn by lot, better by team than by person"),
            said("Draw the group by lot. Nominated supervisors gained 0 in an experiment, the others 12 %."),
            "warning",
            case.place_of("idea.pilot.who"),
        )


def chosen_for_bad_results(case: Read) -> Iterator[Finding]:
    """Who is chosen for bad results gets better without anything being done."""
    idea = case.document.idea
    for path, text in (
        ("idea.pilot.who", idea.pilot.who if idea.pilot else ""),
        ("idea.audience.who", idea.audience.who if idea.audience else ""),
    ):
        if found := suspicious_words.WORST.search(text):
            yield Finding(
                "regression-to-the-mean",
                said("A group chosen for bad results gets better by itself; that part is not the programme's."),
                found[0],
                said("a comparison group chosen in the same way"),
                said("Draw by lot among those with bad results, and take the others as the comparison."),
                "warning",
                case.place_of(path),
            )


def few_teams(case: Read) -> Iterator[Finding]:
    """One team against the others cannot be told from chance, however many people are in it."""
    pilot = case.document.idea.pilot
    found = suspicious_words.ONE_TEAM.search(pilot.who) if pilot else None
    if found:
        yield Finding(
            "pilot-one-team",
            said("People of one team are alike: a pilot in one team proves little, however many people are in it."),
            found[0],
            said("eight teams or more on each side for proof; fewer to learn and to find out the cost"),
            said("Spread the pilot over teams drawn by lot, or say that it is for learning."),
            "warning",
            case.place_of("idea.pilot.who"),
        )


def before_and_after(case: Read) -> Iterator[Finding]:
    """A difference between before and after is not an effect."""
    for use in case.metrics:
        for name in sorted(moved_by(use.module)):
            one = case.of(use, name)
            if one is not None and (found := suspicious_words.BEFORE_AFTER.search(_text(one))):
                yield _tell(
                    "before-and-after",
                    said(
                        "“{title}” ({name}) comes from before and after, without a comparison group.",
                        title=one.title,
                        name=one.name,
                    ),
                    found[0],
                    said("a comparison group, a trend, or a discount for what else changed"),
                    said("Take the difference of the differences, or lower isolation_share."),
                    one,
                )


def undiscounted(case: Read) -> Iterator[Finding]:
    """Over more than a year money later is worth less."""
    rate = case.assumptions.get("discount_rate")
    if rate is not None and rate.likely == 0 and case.document.horizon > 12:
        yield _tell(
            "no-discounting",
            said("Nothing is discounted, though the case looks ahead for more than a year."),
            said("discount_rate 0, horizon {horizon} months", horizon=case.document.horizon),
            said("finance's hurdle rate, such as 0.08"),
            said("Ask finance for the rate and add discount_rate under ask."),
            rate,
        )


def wage_factor_on_salary(case: Read) -> Iterator[Finding]:
    """The factor for on-costs on an hour's wage is not the factor on a salary, where paid leave is inside."""
    for one in case.given():
        if (
            "money" in one.unit
            and suspicious_words.FACTOR.search(_text(one))
            and suspicious_words.SALARY.search(_text(one))
        ):
            yield _tell(
                "wage-factor-on-salary",
                said(
                    "“{title}” ({name}) multiplies a salary by a factor for hourly wages.",
                    title=one.title,
                    name=one.name,
                ),
                suspicious_words.FACTOR.search(_text(one))[0],  # type: ignore[index]
                said("about 1.25 to 1.3 on a yearly salary; 1.4 belongs to an hour worked"),
                said("Ask payroll for pay with on-costs and for the hours worked, and divide."),
                one,
            )


def doubt_taken_off_twice(case: Read) -> Iterator[Finding]:
    """Contribution × confidence is a discount for doubt; a range, or isolation on top, takes it off again."""
    isolation = case.assumptions.get("isolation_share")
    for use in case.metrics:
        for name in ("contribution_share", "confidence_share"):
            one = case.of(use, name)
            if one is not None and not one.fixed:
                yield _tell(
                    "doubt-twice",
                    said(
                        "“{title}” ({name}) is a discount for doubt; with a range it is taken off twice.",
                        title=one.title,
                        name=one.name,
                    ),
                    ", ".join(f"{value:g}" for value in one.values),
                    said("value: a fixed figure"),
                    said("Write value:, or leave the discount at 1 and keep the range of the change."),
                    one,
                )
        one = case.of(use, "contribution_share")
        if one is not None and one.likely < 1 and isolation is not None and isolation.likely < 1:
            yield _tell(
                "doubt-twice",
                said(
                    "The part that is the programme's is taken off twice: in the metric, and for the whole programme."
                ),
                said(
                    "{name} {likely:g}, isolation_share {likely_2:g}",
                    name=one.name,
                    likely=one.likely,
                    likely_2=isolation.likely,
                ),
                said("one of the two at 1"),
                said("Set isolation_share to 1."),
                isolation,
            )


def participants_alone(case: Read) -> Iterator[Finding]:
    """What participants ascribe to their own course is the weakest of the ways to tell its part apart."""
    if case.document.evidence.isolation.method == "participant":
        yield Finding(
            "participants-alone",
            said("The programme's own part rests on what its participants say, and on nothing else."),
            said("method: participant"),
            said("a comparison group, a trend, or the judgement of those who own the metric"),
            said("Add a more credible method and state that one, or let the first cohort be drawn by lot."),
            "warning",
            case.place_of("evidence.isolation.method"),
        )


def method_only_planned(case: Read) -> Iterator[Finding]:
    """A share that is an opinion does not come from a comparison group or a trend."""
    method, share = case.document.evidence.isolation.method, case.assumptions.get("isolation_share")
    if method in ("comparison group", "trend") and share is not None and share.grade == "opinion":
        yield Finding(
            "isolation-not-measured",
            said("A method that measures is stated, and the programme's own part is graded as opinion."),
            said("method: {method}, isolation_share graded {grade}", method=method, grade=share.grade),
            said("the method with which the figure was found"),
            said("Write method: expert until it is measured, or correct the grade of isolation_share."),
            "warning",
            case.place_of("evidence.isolation.method"),
        )


SOUNDNESS: tuple[Callable[[Read], Iterator[Finding]], ...] = (
    plausible_values,
    cautions,
    transfer_counted_twice,
    guessed_transfer,
    ratio_called_roi,
    revenue_as_benefit,
    replacement_cost_folklore,
    full_realisation,
    societal_injury_cost,
    ranges_that_are_no_p10_p90,
    interval_of_a_mean,
    nominated_pilot,
    chosen_for_bad_results,
    few_teams,
    before_and_after,
    undiscounted,
    wage_factor_on_salary,
    doubt_taken_off_twice,
    participants_alone,
    method_only_planned,
)


def unsound(case: Read) -> tuple[Finding, ...]:
    """Run every check."""
    return tuple(finding for one in SOUNDNESS for finding in one(case))
