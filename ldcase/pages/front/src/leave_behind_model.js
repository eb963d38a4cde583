// The forecast in the page: the graph's own formulas on the same draws as the workbook, so that ranges move with the levers.
import { rint } from "./leave_behind_numbers.js";

const LN_9 = Math.log(9);
const SKEW_LIMIT = 1.6671131192019293; // case/metalog.py says where it comes from
const EFFECT = "effect_achieved";
const POINTS = 13;
const ROUNDS = 60;
const CLOSE = 1e-12;

/** To the coordinate in which the bounds lie at infinity. */
function unbound(value, lower, upper) {
  if (lower !== null && upper !== null) return Math.log(value - lower) - Math.log(upper - value);
  if (lower !== null) return Math.log(value - lower);
  return upper === null ? value : -Math.log(upper - value);
}

/** Back from it. */
function bound(coordinate, lower, upper) {
  if (lower !== null && upper !== null) {
    const small = Math.exp(-Math.abs(coordinate));
    const share = small / (1 + small);
    return coordinate < 0 ? lower + (upper - lower) * share : upper - (upper - lower) * share;
  }
  if (lower !== null) return lower + Math.exp(coordinate);
  return upper === null ? coordinate : upper - Math.exp(-coordinate);
}

function coefficients({ low, likely, high, lower, upper }) {
  const [first, middle, last] = [low, likely, high].map((value) => unbound(value, lower, upper));
  return { location: middle, spread: (last - first) / (2 * LN_9), skew: (first + last - 2 * middle) / (0.8 * LN_9) };
}

function feasible(range) {
  const { low, likely, high, lower, upper } = range;
  if (low === likely && likely === high) return (lower === null || low >= lower) && (upper === null || high <= upper);
  if (!(low < high) || (lower !== null && low <= lower) || (upper !== null && high >= upper)) return false;
  const { location, spread, skew } = coefficients(range);
  return [location, spread, skew].every(Number.isFinite) && Math.abs(skew) < SKEW_LIMIT * spread;
}

/** A range with its likely value there and its ends moved along, as the workbook's levers do. */
export function moved(range, likely) {
  const { low, high, lower, upper } = range;
  const fixed = { ...range, low: likely, likely, high: likely };
  if (low === high) return fixed;
  const shift = unbound(likely, lower, upper) - unbound(range.likely, lower, upper);
  const ends = [low, high].map((end) => bound(unbound(end, lower, upper) + shift, lower, upper));
  const wide = { ...range, low: ends[0], likely, high: ends[1] };
  return Number.isFinite(shift) && feasible(wide) ? wide : fixed;
}

/** Values of a range at columns of probabilities; one number where all draws have the same. */
function sampled(range, { own, happens }) {
  const fixed = range.low === range.high;
  if (fixed && !(range.chance && range.likely !== 0 && range.likely !== 1)) return range.likely;
  const values = new Float64Array((own ?? happens).length);
  const shape = fixed ? null : coefficients(range);
  for (let row = 0; row < values.length; row += 1) {
    let value = range.likely;
    if (shape && shape.spread === 0) value = shape.location;
    else if (shape) {
      const y = own[row];
      value = bound(shape.location + (shape.spread + shape.skew * (y - 0.5)) * Math.log(y / (1 - y)), range.lower, range.upper);
    }
    if (range.chance) value = happens[row] < value ? 1 : 0;
    else if (range.whole && !fixed) value = rint(value);
    values[row] = value;
  }
  return values;
}

function decoded(text) {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return new Float64Array(bytes.buffer);
}

/** The case as it was handed over: its ranges, its plan, its columns of probabilities, its formulas. */
export class Model {
  /** `evaluate` gives every figure of a row, `simulate` those whose spread is shown, of many rows; `drawn` is what those rest on. */
  constructor({ ranges, plan, columns, draws, drawn, months, haircuts }, evaluate, simulate) {
    Object.assign(this, { ranges, plan, draws, drawn, months, haircuts, evaluate, simulate });
    this.names = Object.keys(ranges);
    this.inputs = [...drawn, ...Object.keys(plan)];
    this.columns = {};
    for (const name of this.names) this.columns[name] = { own: columns[name] && decoded(columns[name]), happens: columns[`${name} happens`] && decoded(columns[`${name} happens`]) };
    this.given = Object.fromEntries(this.names.map((name) => [name, sampled(ranges[name], this.columns[name])]));
    this.latest = null; // what was simulated last, to compute again only what differs
  }

