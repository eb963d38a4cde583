// The script of a leave-behind: levers recompute the case in the page, and words, figures and charts follow.
import { Figure } from "./figure.js";
import { speak, worded } from "./language.js";
import { Axes } from "./leave_behind_axes.js";
import { Drawings } from "./leave_behind_drawings.js";
import { Model } from "./leave_behind_model.js";
import * as numbers from "./leave_behind_numbers.js";
import { Words } from "./leave_behind_words.js";
import { Levers } from "./levers.js";
import { Look } from "./look.js";
import { make } from "./markup.js";

const STEPS = ["opportunity", "idea", "evidence", "ask"];
const REST_MS = 150;
const FONTS = ["400 13px 'Ldcase Sans'", "600 13px 'Ldcase Sans'", "500 20px 'Ldcase Serif'"];

const root = document.querySelector(".leave");
const data = JSON.parse(document.getElementById("ldcase-data").textContent);
const { likely, spread } = globalThis.ldcaseGraphs;
const model = new Model(data.model, likely, spread);
const values = {};
const figures = new Map();
const visible = new Set();
const pending = new Set(); // charts that are not drawn yet as the levers stand
let resting = 0;
const given = { forecast: null, html: new Map() };
let axes = new Axes(data.axes);
let waiting = false;
let stale = false;

speak(data.speech);
numbers.useSigns(data.speech.signs);

const nodesOf = (pieces) => pieces.map((piece) => (piece.name === undefined ? piece.text : make("span", { class: `n still ${piece.tone}` }, piece.text)));

/** What the page shows of a forecast that follows: by element, what stands in it. */
function follow(forecast) {
  const words = new Words(forecast, data.about);
  for (const step of STEPS) {
    at(`[data-headline="${step}"]`, nodesOf(words.headline(step).pieces));
    at(`[data-prose="${step}"]`, words.sentences(step).flatMap(({ pieces }, k) => [k ? " " : "", ...nodesOf(pieces)]));
  }
  at("[data-judgement]", nodesOf(words.judgement()));
  showStrip(forecast);
}

function at(selector, nodes) {
  root.querySelector(selector).replaceChildren(...nodes);
}

function stripOf({ summary, model: { months: horizon } }) {
  const even = summary.breakEvenEffect;
  const share = even === null ? "" : numbers.percent(even, even > 0.95 && even < 1.05 ? 3 : 2);
  const nothing = summary.nothingHappens;
  return {
    net: numbers.moneyRange(summary.low, summary.high),
    "net-beside": worded("likely case {money}", { money: numbers.money(summary.likely) }),
    payback: nothing ? worded("nothing happens") : numbers.monthOfPayback(summary.payback, horizon),
    chance: nothing ? worded("none") : numbers.chance(summary.chance),
    even: nothing ? worded("nowhere") : even === null ? worded("no effect does") : worded("{share} of the effect", { share }),
  };
}

function showStrip(forecast) {
  for (const [name, text] of Object.entries(stripOf(forecast))) root.querySelector(`[data-strip="${name}"]`).textContent = text;
}

/** Draws the charts that can be seen; the others when they come into sight, or when the lever rests. */
function drawCharts() {
  for (const id of figures.keys()) pending.add(id);
  clearTimeout(resting);
  resting = setTimeout(() => drawn([...pending]), REST_MS);
  return drawn([...pending].filter((id) => visible.has(id)));
}

/** Draws these charts as they stand now. */
function drawn(ids) {
  const drawings = new Drawings(shown.forecast, data.about, axes);
  const moved = Object.keys(values).length > 0;
  return Promise.all(ids.map((id) => {
    pending.delete(id);
    return draw(moved ? drawings[id]() : data.charts.find((chart) => chart.id === id));
  }));
}

/** Says whose figures these are; nothing where none was moved. */
function tellWhose() {
  const moved = Object.keys(values).length;
  root.toggleAttribute("data-moved", moved > 0);
  if (!moved) return at(".yours span", []);
  const said = { n: moved, ...given.strip };
  const text = moved === 1 ? worded("These figures are yours: one lever has moved. The case said: net benefit {net}, paid back: {payback}, chance: {chance}.", said)
    : worded("These figures are yours: {n} levers have moved. The case said: net benefit {net}, paid back: {payback}, chance: {chance}.", said);
  at(".yours span", [text]);
}

