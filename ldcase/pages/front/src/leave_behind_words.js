// The narrative that follows the levers: the same branches and texts as words/pitch.py, verdict.py and turned.py; a test compares them.
import { worded } from "./language.js";
import * as numbers from "./leave_behind_numbers.js";
import { ended, figure, filled, joined, placed, said, textOf } from "./leave_behind_sentences.js";

const EFFECT = "effect_achieved";
const TRAINABLE = 0.25;
const toneOf = (value) => (value < 0 ? "gap" : "benefit");

export class Words {
  /** `said` is what the document says of itself: its texts by step, its metrics, causes and titles. */
  constructor(forecast, about) {
    this.forecast = forecast;
    this.about = about;
    this.horizon = forecast.model.months;
  }

  money(name, tone = "plain") {
    return figure(name, numbers.money(this.forecast.value(name)), tone);
  }

  get isTurned() {
    return this.forecast.value("able_share") < TRAINABLE;
  }

  get turns() {
    return this.isTurned && this.forecast.value("gap_cost") > 0;
  }

  /** Figures by a name of their own, as words/live.py has them. */
  live(name) {
    const { forecast, horizon, about } = this;
    const { summary } = forecast;
    const applying = forecast.median.applying;
    const cuts = name === "before_haircuts" || name === "claimed_share" ? forecast.haircuts : null;
    const found = {
      horizon: () => figure("", numbers.months(horizon)),
      after_horizon: () => figure("", about.words.after_horizon),
      chance: () => figure("net_benefit", numbers.odds(summary.chance)),
      payback: () => figure("payback_month", numbers.monthOfPayback(summary.payback, horizon)),
      net_low: () => figure("net_benefit", numbers.money(summary.low), toneOf(summary.low)),
      net_high: () => figure("net_benefit", numbers.money(summary.high), toneOf(summary.high)),
      delay_cost: () => figure("start_delay", numbers.money(summary.delayCost), "gap"),
      cohorts: () => figure("", about.words.cohorts),
      applying_most: () => figure("applying", numbers.count(Math.max(...applying)), "benefit"),
      applying_end: () => figure("applying", numbers.count(applying[applying.length - 1]), "benefit"),
      before_haircuts: () => figure("", numbers.money(cuts.gross), "gap"),
      claimed_share: () => figure("", numbers.percent(cuts.gross > 0 ? cuts.claimed / cuts.gross : 0, 2)),
    };
    return found[name]();
  }

  fill(pieces) {
    return filled(pieces, this.forecast, (name) => this.live(name));
  }

  get verdict() {
    const { chance, nothingHappens } = this.forecast.summary;
    if (this.isTurned) return "not training";
    if (nothingHappens) return "nothing happens";
    if (chance >= 0.85) return "pays";
    return chance >= 0.65 ? "likely" : chance >= 0.35 ? "coin toss" : "does not pay";
  }

  /** What the numbers say, in an honest sentence. */
  judgement() {
    const { verdict } = this;
    const { chance } = this.forecast.summary;
    if (verdict === "not training") {
      const also = chance >= 0.5 ? [this.allTheSame()] : [];
      return joined(this.notTheAnswer(), ...also, said("See what else stands in the way before buying a course."));
    }
    if (verdict === "nothing happens") {
      const within = this.about.words.within_horizon;
      return said("{within} nothing happens: nothing is spent, nothing is gained, and there is nothing to pay back.", { within: within[0].toUpperCase() + within.slice(1) });
    }
    const odds = figure("net_benefit", numbers.odds(chance));
    let sentence;
    if (this.forecast.certain) sentence = chance ? said("Every figure in it is fixed; on these figures it pays back.") : said("Every figure in it is fixed; on these figures it does not pay back.");
    else if (verdict === "pays") sentence = said("It pays back in {odds} cases.", { odds });
    else if (verdict === "likely") sentence = said("It pays back in {odds} cases: more likely than not, but not safe.", { odds });
    else if (verdict === "coin toss") sentence = said("As it stands this is a coin toss: it pays back in {odds} cases.", { odds });
    else sentence = said("As it stands this does not pay: it pays back in {odds} cases.", { odds });
    return joined(sentence, this.needs());
  }

