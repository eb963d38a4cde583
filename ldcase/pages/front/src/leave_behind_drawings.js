// The charts that follow the levers, filled as charts/drawings/*.py fill them: the same finding, rows and signals; a test compares them.
import { worded } from "./language.js";
import { moneyValues, stepOf, ticks, valuesOf } from "./leave_behind_axes.js";
import { quantile } from "./leave_behind_model.js";
import * as numbers from "./leave_behind_numbers.js";
import { inTurn, said, textOf } from "./leave_behind_sentences.js";
import { Words } from "./leave_behind_words.js";

const DOTS = 50;
const LEVELS = 8;
const BARS = 6;
const THRESHOLDS = 5;
const FAR = 2;
const TONES = { able: "benefit", willing: "uncertain", allowed: "reference", empowered: "edge", "not known": "edge" };

const many = (n, one, more) => (n === 1 ? one : more);

export class Drawings {
  constructor(forecast, about, axes) {
    this.forecast = forecast;
    this.about = about;
    this.axes = axes;
    this.horizon = forecast.model.months;
    this.subtitles = about.subtitles;
  }

  drawing(spec, title, description, data, signals = {}) {
    return { id: spec, spec, title, subtitle: this.subtitles[spec], description, data, signals };
  }

  dots() {
    const ordered = this.forecast.ordered("net_benefit");
    const values = Array.from({ length: DOTS }, (_, k) => quantile(ordered, (k + 0.5) / DOTS));
    const above = values.filter((value) => value > 0).length;
    const places = { n: above, all: DOTS };
    const title = above === DOTS ? worded("All {all} equally likely outcomes pay back", places)
      : above === 1 ? worded("{n} of {all} equally likely outcomes pays back", places)
        : above ? worded("{n} of {all} equally likely outcomes pay back", places) : worded("None of {all} equally likely outcomes pays back", places);
    const domain = this.axes.fit("dots.even", Math.min(...values, 0), Math.max(...values, 0));
    const stacks = numbers.rint((domain[1] - domain[0]) / stepOf(...domain));
    const bins = stacks * [10, 8, 6, 5, 4, 3, 2, 1].find((parts) => stacks * parts <= 32 || parts === 1);
    const { places: value, levels: level } = stacked(values, domain, bins);
    const crossed = domain[0] < 0 && domain[1] > 0;
    const [low, high] = [values[0], values[DOTS - 1]].map((each) => numbers.money(each));
    const told = said("{finding}. The outcomes run from {low} to {high}.", { finding: title, low, high });
    return this.drawing("dots", title, textOf(told),
      { dots: { value, level, tone: values.map((each) => (each > 0 ? "benefit" : "gap")) } },
      { x_domain: domain, x_ticks: ticks(domain), bins, levels: Math.max(LEVELS, ...level), zero: crossed ? 0 : null, zero_label: crossed ? worded("even") : "", ...moneyValues(domain) });
  }

