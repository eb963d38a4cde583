// A stand-in for the kernel with invented sample figures: answers levers, questions and acts as Python would.

const STEPS = [["opportunity", "Opportunity"], ["idea", "Idea"], ["evidence", "Evidence"], ["ask", "Ask"]].map(([id, label], index) => ({ id, label, number: index + 1 }));
const k = (value) => `${value < 0 ? "\u2212" : ""}${Math.round(Math.abs(value) / 1000)}\u00a0k`;
const share = { scale: 100, digits: 1, suffix: " %", prefix: "" };

const lever = (name, label, grade, source, owner, value, [minimum, low, high, maximum], step, display, worth) =>
  ({ name, label, grade, source, owner, value, base: value, minimum, low, high, maximum, step, display, worth, changed: false, ask: name });
const LEVERS = [
  lever("best", "Win rate of the best", "measured here", "CRM export, Q2", "Sales operations", 0.3, [0.2, 0.28, 0.33, 0.4], 0.005, share, "each point: 41 k"),
  lever("skill", "Share that is skill", "opinion", "workshop 12 May · 6 people", "", 0.5, [0.1, 0.35, 0.62, 0.9], 0.01, { ...share, digits: 0 }, "each 10 points: 86 k"),
  lever("offers", "Offers a person, a month", "measured here", "CRM export, Q2", "Sales operations", 4, [2, 3.4, 4.6, 6], 0.1, { scale: 1, digits: 1, suffix: "", prefix: "" }, "each 0.1: 14 k"),
  lever("margin", "Margin on a deal", "measured here", "Finance, plan 2027", "", 12500, [6000, 11000, 14000, 20000], 100, { scale: 1, digits: 0, suffix: "", prefix: "" }, "each 100: 2 k"),
  lever("fade", "Skill that fades in a year", "published", "Meta-analysis of 89 studies", "", 0.18, [0, 0.08, 0.3, 0.6], 0.01, { ...share, digits: 0 }, "each point: 3 k"),
  lever("cost", "Cost of the programme", "opinion", "Two offers, March", "Learning and development", 190000, [80000, 160000, 240000, 400000], 1000, { scale: 0.001, digits: 0, suffix: " k", prefix: "" }, "each 10 k: 10 k"),
];

const wave = (month, height) => height * Math.sin(month * 2.1) + height * 0.6 * Math.sin(month * 5.3);

function figures(at) {
  const price = Math.round((34 * at.offers * (at.best - 0.2) * at.margin) / 1.2);
  const monthly = 34 * at.offers * (at.best - 0.2) * at.margin * at.skill * 0.6;
  const months = Array.from({ length: 25 }, (_, month) => month);
  const net = (factor) => months.map((month) => {
    const grown = Math.max(0, month - 3);
    return -at.cost * Math.min(1, 0.4 + month / 8) + factor * monthly * grown * (1 - (at.fade * grown) / 60);
  });
  const bands = { p10: net(0.45), p25: net(0.7), p50: net(1), p75: net(1.3), p90: net(1.65) };
  return { price, bands, months, likely: bands.p50.at(-1), low: bands.p10.at(-1), high: bands.p90.at(-1), payback: bands.p50.findIndex((value, month) => month > 3 && value >= 0) };
}