  /** What must be true, before what it brings. */
  needs() {
    const { forecast, about } = this;
    const share = forecast.summary.breakEvenEffect;
    if (share === 0) return said("It pays back even without any effect.");
    if (forecast.value("gap_cost") <= 0) return said("There is no gap to close.");
    if (forecast.value("benefit") <= 0) return said("It assumes no effect, so nothing earns back what it costs.");
    if (share === null) return said("Not even three times the assumed effect would earn back what it costs.");
    const achieved = forecast.value(EFFECT);
    if (about.metrics.length === 1) {
      const { effect, effect_format: form } = about.metrics[0];
      const write = { points: numbers.points, percent: numbers.percent, money: numbers.money }[form] ?? numbers.plain;
      const value = forecast.value(effect);
      return this.compared(effect, value * share, value * achieved, write, false);
    }
    if (share < 0.995 && achieved === 1) return said("It breaks even at {share} of the effect it assumes.", { share: figure(EFFECT, numbers.percent(share, 2)) });
    return this.compared(EFFECT, share, achieved, numbers.percent, true);
  }

  compared(name, needed, assumed, write, ofAll) {
    const [least, given] = numbers.apart(needed, assumed, write);
    let first = figure(name, least);
    const second = figure(name, given, "benefit");
    const none = figure(name, worded("no effect"));
    if (numbers.nothing(least)) return said("It breaks even at almost {none}.", { none });
    if (least === given) return ofAll ? said("It needs all of the {assumed} effect it assumes.", { assumed: second }) : said("It needs all of the {assumed} it assumes.", { assumed: second });
    if (needed > assumed) {
      const parts = { needed: first, assumed: second };
      return ofAll ? said("To break even it would need {needed} effect; it assumes {assumed}.", parts) : said("To break even it would need {needed}; it assumes {assumed}.", parts);
    }
    const unit = (text) => text.split(numbers.SPACE).slice(1).join(numbers.SPACE);
    if (unit(least) === unit(given)) first = figure(name, least.split(numbers.SPACE)[0]);
    const parts = { needed: first, assumed: second };
    return ofAll ? said("It breaks even at {needed} of the {assumed} effect it assumes.", parts) : said("It breaks even at {needed} of the {assumed} it assumes.", parts);
  }

  able() {
    const able = this.forecast.value("able_share");
    let text = numbers.percent(able, 2);
    if (numbers.nothing(text)) text = this.about.words.none_share;
    else if (able < TRAINABLE) text = worded("only {share}", { share: text });
    return figure("able_share", text, "benefit");
  }

  notTheAnswer() {
    return said("Training is not the answer here: {share} of the gap is a matter of being able.", { share: this.able() });
  }

  allTheSame() {
    return said("It may pay back all the same, in {odds} cases.", { odds: figure("net_benefit", numbers.odds(this.forecast.summary.chance)) });
  }

  /** The causes that training does not close, the largest first; what able leaves is divided as the case divides it. */
  get others() {
    const rest = 1 - this.forecast.value("able_share");
    return this.about.causes.map((cause) => ({ ...cause, share: (rest * cause.part) / cause.whole })).filter((cause) => cause.share > 0).sort((one, other) => other.share - one.share);
  }

  actions() {
    if (!this.others.length) return [this.instead()];
    return this.others.map(({ owner, action, share }) => said("{owner}: {action}; that is {share} of the gap, {cost} a month.", {
      owner, action, share: numbers.percent(share, 2), cost: numbers.money(share * this.forecast.value("gap_cost")),
    }));
  }

