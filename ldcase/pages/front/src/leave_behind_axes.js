// Axes that stay put, as charts/axes.py keeps them: a domain changes only when the data leave it or would rattle in it.
import { SPACE, scales, signsOf } from "./leave_behind_numbers.js";

const STEPS = [1, 2, 2.5, 5, 10];

/** The round step that parts an interval into at most so many pieces. */
export function stepOf(low, high, most = 5) {
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  const factor = STEPS.find((each) => (high - low) / (each * power) <= most);
  return (factor ?? 10) * power;
}

function nice(low, high, most = 7) {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  let [first, last] = [low, high];
  if (last <= first) [first, last] = [first - (Math.abs(first) || 1) * 0.1, last + (Math.abs(last) || 1) * 0.1];
  const step = stepOf(first, last, most);
  return [Math.floor(first / step + 1e-9) * step, Math.ceil(last / step - 1e-9) * step];
}

/** Round values within a domain. */
export function ticks([low, high], most = 5) {
  const step = stepOf(low, high, most);
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

function written(scale, step, before = "", after = "") {
  let digits = step > 0 ? Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) : 0;
  const near = Number(step.toFixed(digits));
  if (Math.abs(near - step) > 1e-6 * Math.max(step, near)) digits += 1;
  const { decimal, group } = signsOf();
  return { value_scale: scale, value_prefix: before, value_suffix: after, value_digits: digits, value_decimal: decimal, value_group: group };
}

/** How an axis of money writes its values. */
export function moneyValues([low, high]) {
  const most = Math.max(Math.abs(low), Math.abs(high));
  const [scale, name] = scales().find(([each]) => most >= each) ?? [1, ""];
  return written(1 / scale, stepOf(low, high) / scale, "", name ? `${SPACE}${name}` : "");
}

/** How an axis writes values of a format of the catalogue. */
export function valuesOf(form, domain) {
  if (form === "money") return moneyValues(domain);
  if (form !== "percent" && form !== "points") return written(1, stepOf(...domain));
  return written(100, stepOf(...domain) * 100, signsOf().before_percent, signsOf().after_percent);
}

export class Axes {
  /** `domains` and `orders` are those that the document was drawn with. */
  constructor({ domains, orders }) {
    this.domains = { ...domains };
    this.orders = Object.fromEntries(Object.entries(orders).map(([key, names]) => [key, [...names]]));
  }

  fit(key, low, high) {
    const before = this.domains[key];
    if (before && before[0] <= low && high <= before[1] && high - low >= (before[1] - before[0]) / 3) return before;
    const margin = 0.05 * (high - low);
    const fresh = nice(low >= 0 && low <= margin ? low : low - margin, high >= -margin && high <= 0 ? high : high + margin);
    this.domains[key] = fresh;
    return fresh;
  }

  keep(key, names) {
    const before = (this.orders[key] ??= []);
    before.push(...names.filter((name) => !before.includes(name)));
    return before.filter((name) => names.includes(name));
  }
}