  fan() {
    const { horizon } = this;
    const { summary } = this.forecast;
    const [p10, p25, p50, p75, p90] = this.forecast.fan("cumulative_net", [0.1, 0.25, 0.5, 0.75, 0.9]).map((row) => [0, ...row]);
    const domain = this.axes.fit("fan", Math.min(0, ...p10), Math.max(0, ...p90));
    const months = Array.from({ length: horizon + 1 }, (_, month) => month);
    const ends = [p90, p50, p10].map((row) => row[horizon]);
    const short = ends.map((end) => numbers.money(end));
    const labels = [worded("1 in 10 above {amount}", { amount: short[0] }), worded("middle {amount}", { amount: short[1] }), worded("1 in 10 below {amount}", { amount: short[2] })];
    const paid = summary.payback <= horizon;
    const month = paid ? numbers.rint(summary.payback) : horizon;
    let title;
    if (summary.nothingHappens) title = many(horizon, worded("Nothing happens within {n}\u00a0month", { n: horizon }), worded("Nothing happens within {n}\u00a0months", { n: horizon }));
    else if (!paid) title = many(horizon, worded("It is not paid back within {n}\u00a0month", { n: horizon }), worded("It is not paid back within {n}\u00a0months", { n: horizon }));
    else title = Math.min(...p50) < 0 ? worded("Costs come first; it is paid back in month {month}", { month }) : worded("It is paid back in month {month}", { month });
    const half = { n: String(horizon), middle: short[1], low: short[2], high: short[0] };
    const told = many(horizon, said("After {n}\u00a0month half of the cases are above {middle}; 8 of 10 lie between {low} and {high}.", half), said("After {n}\u00a0months half of the cases are above {middle}; 8 of 10 lie between {low} and {high}.", half));
    return this.drawing("fan", title, inTurn(title, textOf(told)), {
      fan: { month: months, label: months.map(String), p10, p25, p50, p75, p90 },
      fan_ends: { month: [horizon, horizon, horizon], value: ends, label: labels, short, tone: ["reference", "ink", "reference"], weight: [400, 600, 400] },
      fan_payback: { month: paid ? [summary.payback] : [], label: paid ? [worded("paid back in month {month}", { month })] : [] },
    }, { y_domain: domain, y_ticks: ticks(domain), ...moneyValues(domain) });
  }

  waterfall() {
    const cuts = this.forecast.haircuts;
    const rows = [
      [worded("Before any haircut"), 0, cuts.gross, numbers.money(cuts.gross), "gap", 600],
      ...cuts.steps.map(({ name, before, after }) => [this.about.assumptions[name].haircut, before, after, numbers.signedMoney(after - before), "uncertain", 450]),
      [worded("What is claimed"), 0, cuts.claimed, numbers.money(cuts.claimed), "benefit", 600],
      [worded("Cost, all in"), cuts.claimed, cuts.net, numbers.signedMoney(-cuts.cost), "gap", 450],
      [worded("What is left"), 0, cuts.net, numbers.money(cuts.net), cuts.net >= 0 ? "benefit" : "gap", 600],
    ];
    const edges = rows.flatMap((row) => row.slice(1, 3));
    const domain = this.axes.fit("waterfall", Math.min(0, ...edges), Math.max(0, ...edges));
    let title = worded("No haircut of any kind is taken");
    if (cuts.gross <= 0) title = worded("There is nothing to claim");
    else if (cuts.steps.length) title = worded("Of each 100 before haircuts, the case claims {claimed}", { claimed: numbers.of100(Number((cuts.claimed / cuts.gross).toFixed(3))) });
    const column = (position) => rows.map((row) => row[position]);
    return this.drawing("waterfall", title, inTurn(title, rows.map((row) => `${row[0]} ${row[3]}`).join("; ")), {
      waterfall: { order: rows.map((_, order) => order), label: column(0), start: column(1), end: column(2), text: column(3), tone: column(4), weight: column(5) },
    }, { x_domain: domain });
  }