  /** The largest other cause and its remedy. */
  instead() {
    const [most] = this.others;
    if (!most) return said("Nobody has said yet what else stands in the way.");
    return placed(most.what_removes, { share: numbers.percent(most.share, 2), remedy: most.remedy });
  }

  course() {
    const { summary } = this.forecast;
    const lost = summary.high < 0;
    const [low, high] = (lost ? [-summary.high, -summary.low] : [summary.low, summary.high]).map((value) => numbers.money(value));
    const span = low !== high ? worded("between {low} and {high}", { low, high }) : worded("about {amount}", { amount: low });
    const parts = { cost: this.money("cost", "gap"), left: figure("net_benefit", span, lost ? "gap" : "plain") };
    const about = lost ? said("The course would cost {cost}, and in 8 of 10 cases lose {left}.", parts) : said("The course would cost {cost}, and in 8 of 10 cases leave {left}.", parts);
    return summary.chance < 0.5 ? about : joined(about, this.allTheSame());
  }

  /** How much of the gap training can claim, in words that fit the share. */
  skill() {
    const { forecast, about } = this;
    const able = forecast.value("able_share");
    if (able > 0.995) return { key: "skill", pieces: said("The case takes {all} to be a matter of being able.", { all: figure("able_share", about.words.all, "benefit") }) };
    if (able < 0.005) return { key: "skill", stays: true, pieces: said("{none} is a matter of being able; training does not close it.", { none: figure("able_share", about.words.none, "gap") }) };
    const half = Math.abs(able - 0.5) < 0.005 ? about.words.half : numbers.percent(able, 2);
    const parts = { share: figure("able_share", half, "benefit"), amount: this.money("gap_cost_able", "benefit") };
    if (able < TRAINABLE) return { key: "skill", stays: true, pieces: said("Only about {share} of it, {amount} a month, is a matter of being able: training is not the answer here.", parts) };
    return { key: "skill", pieces: said("About {share} of it, {amount} a month, is a matter of being able; the rest needs other remedies.", parts) };
  }

  /** How many apply it, at the best and at the end. */
  applying() {
    const months = this.forecast.median.applying;
    const most = Math.max(...months);
    const [peak, last] = [most, months[months.length - 1]].map((value) => numbers.count(value));
    const nobody = figure("applying", worded("Nobody"), "gap");
    if (peak === "0") return { key: "applying", stays: true, pieces: said("{nobody} is expected to apply it.", { nobody }) };
    const one = numbers.counted(most) === 1;
    const [best, end] = [peak, last].map((text) => figure("applying", text, "benefit"));
    let pieces;
    if (peak === last) {
      pieces = one ? said("At the end the equivalent of {people} person applies it fully.", { people: end }) : said("At the end the equivalent of {people} people apply it fully.", { people: end });
    } else if (last === "0") {
      const parts = { people: best, nobody: figure("applying", this.about.words.nobody, "gap") };
      pieces = one ? said("At its best the equivalent of {people} person applies it fully; at the end {nobody}.", parts) : said("At its best the equivalent of {people} people apply it fully; at the end {nobody}.", parts);
    } else {
      const parts = { people: best, last: end };
      pieces = one ? said("At its best the equivalent of {people} person applies it fully; at the end, {last}.", parts) : said("At its best the equivalent of {people} people apply it fully; at the end, {last}.", parts);
    }
    return { key: "applying", pieces };
  }

  /** From the whole gap to what is claimed. */
  claim() {
    const cuts = this.forecast.haircuts;
    if (cuts.gross <= 0) return { key: "claim", stays: true, pieces: said("There is nothing to claim.") };
    const claimed = this.money("benefit", "benefit");
    if (!cuts.steps.length) return { key: "claim", pieces: said("The case claims {claimed} and takes no haircut at all.", { claimed }) };
    const gross = figure("benefit", numbers.money(cuts.gross), "gap");
    const time = figure("", numbers.months(this.horizon));
    if (claimed.text === "0") {
      const nothing = figure("benefit", this.about.words.nothing, "gap");
      return { key: "claim", stays: true, pieces: said("Before any haircut it would be worth {gross} over {time}; after every haircut {nothing} is left of that.", { gross, time, nothing }) };
    }
    const share = figure("benefit", numbers.percent(cuts.claimed / cuts.gross, 2));
    return { key: "claim", pieces: said("Before any haircut it would be worth {gross} over {time}; after every haircut the case claims {claimed}, {share} of that.", { gross, time, claimed, share }) };
  }

