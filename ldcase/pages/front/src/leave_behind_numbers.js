// Numbers as they are spoken, digit for digit as words/numbers.py writes them: what stands on paper and what follows a lever read alike.
import { worded } from "./language.js";

export const SPACE = "\u00a0";
export const MINUS = "\u2212";
let signs = null;

/** Takes how the language and the locale of the document write numbers. */
export function useSigns(given) {
  signs = given;
}

/** How many places before the decimal sign a number above 0 has, less one; and its exact digits. */
function exactly(size) {
  const [mantissa, exponent] = size.toExponential(99).split("e");
  return { digits: mantissa.replace(".", ""), power: Number(exponent) };
}

/** Whether the digits from a position on are exactly one half of the place before, and that place holds an even digit. */
function isEvenTie(digits, position) {
  if (digits[position] !== "5" || /[1-9]/.test(digits.slice(position + 1))) return false;
  return position === 0 || Number(digits[position - 1]) % 2 === 0;
}

/** A number above 0 with so many decimals; halves go to the even digit, as in Python. */
function fixed(size, decimals) {
  if (size === 0) return (0).toFixed(decimals);
  if (size >= 1e21) return BigInt(size).toString();
  const { digits, power } = exactly(size);
  const position = power + 1 + decimals;
  if (position < 0 || position > 90 || !isEvenTie(digits, position)) return size.toFixed(decimals);
  const kept = digits.slice(0, position).padStart(decimals + 1, "0");
  return decimals ? `${kept.slice(0, -decimals)}.${kept.slice(-decimals)}` : kept;
}

const powerOf = (value) => Math.floor(Math.log10(Math.abs(value)));

/** A whole number; halves go to the even one. */
export function rint(value) {
  const near = Math.round(value);
  return Math.abs(value % 1) === 0.5 && near % 2 !== 0 ? near - 1 : near;
}

/** Rounded to so many significant figures. */
export function significant(value, figures) {
  if (value === 0 || !Number.isFinite(value)) return value;
  const size = Math.abs(value);
  const places = figures - 1 - powerOf(value);
  if (places >= 0) return Math.sign(value) * (places > 100 ? size : Number(fixed(size, places)));
  const { digits, power } = exactly(size);
  const position = power + 1 + places;
  if (position < 0) return 0;
  const kept = isEvenTie(digits, position) || Number(digits[position]) < 5 ? digits.slice(0, position) : String(BigInt(`0${digits.slice(0, position)}`) + 1n);
  return Math.sign(value) * Number(`${kept || "0"}e${-places}`);
}

/** Digits with the signs of the locale: “1234.5” becomes 1,234.5 or 1.234,5. */
function grouped(text) {
  const [whole, rest] = text.split(".");
  const [last, others] = signs.sizes;
  let head = whole.slice(0, -last);
  const groups = [whole.slice(-last)];
  for (; head.length; head = head.slice(0, -others)) groups.unshift(head.slice(-others));
  return groups.join(signs.group) + (rest === undefined ? "" : signs.decimal + rest);
}

export function plain(value, figures = 3, mostDecimals = 6) {
  if (Number.isNaN(value)) return signs.unknown;
  if (!Number.isFinite(value)) return value < 0 ? `${MINUS}∞` : "∞";
  const rounded = significant(value, figures);
  const decimals = rounded === 0 ? 0 : Math.max(0, Math.min(mostDecimals, figures - 1 - powerOf(rounded)));
  let text = fixed(Math.abs(rounded), decimals);
  if (text.includes(".")) text = text.replace(/0+$/, "").replace(/\.$/, "");
  return (rounded < 0 && /[^0.]/.test(text) ? MINUS : "") + grouped(text);
}

export function money(value, figures = 2) {
  if (!Number.isFinite(value)) return plain(value);
  const rounded = significant(value, figures);
  const size = Math.abs(rounded);
  for (const [scale, name] of signs.scales) if (size >= scale) return `${plain(rounded / scale, figures)}${SPACE}${name}`;
  return size < 10 ? plain(value, figures, 2) : plain(rint(rounded), Math.max(figures, 3));
}

