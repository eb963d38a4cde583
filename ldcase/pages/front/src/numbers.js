// Numbers as people read and write them in the box beside a lever, in the locale Python speaks.
import { speech, worded } from "./language.js";

const MINUS = "\u2212";

/** Digits in groups; the last group of a locale may be longer than the others. A browser's own way takes it long to load. */
function grouped(digits) {
  const { group, sizes: [last, others] } = speech().signs;
  const groups = [digits.slice(-last)];
  for (let rest = digits.slice(0, -last); rest; rest = rest.slice(0, -others)) groups.unshift(rest.slice(-others));
  return groups.join(group);
}

/** The value as text: scaled, with fixed digits, in groups, with prefix and suffix. */
export function written(value, { scale = 1, digits = 0, prefix = "", suffix = "" }) {
  const [whole, rest] = Math.abs(value * scale).toFixed(digits).split(".");
  const text = rest ? `${grouped(whole)}${speech().signs.decimal}${rest}` : grouped(whole);
  const negative = value < 0 && /[1-9]/.test(text);
  return `${negative ? MINUS : ""}${prefix}${text}${suffix}`;
}

const MULTIPLES = { k: 1e3, tsd: 1e3, m: 1e6, mio: 1e6, bn: 1e9, mrd: 1e9, tn: 1e12, bio: 1e12 };
const NUMBER = /^[^\d.,+-]*([+-]?[\d.,\s'’_]*\d[\d.,\s'’_]*)(?:([kK]|[tT][sS][dD]|[mM][iI][oO]|[mM]|[bB][nN]|[mM][rR][dD]|[tT][nN]|[bB][iI][oO])(?![a-z]))?[^\d]*$/;

/**
 * The readings a text may have, the likelier first: “1,200” is 1200 to some and 1.2 to others. The locale decides, but
 * where no decimals are shown three digits are a group.
 */
function readings(text, decimals) {
  const match = NUMBER.exec(text.trim().slice(0, 60).replace(/[\u2212\u2013]/g, "-"));
  if (!match) return [];
  const digits = match[1].replace(/[\s'’_]/g, "");
  const factor = MULTIPLES[match[2]?.toLowerCase()] ?? 1;
  const number = (whole, rest = "") => Number(`${whole.replace(/[.,]/g, "")}.${rest || 0}`);
  const isGrouped = (whole) => /^[+-]?[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*)$/.test(whole);
  const separators = digits.replace(/[^.,]/g, "");
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const [whole, rest] = [digits.slice(0, last), digits.slice(last + 1)];
  let values = [];
  if (separators === "") values = [number(digits)];
  else if (separators.length === 1) {
    values = isGrouped(digits) ? [number(digits), number(whole, rest)] : [number(whole, rest)];
    if (decimals && separators === speech().signs.decimal) values.reverse();
  } else if (isGrouped(digits)) values = [number(digits)];
  else if (isGrouped(whole) && !whole.includes(digits[last])) values = [number(whole, rest)];
  return values.filter(Number.isFinite).map((value) => value * factor);
}

/** What a lever may be, in words. */
function allowed(least, most) {
  if (least === null && most === null) return worded("Type a number.");
  if (most === null) return worded("Type a number, {least} or more.", { least });
  return least === null ? worded("Type a number, {most} or less.", { most }) : worded("Type a number between {least} and {most}.", { least, most });
}

/**
 * Reads what was typed, with a decimal point or comma, with or without the unit. Of several readings one on the scale
 * of the slider counts first; else whatever the bounds allow, which are those of the scale where none are given.
 * Returns `{value}` or `{complaint}`, a sentence that says what is allowed.
 */
export function read(text, { minimum, maximum, display, bounds = [minimum, maximum], whole = false }) {
  const values = readings(text, display.digits).map((value) => value / (display.scale ?? 1));
  const between = (lower, upper) => {
    const [least, most] = [lower ?? -Infinity, upper ?? Infinity];
    const tolerance = 1e-9 * Math.max(1, ...[least, most].filter(Number.isFinite).map(Math.abs));
    const found = values.find((value) => value >= least - tolerance && value <= most + tolerance);
    return found === undefined ? undefined : Math.min(most, Math.max(least, found));
  };
  const value = between(minimum, maximum) ?? between(...bounds);
  const said = text.trim().slice(0, 30);
  if (value !== undefined && whole && !Number.isInteger(value))
    return { complaint: worded("{text}: only whole numbers make sense here. Type one, such as {n}.", { text: said, n: written(Math.round(value), display) }) };
  if (value !== undefined) return { value };
  const may = allowed(...bounds.map((bound) => (bound === null ? null : written(bound, display))));
  if (!values.length) return { complaint: worded("“{text}” is not a number. {may}", { text: said, may }) };
  return { complaint: worded("{text} is outside what is possible. {may}", { text: said, may }) };
}
