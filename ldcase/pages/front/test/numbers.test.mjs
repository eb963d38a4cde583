import assert from "node:assert/strict";
import { test } from "node:test";
import { speak } from "../src/language.js";
import { read, written } from "../src/numbers.js";

const plain = { scale: 1, digits: 0, prefix: "", suffix: "" };
const percent = { scale: 100, digits: 1, prefix: "", suffix: " %" };

test("numbers are written as people read them", () => {
  assert.equal(written(0.315, percent), "31.5 %");
  assert.equal(written(12500, plain), "12,500");
  assert.equal(written(9999, plain), "9,999");
  assert.equal(written(-0.02, percent), "\u22122.0 %");
  assert.equal(written(-0.0001, percent), "0.0 %");
});

const share = { minimum: 0, maximum: 1, display: percent };
const money = { minimum: 0, maximum: 400000, display: plain };
for (const [text, lever, value] of [
  ["31.5", share, 0.315], ["31,5 %", share, 0.315], [" 31.5\u00a0% ", share, 0.315], ["+5", share, 0.05], ["100", share, 1],
  ["1,200", money, 1200], ["1.200", money, 1200], ["1,200", { ...money, maximum: 10, display: { ...plain, digits: 1 } }, 1.2],
  ["1.200,50", money, 1200.5], ["1,200.50", money, 1200.5], ["12\u202f500", money, 12500], ["12 k", money, 12000], ["0.2 M", money, 200000], ["1'000", money, 1000],
  ["\u22122", { minimum: -5, maximum: 5, display: plain }, -2],
]) test(`“${text}” is read as ${value}`, () => assert.ok(Math.abs(read(text, lever).value - value) < 1e-9));

for (const text of ["", "abc", "--", "1e9", "140", "-1", "1.2.3", "12 13 %x4"])
  test(`“${text}” is answered with a sentence that says what is allowed`, () => {
    const { value, complaint } = read(text, share);
    assert.equal(value, undefined);
    assert.match(complaint, /between 0\.0 % and 100\.0 %/);
  });

const ratio = { minimum: 0, maximum: 5000, display: { ...plain, digits: 1 } };
const SIGNS = {
  en: { decimal: ".", group: ",", sizes: [3, 3] },
  de: { decimal: ",", group: ".", sizes: [3, 3] },
  fr: { decimal: ",", group: "\u202f", sizes: [3, 3] },
  en_IN: { decimal: ".", group: ",", sizes: [3, 2] },
};
const speaking = (locale, task) => {
  speak({ language: "en", locale, signs: SIGNS[locale] });
  try { task(); } finally { speak(); }
};

test("the locale says how numbers are written", () => {
  speaking("de", () => assert.equal(written(1234.5, { ...plain, digits: 1, suffix: "\u00a0%" }), "1.234,5\u00a0%"));
  speaking("fr", () => assert.equal(written(-12500, plain), "\u221212\u202f500"));
  speaking("en_IN", () => assert.equal(written(1234567, plain), "12,34,567"));
});

for (const [text, english, german] of [
  ["30,5", 30.5, 30.5], ["30.5", 30.5, 30.5], ["1.200", 1.2, 1200], ["1,200", 1200, 1.2], ["3 months", 3, 3], ["3 Tsd.", 3000, 3000],
  ["0.003 Mio.", 3000, 3000], ["1.234,5", 1234.5, 1234.5],
])
  test(`“${text}” is read as ${english} in English, as ${german} in German`, () => {
    speaking("en", () => assert.ok(Math.abs(read(text, ratio).value - english) < 1e-9));
    speaking("de", () => assert.ok(Math.abs(read(text, ratio).value - german) < 1e-9));
  });
