// Numbers as people read and write them in the box beside a lever.

const THIN_SPACE = "\u202f";
const MINUS = "\u2212";

/** The value as text: scaled, with fixed digits, groups of three from 10,000 on, prefix and suffix. */
export function written(value, { scale = 1, digits = 0, prefix = "", suffix = "" }) {
  const [whole, rest] = Math.abs(value * scale).toFixed(digits).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) : whole;
  const text = rest ? `${grouped}.${rest}` : grouped;
  const negative = value < 0 && /[1-9]/.test(text);
  return `${negative ? MINUS : ""}${prefix}${text}${suffix}`;
}

const MULTIPLES = { k: 1e3, m: 1e6, bn: 1e9 };

/** The readings a text may have, the likelier first: “1,200” is 1200 to some and 1.2 to others. */
function readings(text) {
  const bare = text.toLowerCase().replace(/[\s\u00a0\u202f'’_]/g, "").replace(/[\u2212\u2013]/g, "-");
  const match = /^[^\d.,+-]*([+-]?[\d.,]*\d[\d.,]*)(k|m|bn)?[^\d]*$/.exec(bare);
  if (!match) return [];
  const [, digits, multiple] = match;
  const factor = MULTIPLES[multiple] ?? 1;
  const number = (whole, rest = "") => Number(`${whole.replace(/[.,]/g, "")}.${rest || 0}`);
  const isGrouped = (whole) => /^[+-]?[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*)$/.test(whole);
  const separators = digits.replace(/[^.,]/g, "");
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const [whole, rest] = [digits.slice(0, last), digits.slice(last + 1)];
  let values = [];
  if (separators === "") values = [number(digits)];
  else if (separators.length === 1) values = isGrouped(digits) ? [number(digits), number(whole, rest)] : [number(whole, rest)];
  else if (isGrouped(digits)) values = [number(digits)];
  else if (isGrouped(whole) && !whole.includes(digits[last])) values = [number(whole, rest)];
  return values.filter(Number.isFinite).map((value) => value * factor);
}

/**
 * Reads what was typed, with a decimal point or comma, with or without the unit.
 * Returns `{value}` or `{complaint}`, a sentence that says what is allowed.
 */
export function read(text, { minimum, maximum, display }) {
  const scale = display.scale ?? 1;
  const values = readings(text).map((value) => value / scale);
  const tolerance = 1e-9 * Math.max(1, Math.abs(maximum), Math.abs(minimum));
  const inside = values.find((value) => value >= minimum - tolerance && value <= maximum + tolerance);
  if (inside !== undefined) return { value: Math.min(maximum, Math.max(minimum, inside)) };
  const allowed = `between ${written(minimum, display)} and ${written(maximum, display)}`;
  if (!values.length) return { complaint: `“${text.trim().slice(0, 30)}” is not a number. Type one ${allowed}.` };
  return { complaint: `${text.trim().slice(0, 30)} is outside what is possible. Type a number ${allowed}.` };
}