  /** What matters most; nothing where nothing moves the result. */
  matters() {
    const [top] = this.forecast.tornado;
    if (!top || top.swing <= 0) return [];
    const { lowered, grade } = this.about.assumptions[top.name];
    const [low, high] = [Math.min(top.atLow, top.atHigh), Math.max(top.atLow, top.atHigh)].map((value) => numbers.money(value));
    const parts = { assumption: figure(top.name, lowered), grade, low, high };
    return [{ pieces: grade ? said("What matters most: {assumption} ({grade}); over its range the net benefit moves from {low} to {high}.", parts) : said("What matters most: {assumption}; over its range the net benefit moves from {low} to {high}.", parts) }];
  }

  /** What is left at the end; a loss is called a loss. */
  leaves() {
    let { low, high } = this.forecast.summary;
    const lost = high < 0;
    const tones = lost ? [toneOf(high), toneOf(low)] : [toneOf(low), toneOf(high)];
    if (lost) [low, high] = [-high, -low];
    const [first, second] = [low, high].map((value, k) => figure("net_benefit", numbers.money(value), tones[k]));
    const after = this.live("after_horizon");
    if (this.forecast.certain) return lost ? said("It loses {amount} {after}.", { amount: first, after }) : said("It leaves {amount} {after}.", { amount: first, after });
    if (first.text === second.text) return lost ? said("In 8 of 10 cases it loses about {amount} {after}.", { amount: first, after }) : said("In 8 of 10 cases it leaves about {amount} {after}.", { amount: first, after });
    const parts = { low: first, high: second, after };
    return lost ? said("In 8 of 10 cases it loses between {low} and {high} {after}.", parts) : said("In 8 of 10 cases it leaves between {low} and {high} {after}.", parts);
  }

  /** The two figures in the middle of the range, where they read differently. */
  middle() {
    const { likely, middle } = this.forecast.summary;
    const [first, second] = [middle, likely].map((value) => figure("net_benefit", numbers.money(value), value < 0 ? "gap" : "plain"));
    if (first.text === second.text) return [];
    return said("Half of the cases lie above {middle}, the middle; with every assumption at its likely value, the likely case, it is {likely}.", { middle: first, likely: second });
  }

  /** What a metric says of its gap; of one that is none, that it is none. */
  gap(metric) {
    const none = this.forecast.value(metric.gap_cost) <= 0;
    const sentences = metric.gap.map((pieces) => ({ key: metric.key, stays: none, pieces: this.fill(pieces) }));
    if (none) sentences.splice(1, Infinity, { pieces: said("There is no gap to close here: {team} already does as well as {best}.", { team: metric.team, best: metric.best }) });
    sentences.push(...metric.not_counted.map((text) => ({ pieces: [{ text }] })));
    return sentences;
  }

  /** The headline of a step, and whether it stands whatever somebody wrote. */
  headline(step) {
    if (this.turns) return { pieces: this.turnedHeadline(step), stays: true };
    const { opening, headline } = this.about.steps[step];
    const rest = this.fill(headline);
    const sentence = [{ text: opening }, ...rest, ...(/[.!?]$/.test(textOf(rest)) ? [] : [{ text: "." }])];
    const pieces = said("“{sentence}”", { sentence });
    if (step !== "opportunity") return { pieces, stays: false };
    if (this.forecast.value("gap_cost") <= 0) return { pieces: said("“I looked for an opportunity here and found no gap to close.”"), stays: true };
    const hardly = rest.some((piece) => piece.name !== undefined && (piece.text.startsWith(numbers.MINUS) || numbers.nothing(piece.text)));
    if (this.forecast.value("benefit") <= 0 || hardly) return { pieces: said("“I see an opportunity, but this programme would hardly touch it.”"), stays: true };
    return { pieces, stays: false };
  }

