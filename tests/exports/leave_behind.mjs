// Runs the page's own forecast and words outside of a browser: node leave_behind.mjs FOLDER, which holds told.json and the two graphs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { speak } from "../../ldcase/pages/front/src/language.js";
import * as numbers from "../../ldcase/pages/front/src/leave_behind_numbers.js";
import { Axes } from "../../ldcase/pages/front/src/leave_behind_axes.js";
import { Drawings } from "../../ldcase/pages/front/src/leave_behind_drawings.js";
import { Model } from "../../ldcase/pages/front/src/leave_behind_model.js";
import { Words } from "../../ldcase/pages/front/src/leave_behind_words.js";

const folder = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const graph = (name) => import(pathToFileURL(join(folder, name)));
const told = read("told.json");
speak(told.speech);
numbers.useSigns(told.speech.signs);

const WRITERS = {
  money: (value) => numbers.money(value), money3: (value) => numbers.money(value, 3), signed: (value) => numbers.signedMoney(value),
  percent: (value) => numbers.percent(value), percent2: (value) => numbers.percent(value, 2), points: (value) => numbers.points(value),
  points_of_100: numbers.pointsOf100, of_100: numbers.of100, number: numbers.number, count: numbers.count, months: numbers.months, ratio: numbers.ratio,
  chance: numbers.chance, odds: numbers.odds, plain6: (value) => numbers.plain(value, 6), range: (value) => numbers.moneyRange(value, Math.abs(value) * 1.7),
};
const written = (told.values ?? []).map((value) => Object.fromEntries(Object.entries(WRITERS).map(([name, write]) => [name, write(value)])));

const moves = [];
if (told.model) {
  const model = new Model(told.model, (await graph("likely.mjs")).evaluate, (await graph("spread.mjs")).evaluateColumns);
  for (const values of told.moves) {
    const forecast = model.at(values);
    const words = new Words(forecast, told.said);
    const drawings = new Drawings(forecast, told.said, new Axes(told.axes));
    moves.push({
      likely: Object.fromEntries(told.names.map((name) => [name, forecast.value(name)])),
      quantiles: Object.fromEntries(["net_benefit", "payback_month", "cost"].map((name) => [name, [0.1, 0.25, 0.5, 0.75, 0.9].map((p) => forecast.quantile(name, p))])),
      fan: forecast.fan("cumulative_net", [0.1, 0.5, 0.9]),
      summary: forecast.summary,
      drawings: Object.fromEntries(told.follows.map((spec) => [spec, drawings[spec]()])),
      text: Object.fromEntries(["opportunity", "idea", "evidence", "ask"].map((step) => [step, words.text(step)])),
    });
  }
}
process.stdout.write(JSON.stringify({ written, moves }, (_, value) => (value === Infinity ? "inf" : value)));