  /** The forecast with some likely values elsewhere. */
  at(values = {}) {
    return new Forecast(this, values);
  }

  /** The draws of a forecast. */
  simulated(columns, plan) {
    const full = {};
    const changed = [];
    for (const name of this.inputs) {
      const column = columns[name] ?? plan[name];
      const before = this.latest?.sources[name];
      if (this.latest && before === column) full[name] = this.latest.found[name];
      else {
        full[name] = typeof column === "number" ? new Float64Array(this.draws).fill(column) : column;
        changed.push(name);
      }
    }
    const found = this.simulate(full, this.draws, this.months, this.latest?.found ?? null, changed);
    this.latest = { found, sources: { ...plan, ...columns } };
    return found;
  }
}

/** Quantile of rising values, linear between order statistics. */
export function quantile(ordered, probability) {
  if (!ordered.length) return NaN;
  const position = probability * (ordered.length - 1);
  const below = Math.trunc(position);
  const weight = position - below;
  const [low, high] = [ordered[below], ordered[Math.min(below + 1, ordered.length - 1)]];
  return weight === 0 || low === high ? low : low * (1 - weight) + high * weight;
}

export class Forecast {
  constructor(model, values) {
    this.model = model;
    this.ranges = { ...model.ranges };
    this.columns = { ...model.given };
    for (const [name, value] of Object.entries(values)) {
      if (value === model.ranges[name].likely) continue;
      this.ranges[name] = moved(model.ranges[name], value);
      this.columns[name] = sampled(this.ranges[name], model.columns[name]);
    }
    this.likely = { ...model.plan };
    for (const name of model.names) this.likely[name] = this.ranges[name].likely;
    this.median = { ...this.likely, ...model.evaluate(this.likely, model.months) };
    this.remembered = new Map();
  }

  once(key, make) {
    if (!this.remembered.has(key)) this.remembered.set(key, make());
    return this.remembered.get(key);
  }

  /** The median case: the value, of a monthly figure that of the last month. */
  value(name) {
    const found = this.median[name];
    return typeof found === "number" ? found : found[found.length - 1];
  }

  /** The likely case once for each set of other values: columns of what the spread is shown of. */
  with(sets) {
    const { model, likely } = this;
    const columns = Object.fromEntries(model.inputs.map((name) => [name, new Float64Array(sets.length).fill(likely[name])]));
    sets.forEach((set, row) => { for (const [name, value] of Object.entries(set)) if (name in columns) columns[name][row] = value; });
    return model.simulate(columns, sets.length, model.months);
  }

  /** Each draw: by name a value a row, of a monthly figure a value a month, row by row. */
  get rows() {
    return this.once("rows", () => this.model.simulated(this.columns, this.model.plan));
  }

  /** A figure's draws, rising, without those that have no value; of a monthly one those of a month, else the last. */
  ordered(name, month = this.model.months - 1) {
    return this.once(`${name} ${month}`, () => {
      const { draws } = this.model;
      const found = this.rows[name];
      const step = found.length / draws;
      const values = new Float64Array(draws);
      for (let row = 0, at = step === 1 ? 0 : month; row < draws; row += 1, at += step) values[row] = found[at];
      values.sort(); // what has no value comes last
      let known = draws;
      while (known && Number.isNaN(values[known - 1])) known -= 1;
      return values.subarray(0, known);
    });
  }

  quantile(name, probability) {
    return quantile(this.ordered(name), probability);
  }

  /** Whether nothing that decides the result varies: every draw is the same case. */
  get certain() {
    return this.model.drawn.every((name) => typeof this.columns[name] !== "object");
  }

  /** Quantiles month by month. */
  fan(name, probabilities) {
    const { months } = this.model;
    const rows = probabilities.map(() => new Array(months));
    for (let month = 0; month < months; month += 1) {
      const ordered = this.ordered(name, month);
      probabilities.forEach((probability, row) => { rows[row][month] = quantile(ordered, probability); });
    }
    return rows;
  }