  tornado() {
    let drivers = this.forecast.tornado.slice(0, BARS);
    const { likely } = this.forecast.summary;
    const ends = drivers.length ? drivers.flatMap(({ atLow, atHigh }) => [atLow, atHigh]) : [likely];
    const [least, most] = [Math.min(...ends, likely), Math.max(...ends, likely)];
    const room = 0.3 * (most - least);
    const domain = this.axes.fit("tornado", least - room, most + room);
    const n = this.horizon;
    let title;
    if (!drivers.length) title = worded("Every assumption is fixed");
    else if (drivers[0].swing === 0) {
      title = many(n, worded("Nothing moves the result within {n}\u00a0month", { n }), worded("Nothing moves the result within {n}\u00a0months", { n }));
      drivers = [];
    } else title = worded("What matters most is {assumption}", { assumption: this.about.assumptions[drivers[0].name].lowered });
    const about = drivers.map(({ name }) => this.about.assumptions[name]);
    const end = ({ format }, value) => (format === "months" ? worded("{n}\u00a0mo.", { n: numbers.plain(value, 3, 1) }) : numbers.exact(value, format));
    const told = drivers.map(({ atLow, atHigh }, k) => worded("{assumption} from {low} to {high}", {
      assumption: about[k].title, low: numbers.money(Math.min(atLow, atHigh)), high: numbers.money(Math.max(atLow, atHigh)),
    })).join("; ");
    return this.drawing("tornado", title, inTurn(title, told), {
      tornado: {
        order: drivers.map((_, order) => order), label: about.map((each) => each.title), lines: about.map((each) => each.lines),
        low: drivers.map((each) => each.atLow), high: drivers.map((each) => each.atHigh),
        low_text: drivers.map((each, k) => end(about[k], each.low)), high_text: drivers.map((each, k) => end(about[k], each.high)),
      },
    }, { x_domain: domain, x_ticks: ticks(domain), likely, ...moneyValues(domain) });
  }

  /** What must be true: for what matters most, the range, the likely value, and where the whole breaks even. */
  must_be_true() {
    const names = this.forecast.tornado.slice(0, THRESHOLDS).map(({ name }) => name);
    const thresholds = this.forecast.breakEvens(names);
    const rows = names.map((name, k) => this.threshold(name, thresholds[k]));
    const risky = rows.filter((row) => row.inside).sort((one, other) => one.chance - other.chance);
    const n = this.horizon;
    let title;
    if (risky.length) {
      const [{ name, moreIsBetter, value }] = risky;
      const parts = { assumption: this.about.assumptions[name].lowered, value };
      title = moreIsBetter ? worded("It needs {assumption} of at least {value}", parts) : worded("It needs {assumption} of at most {value}", parts);
    } else if (this.forecast.summary.nothingHappens) {
      title = many(n, worded("Nothing happens within {n}\u00a0month", { n }), worded("Nothing happens within {n}\u00a0months", { n }));
    } else if (!names.length) title = worded("Every assumption is fixed");
    else title = this.forecast.summary.likely >= 0 ? worded("No single assumption within its range breaks the case") : worded("No single assumption within its range makes it pay");
    const labels = names.map((name) => this.about.assumptions[name].title);
    const told = rows.map(({ text }, k) => `${labels[k]} ${text}`).join("; ");
    const longest = Math.max(0, ...rows.map(({ note }) => note.length));
    const column = (key) => rows.map((row) => row[key]);
    return this.drawing("must_be_true", title, inTurn(title, told), {
      must_be_true: {
        order: rows.map((_, order) => order), label: labels, lines: names.map((name) => this.about.assumptions[name].lines), note_length: rows.map(() => longest),
        low_at: column("lowAt"), likely_at: column("likelyAt"), high_at: column("highAt"), break_even_at: column("evenAt"),
        text: column("text"), short: column("short"), note: column("note"), tone: column("tone"),
      },
    });
  }

  threshold(name, { value: even, moreIsBetter, paysAnyway, chance }) {
    const { low, likely, high } = this.forecast.ranges[name];
    const { format } = this.about.assumptions[name];
    const { any, no } = this.about.words;
    const inside = even !== null && even >= low && even <= high;
    const [first, last] = [low, high].map((end) => numbers.exact(end, format));
    const found = { name, moreIsBetter, chance, inside, ...placed(low, likely, high, even), note: worded("expected {range}", { range: between(first, last) }) };
    if (even === null) {
      const text = paysAnyway ? worded("pays back at any value") : worded("pays back at no value");
      return { ...found, text, short: paysAnyway ? any : no, tone: paysAnyway ? "benefit" : "gap" };
    }
    const value = numbers.exact(even, format);
    const met = moreIsBetter ? even <= likely : even >= likely;
    const text = moreIsBetter ? worded("at least {value}", { value }) : worded("at most {value}", { value });
    return { ...found, value, text, short: `${moreIsBetter ? "≥" : "≤"} ${value}`, tone: !met || inside ? "gap" : "benefit" };
  }