  turnedHeadline(step) {
    if (step === "opportunity") return said("“There is a gap here, but training is not the answer to it.”");
    if (step === "evidence") return said("“Training is not the answer here: {share} of the gap is a matter of being able.”", { share: this.able() });
    const action = ended(this.others[0]?.first || worded("find out what keeps people from doing it"));
    if (step === "idea") return said("“Training is not the answer here. I’d like us to try something else: {action}”", { action });
    return said("“Here’s what I need from you: no money for a course, but a yes to this: {action}”", { action });
  }

  /** The sentences of a step: {pieces, key, stays}. */
  sentences(step) {
    const plainly = (pieces) => ({ pieces });
    const given = this.about.steps[step];
    const named = (key) => (given[key] ?? []).map((pieces) => ({ key, pieces: this.fill(pieces) }));
    let found;
    if (step === "opportunity") {
      found = [...named("priority"), ...this.about.metrics.flatMap((metric) => this.gap(metric))];
      if (this.forecast.value("gap_cost") > 0) found.push(this.skill(), ...(this.isTurned ? [] : named("meaning")));
      if (this.turns) found.push(plainly(this.instead()));
    } else if (!this.turns) found = { idea: () => [...named("people"), ...named("price"), ...named("behaviour"), this.applying()], evidence: () => [this.claim(), plainly(this.judgement()), ...this.matters()], ask: () => this.ask(named) }[step]();
    else if (step === "idea") found = [...this.actions(), this.course()].map(plainly);
    else if (step === "evidence") found = [...this.others.map((cause) => placed(cause.being, { share: numbers.percent(cause.share, 2) })), this.course()].map(plainly);
    else {
      const small = said("Training is not the answer here: {share} of the gap, {amount} a month, is a matter of being able, and a course closes only a part of that.", { share: this.able(), amount: this.money("gap_cost_able", "benefit") });
      found = [...[small, ...this.actions(), this.course()].map(plainly), ...named("decides").map(({ pieces }) => plainly(pieces))];
    }
    return this.inOwnWords(step, found);
  }

  ask(named) {
    const { verdict } = this;
    const judged = { pieces: this.judgement() };
    const price = { key: "price", stays: this.forecast.value("net_benefit") < 0, pieces: joined(said("It costs {cost}, all in.", { cost: this.money("cost", "gap") }), this.leaves()) };
    const found = verdict === "nothing happens" ? [judged] : [price, judged];
    const middle = this.middle();
    if (middle.length && verdict !== "not training") found.splice(1, 0, { pieces: middle });
    if (verdict === "pays" || verdict === "likely") found.push(...(this.forecast.summary.delayCost >= 0.5 ? named("delay") : []), ...named("request"));
    return [...found, ...named("decides")];
  }

  /** Somebody's own words in the places of those they are for; what warns or judges stays. */
  inOwnWords(step, sentences) {
    const { own, also } = this.about.steps[step];
    const done = new Set();
    const found = [];
    for (const sentence of sentences) {
      if (sentence.stays || !(sentence.key in own)) found.push(sentence);
      else if (!done.has(sentence.key)) {
        done.add(sentence.key);
        found.push({ key: sentence.key, pieces: this.fill(own[sentence.key]) });
      }
    }
    if (also.length && !this.headline(step).stays) found.push({ pieces: this.fill(also) });
    return found;
  }

  /** All a step says, as text. */
  text(step) {
    return [this.headline(step).pieces, ...this.sentences(step).map(({ pieces }) => pieces)].map(textOf);
  }
}