export function signedMoney(value, figures = 2) {
  if (Math.abs(value) < 0.5) return "±0";
  const text = money(value, figures);
  return text.startsWith(MINUS) ? text : `+${text}`;
}

export function moneyRange(low, high) {
  const [first, last] = [money(low), money(high)];
  if (first === last) return first;
  return low < 0 ? worded("{first} to {last}", { first, last }) : `${first} – ${last}`;
}

export function percent(value, figures = 3) {
  const text = plain(value * 100, figures, 2);
  return Number.isFinite(value) ? `${signs.before_percent}${text}${signs.after_percent}` : text;
}

const counted_ = (text, one, many) => (["1", `${MINUS}1`].includes(text) ? one : many).replace("{n}", text);

export function points(value, figures = 3) {
  const text = plain(value * 100, figures, 2);
  return Number.isFinite(value) ? counted_(text, signs.one_point, signs.points) : text;
}

export function spelled(text) {
  return /^\d+$/.test(text) && Number(text) <= 12 ? signs.words[Number(text)] : text;
}

export const pointsOf100 = (value) => spelled(plain(Math.abs(value) * 100, 2, 1));
export const of100 = (value) => plain(value * 100, 3, 1);
export const number = (value) => plain(value, 3);
export const ratio = (value) => plain(value, 2, 2);

export function count(value) {
  if (Math.abs(value) < 9.95 || !Number.isFinite(value)) return plain(value, 2, 1);
  return plain(rint(value), Math.abs(value) >= 99.5 ? 2 : 3, 0);
}

export function months(value) {
  const text = plain(value, 3, 1);
  return Number.isFinite(value) ? counted_(text, signs.one_month, signs.months) : text;
}

/** A chance as a frequency: 94 in 100. */
export function chance(value) {
  const hundredths = rint(value * 100);
  if (hundredths >= 100) return worded("over 99 in\u00a0100");
  return hundredths <= 0 ? worded("under 1 in\u00a0100") : worded("{n} in\u00a0100", { n: hundredths });
}

/** A chance within a sentence: 94 of 100. */
export function odds(value) {
  const hundredths = rint(value * 100);
  if (hundredths >= 100) return worded("more than 99 of 100");
  return hundredths <= 0 ? worded("fewer than 1 of 100") : worded("{n} of 100", { n: hundredths });
}

export function monthOfPayback(value, horizon) {
  if (value <= horizon) return worded("month\u00a0{n}", { n: rint(value) });
  return horizon === 1 ? worded("not in {n}\u00a0month", { n: horizon }) : worded("not in {n}\u00a0months", { n: horizon });
}

/** 1 where a number is one as it is spoken, else 2. */
export const counted = (value) => (count(value) === "1" ? 1 : 2);

/** Whether a number reads as nothing. */
export const nothing = (text) => !/[1-9∞]/.test(text) && (text.includes("0") || text === signs.words[0]);

/** Two numbers with as few significant figures as tell them apart. */
export function apart(one, other, write) {
  const close = Math.abs(one - other) < 0.1 * Math.max(Math.abs(one), Math.abs(other));
  for (let figures = close ? 3 : 2; figures < 6; figures += 1) {
    const pair = [write(one, figures), write(other, figures)];
    if (pair[0] !== pair[1]) return pair;
  }
  return [write(one, 5), write(other, 5)];
}

const FORMATS = { money, percent, points, points_of_100: pointsOf100, of_100: of100, number, count, months, ratio };

/** A value in a format of the catalogue. */
export function write(value, form) {
  if (form.startsWith("plural:")) return form.split(":")[count(value) === "1" ? 1 : 2];
  return FORMATS[form](value);
}

/** A figure's value in its own format, as an answer writes it. */
export function exact(value, form) {
  if (form === "money") return Math.abs(value) < 100 ? plain(value, 3, 2) : money(value, 3);
  return write(value, form || "number");
}

/** A number with the sign of the percent or the large unit that an axis writes. */
export const scales = () => signs.scales;
export const signsOf = () => signs;
export const isScale = (text) => signs.scales.some(([, name]) => text.endsWith(name));