  /** The gap of the first metric: its history as the case has it, its end and its price as the levers say. */
  gap() {
    const [metric] = this.about.metrics;
    const { label, team: before, best: beforeBest } = this.about.history;
    const [now, ideal] = [metric.baseline, metric.exemplar].map((name) => this.forecast.value(name));
    const assumed = this.about.history.measured ? label.length - 1 : 0; // from there on the lines are what is assumed
    const [team, best] = [[before, now], [beforeBest, ideal]].map(([line, value]) => line.map((each, month) => (month >= assumed ? value : each)));
    const last = label.length - 1;
    const [low, high] = [Math.min(...team, ...best), Math.max(...team, ...best)];
    const pad = 0.15 * Math.max(high - low, Math.abs(high) * 0.05);
    const domain = this.axes.fit(this.about.history.axis, low < 0 ? low - pad : Math.max(0, low - pad), high + pad);
    const gaps = team.map((value, month) => Math.abs(value - best[month]));
    const middle = priceAt(gaps);
    const cost = this.forecast.value(metric.gap_cost);
    const words = new Words(this.forecast, this.about);
    const found = cost > 0 ? textOf(words.fill(metric.chart)) : worded("There is no gap: {team} already does as well as {best}", { team: metric.team, best: metric.best });
    const price = cost > 0 ? worded("the gap: {cost} a month", { cost: numbers.money(cost) }) : worded("no gap");
    const ends = [`${metric.best} ${numbers.exact(ideal, metric.exemplar_format)}`, `${metric.team} ${numbers.exact(now, metric.format)}`];
    return this.drawing("gap", found, inTurn(found, `${ends[1]}, ${ends[0]}; ${price}`), {
      gap: { month: label.map((_, month) => month), label, team, best },
      gap_ends: { month: [last, last], value: [best[last], team[last]], other: [team[last], best[last]], label: ends, note: ["", ""], tone: ["benefit", "gap"] },
      gap_price: { month: [middle], upper: [Math.max(team[middle], best[middle])], lower: [Math.min(team[middle], best[middle])], label: [price] },
    }, { y_domain: domain, y_ticks: ticks(domain, 4), ...valuesOf(metric.format, domain) });
  }

  /** What the gap is made of; the other causes share what able leaves as the case divides it. */
  causes() {
    const { ranges } = this.forecast;
    const able = this.forecast.value("able_share");
    const shares = [["able", this.about.words.able, able]];
    for (const { name, label, stated, part, whole } of this.about.causes) if (stated) shares.push([name, label, ((1 - able) * part) / whole]);
    const rest = 1 - shares.reduce((sum, [, , share]) => sum + share, 0);
    if (rest > 0.005) shares.push(["not known", this.about.words.not_known, rest]);
    const starts = shares.map((_, k) => shares.slice(0, k).reduce((sum, [, , share]) => sum + share, 0));
    const labels = shares.map(([, label, share]) => `${label} ${numbers.percent(share, 2)}`);
    const [largest] = shares.reduce((most, each) => (each[2] > most[2] ? each : most));
    const share = numbers.percent(able, 2);
    let title;
    if (largest === "able" || able >= 0.4) title = worded("{share} of the gap is skill", { share });
    else if (largest === "not known") title = worded("Only {share} of the gap is skill", { share });
    else title = worded("Most of the gap is not skill: {reason}", { reason: this.about.causes.find(({ name }) => name === largest).lacking });
    const told = worded("{finding}. The gap by cause: {causes}. Only the able share can be claimed by training.", { finding: title, causes: labels.join(", ") });
    return this.drawing("causes", title, told, {
      causes: {
        order: shares.map((_, order) => order), start: starts, end: shares.map((each, k) => starts[k] + each[2]),
        least: shares.map((_, k) => (k ? 0 : ranges.able_share.low)), most: shares.map((_, k) => (k ? 0 : ranges.able_share.high)), label: labels,
        note: shares.map(([name, , part]) => (name === "able" && part ? worded("training can claim this") : "")), tone: shares.map(([name]) => TONES[name]),
      },
    });
  }