  get summary() {
    return this.once("summary", () => {
      const { months, draws } = this.model;
      const within = (month) => (month <= months ? month : Infinity);
      const paid = (probability) => within(this.quantile("payback_month", probability));
      const { net_benefit: net, cost } = this.rows;
      const even = this.breakEven(EFFECT);
      const nothing = net.every((value) => value === 0) && this.value("net_benefit") === 0 && cost.every((value) => value === 0);
      return {
        low: this.quantile("net_benefit", 0.1), middle: this.quantile("net_benefit", 0.5), high: this.quantile("net_benefit", 0.9),
        likely: this.value("net_benefit"), chance: net.filter((value) => value > 0).length / draws,
        paybackLow: paid(0.1), payback: paid(0.5), paybackHigh: paid(0.9),
        breakEvenEffect: even.paysAnyway ? 0 : even.value, delayCost: -this.worths([["start_delay", 1]])[0], nothingHappens: nothing,
      };
    });
  }

  /** What steps of assumptions are worth: upwards, or downwards with the sign turned where upwards leaves the bounds. */
  worths(steps) {
    const signed = steps.map(([name, step]) => {
      const { likely, upper } = this.ranges[name];
      return [name, upper === null || likely + step <= upper ? step : -step];
    });
    const { net_benefit: net } = this.with(signed.map(([name, step]) => ({ [name]: this.ranges[name].likely + step })));
    return signed.map(([, step], k) => Math.sign(step) * (net[k] - this.value("net_benefit")));
  }

  /** Every assumption that is a range, at its ends; the widest swing first. */
  get tornado() {
    return this.once("tornado", () => {
      const uncertain = this.model.names.filter((name) => this.ranges[name].low !== this.ranges[name].high);
      const ends = uncertain.map((name) => {
        const { low, high, whole } = this.ranges[name];
        return whole ? [rint(low), rint(high)] : [low, high];
      });
      const { net_benefit: net } = this.with(uncertain.flatMap((name, k) => ends[k].map((end) => ({ [name]: end }))));
      const drivers = uncertain.map((name, k) => {
        const [atLow, atHigh] = [net[2 * k], net[2 * k + 1]];
        return { name, low: ends[k][0], high: ends[k][1], atLow, atHigh, swing: Math.abs(atHigh - atLow) };
      });
      return drivers.sort((one, other) => other.swing - one.swing);
    });
  }

  /** From the gross gap to what is claimed, one discount after the other. */
  get haircuts() {
    return this.once("haircuts", () => {
      const cutting = this.model.haircuts.filter(({ name, neutral }) => this.ranges[name].likely !== neutral);
      const sets = Array.from({ length: cutting.length + 1 }, (_, first) => Object.fromEntries(cutting.slice(first).map(({ name, neutral }) => [name, neutral])));
      const { benefit, cost } = this.with(sets);
      const steps = cutting.map(({ name }, k) => ({ name, before: benefit[k], after: benefit[k + 1] }));
      const [claimed, spent] = [benefit, cost].map((column) => column[cutting.length]);
      return { gross: benefit[0], steps, claimed, cost: spent, net: claimed - spent };
    });
  }

  /** What each of some assumptions must be for the net benefit to be zero, as forecast/break_even.py solves it. */
  breakEvens(names) {
    return this.once(`break even ${names}`, () => {
      const grids = names.map((name) => pointsOf(this.ranges[name]));
      const all = this.with(grids.flatMap((grid, k) => grid.map((value) => ({ [names[k]]: value })))).net_benefit;
      let from = 0;
      const outcomes = grids.map((grid) => [...all.subarray(from, (from += grid.length))]);
      const scale = outcomes.flat().reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
      const brackets = names.map((name, k) => nearest(grids[k], outcomes[k], this.ranges[name].likely));
      const curved = names.map((name, k) => brackets[k] && !this.ranges[name].whole && !isStraight(grids[k], outcomes[k], scale));
      const roots = this.solved(names, brackets.map((bracket, k) => (curved[k] ? bracket : null)), scale);
      return names.map((name, k) => {
        const bracket = brackets[k];
        if (!bracket) return nowhere(outcomes[k]);
        const moreIsBetter = bracket.atB > bracket.atA;
        let value = moreIsBetter ? bracket.b : bracket.a;
        if (!this.ranges[name].whole) value = curved[k] ? roots[k] : guess(bracket);
        return { value, paysAnyway: false, moreIsBetter, chance: this.share(name, (each) => (moreIsBetter ? each >= value : each <= value)) };
      });
    });
  }

