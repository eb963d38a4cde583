import assert from "node:assert/strict";
import { test } from "node:test";
import { read, written } from "../src/numbers.js";

const plain = { scale: 1, digits: 0, prefix: "", suffix: "" };
const percent = { scale: 100, digits: 1, prefix: "", suffix: " %" };

test("numbers are written as people read them", () => {
  assert.equal(written(0.315, percent), "31.5 %");
  assert.equal(written(12500, plain), "12\u202f500");
  assert.equal(written(9999, plain), "9999");
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