  costs() {
    const amounts = Object.fromEntries(this.about.costs.map(({ name }) => {
      const monthly = this.forecast.median[name];
      return [name, typeof monthly === "number" ? monthly : monthly.reduce((sum, value) => sum + value, 0)];
    }));
    const titles = Object.fromEntries(this.about.costs.map(({ name, title, lowered }) => [name, { title, lowered }]));
    const total = Object.values(amounts).reduce((sum, value) => sum + value, 0);
    const bySize = Object.keys(amounts).filter((name) => amounts[name] > 0).sort((one, other) => amounts[other] - amounts[one]);
    const shown = this.axes.keep("costs", bySize);
    const [first] = bySize;
    const title = first ? worded("All in {cost}, {share} of it {category}", { cost: numbers.money(total), share: numbers.percent(amounts[first] / total, 2), category: titles[first].lowered }) : worded("It costs nothing");
    const text = shown.map((name) => numbers.money(amounts[name]));
    const told = shown.map((name, k) => `${titles[name].lowered} ${text[k]}`).join(", ");
    return this.drawing("costs", title, inTurn(told ? `${title}: ${told}` : title), {
      costs: { order: shown.map((_, order) => order), label: shown.map((name) => titles[name].title), value: shown.map((name) => amounts[name]), text },
    }, { x_domain: this.axes.fit("costs", 0, Math.max(...Object.values(amounts), 1)) });
  }
}

/** The place of each dot and its level in the stack. */
function stacked(values, [low, high], bins) {
  const width = (high - low) / bins;
  const heights = new Array(bins).fill(0);
  const placed = values.map((value) => {
    const position = Math.min(bins - 1, Math.max(0, Math.floor((value - low) / width)));
    heights[position] += 1;
    return [low + (position + 0.5) * width, heights[position]];
  });
  return { places: placed.map(([place]) => place), levels: placed.map(([, level]) => level) };
}

/** Where low, likely, high and break-even stand in a row, as shares of its width. */
function placed(low, likely, high, even) {
  const width = Math.max(high - low, Math.abs(likely) * 0.1, 1e-12);
  const shown = even === null ? null : Math.min(high + FAR * width, Math.max(low - FAR * width, even));
  const [start, end] = [Math.min(low, shown ?? low), Math.max(high, shown ?? high)];
  const margin = 0.12 * Math.max(end - start, width);
  const share = (value) => (value - start + margin) / (end - start + 2 * margin);
  return { lowAt: share(low), likelyAt: share(likely), highAt: share(high), evenAt: shown === null ? null : share(shown) };
}

/** Two values with their unit once. */
function between(low, high) {
  const [amount, ...rest] = low.split(numbers.SPACE);
  const unit = rest.join(numbers.SPACE);
  return `${unit && high.endsWith(unit) ? amount : low}–${high}`;
}

/** Where the price stands best: the gap is widest there and for two months to either side. */
function priceAt(gaps, reach = 2) {
  const half = Math.floor(gaps.length / 2);
  const middle = (gaps.length - 1) / 2;
  let [found, widest, aside] = [0, -Infinity, Infinity];
  for (let at = Math.min(reach, half); at < Math.max(gaps.length - reach, half + 1); at += 1) {
    const least = Math.min(...gaps.slice(Math.max(0, at - reach), at + reach + 1));
    const away = Math.abs(at - middle);
    if (least > widest || (least === widest && away < aside)) [found, widest, aside] = [at, least, away];
  }
  return found;
}