/** The table of the gap's chart, as Python writes it: what is read, and behind it the number that is copied. */
function gapTable(at) {
  const { label, team, best } = gapData(at, 0).gap;
  const cell = (share) => `<td class="number" data-value="${100 * share}">${(100 * share).toFixed(1)} %</td>`;
  const rows = label.map((month, index) => `<tr><td>${month}</td>${cell(team[index])}${cell(best[index])}</tr>`);
  return `<table><thead><tr><th scope="col">month</th><th scope="col">now</th><th scope="col">best</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function gapData(at, price) {
  const labels = "JFMAMJJASOND".split("");
  const month = labels.map((_, index) => index);
  const team = month.map((index) => 0.2 + wave(index, 0.006) * (index < 11));
  const best = month.map((index) => at.best + wave(index + 3, 0.006) * (index < 11));
  return {
    gap: { month, label: labels, team, best },
    gap_ends: { month: [11, 11], value: [best[11], team[11]], other: [team[11], best[11]], label: [`best third ${Math.round(at.best * 100)} %`, "the team 20 %"], note: ["11 of 34 people", "34 people"], tone: ["benefit", "gap"] },
    gap_price: { month: [5.5], upper: [best[5]], lower: [team[5]], label: [`the gap: ${k(price)} a month`] },
  };
}

function fanData({ bands, months, payback, low, likely, high }) {
  return {
    fan: { month: months, label: months.map(String), ...bands },
    fan_ends: { month: [24, 24, 24], value: [high, likely, low], shift: [0, 0, 0], label: [`1 in 10 above ${k(high)}`, `likely ${k(likely)}`, `1 in 10 below ${k(low)}`], short: [k(high), k(likely), k(low)], tone: ["reference", "ink", "reference"], weight: [400, 600, 400] },
    fan_payback: payback > 0 ? { month: [payback], label: [`paid back in month ${payback}`] } : { month: [], label: [] },
  };
}

function causesData(at) {
  const parts = [["able", at.skill, "benefit"], ["willing", 0.3 * (1 - at.skill), "uncertain"], ["allowed", 0.5 * (1 - at.skill), "reference"], ["empowered", 0.2 * (1 - at.skill), "edge"]];
  const ends = parts.map((_, index) => parts.slice(0, index + 1).reduce((sum, part) => sum + part[1], 0));
  return { causes: { order: [0, 1, 2, 3], start: [0, ...ends.slice(0, 3)], end: ends, label: parts.map(([name, part]) => `${name} ${Math.round(part * 100)} %`), note: ["training can claim this", "", "", ""], tone: parts.map((part) => part[2]) } };
}

const bell = (count) => Array.from({ length: count }, (_, index) => { const p = (index + 0.5) / count; return 1.7 * Math.log(p / (1 - p)) / 1.7; });

function dotsData(middle, spread, low, high, bins, tone) {
  const width = (high - low) / bins;
  const heights = {};
  const rows = bell(50).map((z) => { const at = Math.min(bins - 1, Math.max(0, Math.floor((middle + spread * z - low) / width))); heights[at] = (heights[at] ?? 0) + 1; return [low + (at + 0.5) * width, heights[at]]; });
  return { value: rows.map((row) => row[0]), level: rows.map((row) => row[1]), tone: rows.map((row) => tone(row[0])) };
}

function rolloutData() {
  const month = Array.from({ length: 24 }, (_, index) => index + 1);
  const trained = month.map((at) => (at < 3 ? 0 : at < 7 ? 12 : at < 11 ? 24 : 34));
  const applying = month.map((at) => Math.max(0, 26 * (1 - Math.exp(-(at - 2) / 6)) - Math.max(0, at - 16) * 0.4));
  return { rollout: { month, label: month.map(String), applying, trained }, rollout_ends: { month: [24, 24], value: [34, applying[23]], other: [applying[23], 34], label: ["34 trained", `${Math.round(applying[23])} apply it`], tone: ["reference", "benefit"] } };
}

function waterfallData(at, now) {
  const steps = [["Not a question of skill", 1 - at.skill], ["Part of the gap that closes", 0.4], ["People who apply it at work", 0.3], ["Also explained by the new price list", 0.15], ["Confidence in the estimate", 0.1], ["Freed hours that become output", 0.05]];
  const rows = [["The whole gap over 24 months", 0, now.price * 24, "gap", 600]];
  let level = now.price * 24;
  for (const [label, cut] of steps) { rows.push([label, level, level * (1 - cut), "uncertain", 450]); level *= 1 - cut; }
  rows.push(["What the programme claims", 0, level, "benefit", 600], ["Cost of the programme", level, level - at.cost, "gap", 450], ["Net benefit", 0, level - at.cost, level > at.cost ? "benefit" : "gap", 600]);
  return { waterfall: { order: rows.map((_, index) => index), label: rows.map((row) => row[0]), start: rows.map((row) => row[1]), end: rows.map((row) => row[2]), text: rows.map((row) => (row[4] > 500 ? k(row[2]) : k(row[2] - row[1]))), tone: rows.map((row) => row[3]), weight: rows.map((row) => row[4]) } };
}

const COSTS = [["Learners’ time away from work", 0.44], ["Delivery and trainers", 0.21], ["Design of the programme", 0.15], ["Managers’ time for coaching", 0.09], ["Tools and licences", 0.06], ["Evaluation", 0.05]];

export class DemoModel {
  constructor(step) {
    this.at = Object.fromEntries(LEVERS.map((each) => [each.name, each.value]));
    this.listeners = {};
    this.values = { theme: new URLSearchParams(location.search).get("theme") ?? "auto", view: {}, speech: { language: "en", locale: "en", texts: {}, languages: { en: "English" }, locales: {} } };
    this.sent = [];
    this.values.view = this.view(step);
  }

  get(name) { return this.values[name]; }
  set(name, value) { this.values[name] = value; this.emit(`change:${name}`); }
  save_changes() {}
  on(event, listener) { (this.listeners[event] ??= []).push(listener); }
  off(event, listener) { this.listeners[event] = (this.listeners[event] ?? []).filter((each) => each !== listener); }
  emit(event, ...rest) { for (const listener of this.listeners[event] ?? []) listener(...rest); }

  send(message) {
    this.sent.push(message);
    if (message.type === "lever") { this.at[message.name] = message.value; setTimeout(() => this.emit("msg:custom", this.update(message)), 5); }
    if (message.type === "ask") this.emit("msg:custom", { type: "update", serial: null, html: { drawer: this.answer(message.name) } });
    if (message.type === "act" && message.act === "step") this.set("view", this.view(message.value));
    if (message.type === "act" && message.act === "reset") { this.at[message.value] = LEVERS.find((each) => each.name === message.value).base; this.emit("msg:custom", this.update({ name: message.value, serial: null })); }
  }

  slots(now) {
    const figure = (ask, label, big, small = "", tone = "") => `<div><button type="button" data-ask="${ask}"><small>${label}</small><strong class="${tone}">${big}</strong> <em>${small}</em></button></div>`;
    const changed = LEVERS.filter((each) => this.at[each.name] !== each.base).length;
    const n = (ask, text, tone = "") => `<button type="button" class="n ${tone}" data-ask="${ask}">${text}</button>`;
    return {
      bottom_line: figure("net", "Net benefit over 24 months", `${k(now.low)} – ${k(now.high)}`, `likely ${k(now.likely)}`) + figure("payback", "Paid back", now.payback > 0 ? `month ${now.payback}` : "not in 24 months", "7–15")
        + figure("chance", "Chance it pays back", "94 in 100") + figure("even", "Breaks even at", "38 %", "of the effect") + figure("since", "Since 14:02", `+${k(now.likely - 540000)}`, `${changed} changes`, "benefit"),
      prose: `<p>The team wins ${n("team", "20 of 100", "gap")} offers; its best third wins ${n("best", Math.round(this.at.best * 100), "benefit")}. That gap costs ${n("gap_cost", `${k(now.price)} a month`, "gap")}. About ${n("skill", "half of it")} is skill; the rest needs other remedies, named in step 4. It serves ${n("priority", "Grow mid-market revenue")}, owned by the Chief Revenue Officer.</p>`,
      foot: `<button type="button" data-act="cases">◁ Cases</button><span>${changed} changes</span><button type="button" data-act="undo">undo</button><button type="button" data-act="redo">redo</button><button type="button" data-act="base">back to base</button><button type="button" class="next" data-act="step" data-value="idea">Idea: “So I’d like us to try…” ▷</button>`,
    };
  }

  charts(step, now) {
    const money = { value_scale: 0.001, value_suffix: " k", value_digits: 0 };
    const gap = { id: "gap", spec: "gap", title: "The best third wins ten more of every hundred offers, month after month", subtitle: "Share of offers won, last twelve months",
      description: "The best third wins about 30 of 100 offers each month, the team about 20.", place: "hero", data: gapData(this.at, now.price), table: gapTable(this.at),
      signals: { y_domain: [0.15, 0.4], y_ticks: [0.15, 0.2, 0.25, 0.3, 0.35, 0.4], value_scale: 100, value_suffix: " %", value_digits: 0 } };
    const fan = { id: "fan", spec: "fan", title: `Paid back in month ${now.payback}, and most of the range lies above zero`, subtitle: "Cumulative net benefit, in money", description: "The fan.", place: "second", data: fanData(now),
      signals: { y_domain: [-400000, 1600000], y_ticks: [0, 400000, 800000, 1200000, 1600000], ...money } };
    const causes = { id: "causes", spec: "causes", title: "Half of the gap is skill", subtitle: "", description: "Able 50 %.", place: "second", data: causesData(this.at), signals: {} };
    const price = { id: "price", spec: "dots", title: `A month of it costs ${k(now.price * 0.6)}–${k(now.price * 1.5)}`, subtitle: "50 equally likely cases", description: "Dots.", place: "third", data: { dots: dotsData(now.price, now.price * 0.16, 0, 400000, 32, () => "gap") },
      signals: { x_domain: [0, 400000], x_ticks: [0, 100000, 200000, 300000, 400000], bins: 32, levels: 7, ...money } };
    const chance = { id: "chance", spec: "dots", title: "94 of 100 dots are right of zero: it pays back", subtitle: "Net benefit over 24 months, 50 equally likely cases", description: "Dots.", place: "third", data: { dots: dotsData(now.likely, 260000, -400000, 2000000, 32, (value) => (value < 0 ? "gap" : "benefit")) },
      signals: { x_domain: [-400000, 2000000], x_ticks: [-400000, 0, 400000, 800000, 1200000, 1600000, 2000000], bins: 32, levels: 8, zero: 0, zero_label: "pays back →", ...money } };
    const costs = { id: "costs", spec: "costs", title: "Nearly half of the cost is people’s time", subtitle: "Fully loaded cost, in money", description: "Costs.", place: "second", data: { costs: { order: COSTS.map((_, index) => index), label: COSTS.map((row) => row[0]), value: COSTS.map((row) => row[1] * this.at.cost), text: COSTS.map((row) => k(row[1] * this.at.cost)) } }, signals: { x_domain: [0, 200000] } };
    const rollout = { id: "rollout", spec: "rollout", title: "Three cohorts; at the end two in three still apply it", subtitle: "People", description: "Rollout.", place: "third", data: rolloutData(), signals: { y_domain: [0, 40], y_ticks: [0, 10, 20, 30, 40] } };
    const waterfall = { id: "waterfall", spec: "waterfall", title: "We claim a sixth of the gap, and say why not more", subtitle: "Over 24 months, in money", description: "Haircuts.", place: "hero", data: waterfallData(this.at, now), signals: { x_domain: [-200000, 4000000] } };
    const spread = LEVERS.map((each, index) => [each.label, now.likely - 420000 / (index + 1), now.likely + (360000 / (index + 1)) * (index % 2 ? 1 : 0.8), each]);
    const tornado = { id: "tornado", spec: "tornado", title: "The share that is skill matters most", subtitle: "Net benefit with each assumption at its low and high end", description: "Tornado.", place: "second", data: { tornado: { order: spread.map((_, index) => index), label: spread.map((row) => row[0]), low: spread.map((row, index) => (index > 3 ? row[2] : row[1])), high: spread.map((row, index) => (index > 3 ? row[1] : row[2])), low_text: spread.map((row) => String(row[3].low)), high_text: spread.map((row) => String(row[3].high)) } },
      signals: { likely: now.likely, x_domain: [now.likely - 450000, now.likely + 450000], x_ticks: [400000, 600000, 800000, 1000000, 1200000], ...money } };
    const must = { id: "must_be_true", spec: "must_be_true", title: "It pays back even if only 38 % of the effect arrives", subtitle: "Each assumption alone, all others likely", description: "Must.", place: "third", data: { must_be_true: { order: [0, 1, 2, 3], label: LEVERS.slice(0, 4).map((each) => each.label), low_at: [0.4, 0.35, 0.5, 0.3], likely_at: [0.6, 0.55, 0.7, 0.4], high_at: [0.85, 0.8, 0.88, 0.6], break_even_at: [0.15, 0.45, 0.1, null], text: ["at least 24 %", "at least 41 %", "at least 1.9", "any value"], note: ["expected 28–33 %", "expected 35–62 %", "expected 3.4–4.6", "expected 11–14 k"], tone: ["benefit", "gap", "benefit", "benefit"] } }, signals: {} };
    const layouts = {
      opportunity: [gap, causes, price], idea: [{ ...fan, place: "hero" }, costs, rollout],
      evidence: [waterfall, tornado, must], ask: [{ ...fan, place: "hero" }, { ...chance, place: "second" }, { ...must, place: "third" }, { ...tornado, place: "fourth" }],
    };
    return layouts[step] ?? layouts.opportunity;
  }

  view(step) {
    const now = figures(this.at);
    return {
      case: { id: "sample", title: "Closing the sale (sample)" }, steps: STEPS, step, layout: step === "ask" ? "four" : "hero-two",
      slots: { headline: "“I see an opportunity to win sixty more deals a year.”", below: "", drawer: "", notice: "", ...this.slots(now) },
      levers: LEVERS.slice(0, step === "opportunity" ? 4 : 6).map((each) => ({ ...each, value: this.at[each.name], changed: this.at[each.name] !== each.base })),
      charts: this.charts(step, now),
    };
  }

  update({ name, serial }) {
    const now = figures(this.at);
    const data = Object.assign({}, ...this.charts(this.values.view.step, now).flatMap((chart) => Object.entries(chart.data).map(([dataset, columns]) => ({ [`${chart.id}.${dataset}`]: columns }))));
    const base = LEVERS.find((each) => each.name === name).base;
    return { type: "update", serial, html: this.slots(now), levers: { [name]: { value: this.at[name], changed: this.at[name] !== base } }, data, figures: { gap: { table: gapTable(this.at) } } };
  }

  answer(name) {
    return `<h2>What the gap costs</h2><p class="value">140 k a month <em>in 8 of 10 cases 80–210 k</em></p><p class="help">What the organisation forgoes each month because not everybody sells as the best third does.</p>
      <div class="formula">people × offers a person × the gap in win rate × margin on a deal</div><table><thead><tr><th>What</th><th class="number">Now</th><th>From</th></tr></thead><tbody>
      ${LEVERS.map((each) => `<tr><td><button type="button" class="n" data-ask="${each.name}">${each.label}</button></td><td class="number">${this.at[each.name]}</td><td><span class="grade" data-grade="${each.grade}">${each.grade}</span></td></tr>`).join("")}</tbody></table><p class="soft"><code>${name}</code></p>`;
  }
}