/** Puts the page back as it was handed over. */
function asGiven() {
  for (const [element, nodes] of given.html) element.replaceChildren(...nodes.map((node) => node.cloneNode(true)));
  axes = new Axes(data.axes);
}

function draw(chart) {
  const figure = figures.get(chart.id);
  figure.caption(escaped(chart));
  figure.feed(chart.data, chart.signals);
  return figure.paint();
}

/** Captions are set as markup: titles of a case are text. */
function escaped(chart) {
  const plainly = (text) => make("p", {}, text ?? "").innerHTML;
  return { ...chart, title: plainly(chart.title), subtitle: plainly(chart.subtitle), description: plainly(chart.description) };
}

function update() {
  const moved = Object.keys(values).length > 0;
  const forecast = model.at(values);
  shown.forecast = forecast;
  tellWhose();
  if (moved) follow(forecast);
  else asGiven();
  shown.painting = drawCharts();
  const worths = forecast.worths(data.levers.map((lever) => [lever.name, lever.worth_step]));
  data.levers.forEach((lever, k) => {
    const { low, high } = forecast.ranges[lever.name];
    const worth = worths[k];
    const tone = worth <= -0.5 ? "gap" : worth >= 0.5 ? "benefit" : "";
    levers.update({ [lever.name]: { value: forecast.likely[lever.name], low, high, tone, changed: lever.name in values, worth: lever.worth_text.replace("{money}", numbers.signedMoney(worth)) } });
  });
  shown.updates += 1;
}

/** Follows at once, and no more than once a frame: of what comes in between, the newest counts. */
function follows() {
  stale = true;
  if (waiting) return;
  waiting = true;
  stale = false;
  requestAnimationFrame(() => {
    waiting = false;
    if (stale) follows();
  });
  update();
}

const channel = {
  lever(name, value) {
    if (value === model.ranges[name].likely) delete values[name];
    else values[name] = value;
    follows();
  },
  act(_act, name) {
    delete values[name];
    follows();
  },
  drop() {},
  isBehind: () => false,
};

const look = new Look(root, () => { for (const figure of figures.values()) figure.dress(); });
const levers = new Levers(root.querySelector(".levers"), channel);
const shown = (globalThis.ldcaseLeaveBehind = { forecast: model.at(), updates: 0, values, figures, pending, model, follows });
given.strip = Object.fromEntries([...root.querySelectorAll("[data-strip]")].map((element) => [element.dataset.strip, element.textContent]));
for (const element of root.querySelectorAll("[data-headline], [data-prose], [data-judgement], [data-strip]")) given.html.set(element, [...element.childNodes].map((node) => node.cloneNode(true)));

root.setAttribute("data-live", "");
levers.show(data.levers);
root.querySelector("[data-reset]").addEventListener("click", () => {
  for (const name of Object.keys(values)) delete values[name];
  follows();
});
/** The name of a lever shows all that stands behind it, to a finger and to the keyboard too. */
function explain(event) {
  const row = event.target.closest(".label") && levers.rows.get(event.target.closest(".lever").dataset.lever);
  if (!row || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  levers.tip.show(row);
}

for (const type of ["click", "keydown"]) root.querySelector(".levers").addEventListener(type, explain);
window.addEventListener("scroll", () => levers.tip.hide(), { passive: true });
tellWhose();
await Promise.all(FONTS.map((font) => document.fonts.load(font)));
for (const chart of data.charts) {
  const place = root.querySelector(`[data-figure="${chart.id}"]`);
  const figure = new Figure(escaped(chart), data.specs, () => look.signals());
  figure.menu.root.remove();
  place.querySelector("figure").replaceWith(figure.root);
  figures.set(chart.id, figure);
}
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const { figure: id } = target.dataset;
    if (isIntersecting) visible.add(id);
    else visible.delete(id);
    if (isIntersecting && pending.has(id)) drawn([id]);
  }
}, { rootMargin: "100px" });
for (const id of figures.keys()) sight.observe(root.querySelector(`[data-figure="${id}"]`));
const toPaper = () => { drawn([...pending]); look.forced = "light"; root.dataset.mode = "light"; for (const figure of figures.values()) figure.dressForPaper(); };
const fromPaper = () => { look.forced = null; root.dataset.mode = look.mode; for (const figure of figures.values()) figure.dressForPaper(); };
window.addEventListener("beforeprint", toPaper);
window.addEventListener("afterprint", fromPaper);
root.setAttribute("data-drawn", "");