  breakEven(name) {
    return this.breakEvens([name])[0];
  }

  /** Narrows all brackets at once: regula falsi in which an end kept twice counts half (Illinois). */
  solved(names, brackets, scale) {
    const open = new Map(brackets.flatMap((bracket, k) => (bracket ? [[k, bracket]] : [])));
    const roots = brackets.map((bracket) => (bracket ? guess(bracket) : null));
    for (let round = 0; round < ROUNDS && open.size; round += 1) {
      const asked = [...open.keys()];
      const found = this.with(asked.map((k) => ({ [names[k]]: roots[k] }))).net_benefit;
      asked.forEach((k, row) => {
        const before = open.get(k);
        const after = narrowed(before, roots[k], found[row]);
        const wide = after.b - after.a > CLOSE * Math.max(Math.abs(after.a), Math.abs(after.b));
        if (Math.abs(found[row]) <= CLOSE * scale || !wide || roots[k] === before.a || roots[k] === before.b) open.delete(k);
        else {
          open.set(k, after);
          roots[k] = guess(after);
        }
      });
    }
    return roots;
  }

  /** The share of an assumption's own draws of which something holds. */
  share(name, holds) {
    const column = this.columns[name];
    return typeof column === "number" ? Number(holds(column)) : column.filter(holds).length / column.length;
  }
}

function pointsOf({ low, likely, high, lower, upper, whole }) {
  const width = Math.max(high - low, Math.abs(likely), 1e-9);
  const lowest = lower ?? low - 10 * width;
  const highest = upper ?? high + 10 * width;
  if (whole) return Array.from({ length: Math.floor(highest) - Math.ceil(lowest) + 1 }, (_, k) => Math.ceil(lowest) + k);
  const step = (highest - lowest) / (POINTS - 1);
  const even = Array.from({ length: POINTS - 1 }, (_, k) => lowest + step * k);
  const inside = [low, likely, high].filter((value) => value >= lowest && value <= highest);
  return [...new Set([...even, highest, ...inside])].sort((one, other) => one - other);
}

function isStraight(grid, y, scale) {
  const last = grid.length - 1;
  const slope = (y[last] - y[0]) / (grid[last] - grid[0]);
  return grid.every((value, k) => Math.abs(y[k] - (y[0] + (value - grid[0]) * slope)) <= CLOSE * scale);
}

/** The neighbouring points around a change of sign, nearest to the likely value. */
function nearest(grid, y, likely) {
  let found = null;
  let least = Infinity;
  for (let k = 0; k + 1 < grid.length; k += 1) {
    if (!Number.isFinite(y[k]) || !Number.isFinite(y[k + 1]) || y[k] < 0 === y[k + 1] < 0) continue;
    const away = Math.max(grid[k] - likely, likely - grid[k + 1], 0);
    if (away < least) [least, found] = [away, { a: grid[k], b: grid[k + 1], atA: y[k], atB: y[k + 1], kept: "" }];
  }
  return found;
}

function guess({ a, b, atA, atB }) {
  const x = b - (atB * (b - a)) / (atB - atA);
  return x >= a && x <= b ? x : (a + b) / 2;
}

/** The part of a bracket with the change of sign. */
function narrowed({ a, b, atA, atB, kept }, x, y) {
  if (y < 0 === atA < 0) return { a: x, b, atA: y, atB: kept === "b" ? atB / 2 : atB, kept: "b" };
  return { a, b: x, atA: kept === "a" ? atA / 2 : atA, atB: y, kept: "a" };
}

/** What is said where the net benefit is zero at no value: whether it pays at any, and which way is better. */
function nowhere(outcomes) {
  const known = outcomes.filter(Number.isFinite);
  const paysAnyway = known.length > 0 && known.every((value) => value >= 0) && known.some((value) => value !== 0);
  return { value: null, paysAnyway, moreIsBetter: known.length > 0 && known[known.length - 1] > known[0], chance: paysAnyway ? 1 : 0 };
}
