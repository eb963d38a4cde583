// The rows of levers: slider, number box, range band, base tick, what one unit is worth. Values follow the finger at once.
import { marked, worded } from "./language.js";
import { LeverTip } from "./lever_tip.js";
import { icon, make } from "./markup.js";
import { read, written } from "./numbers.js";

const PAUSE_MS = 350;
const NEAR_TICK = 9; // pixels on both sides of the tick that count as the tick
const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
const GRADES = { "measured here": marked("measured"), piloted: marked("piloted"), published: marked("published"), opinion: marked("opinion") };
const FEWEST = 3; // so many rows stand, whatever the room
const LIVELY = new Set(["worth", "tone"]); // all that changes of a lever while another one moves

const set = (element, name, value) => { if (element.getAttribute(name) !== value) element.setAttribute(name, value); };
const say = (element, text) => { if (element.textContent !== text) element.textContent = text; };

class Lever {
  constructor(channel, lever, tip) {
    this.channel = channel;
    this.lever = lever;
    this.tip = tip;
    this.touched = false;
    this.build();
    this.draw();
  }

  build() {
    this.label = make("span", { class: "label", role: "button", tabindex: "0", "aria-describedby": this.tip.id });
    this.unit = make("small", { class: "unit" });
    this.name = make("div", { class: "name" }, this.label, this.unit);
    this.grade = make("span", { class: "grade" });
    this.band = make("span", { class: "band" });
    this.base = make("span", { class: "base" });
    this.slider = make("input", { type: "range", step: "any", "aria-describedby": this.tip.id });
    this.box = make("input", { type: "text", class: "number", inputmode: "decimal", autocomplete: "off", spellcheck: "false" });
    this.source = make("small", { class: "source" });
    this.worth = make("span", { class: "worth" });
    this.moved = make("small", { class: "moved" });
    this.reset = make("button", { class: "reset", type: "button" }, icon("reset"));
    this.complaint = make("small", { class: "complaint", role: "alert", hidden: true });
    this.origin = make("div", { class: "origin" }, this.grade, this.source, this.moved, this.reset);
    this.root = make("div", { class: "lever", "data-lever": this.lever.name }, this.name,
      make("div", { class: "slide" }, make("span", { class: "track" }, this.band, this.base), this.slider),
      this.box, make("div", { class: "detail" }, this.origin, make("div", { class: "effect" }, this.worth)), this.complaint);
    this.slider.addEventListener("input", () => this.slid(Number(this.slider.value)));
    this.slider.addEventListener("keydown", (event) => this.pressed(event));
    this.slider.addEventListener("change", () => this.rest());
    this.slider.addEventListener("dblclick", (event) => { if (this.isOnTick(event.clientX)) this.back(); });
    this.slider.addEventListener("pointerdown", () => { this.held = true; });
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"])
      this.slider.addEventListener(end, () => { if (this.held) { this.held = false; this.rest(); } });
    this.box.addEventListener("focus", () => this.box.select());
    this.box.addEventListener("keydown", (event) => this.typed(event));
    this.box.addEventListener("input", () => this.complain(null));
    this.box.addEventListener("blur", () => this.commit());
    this.reset.addEventListener("click", () => { this.back(); this.slider.focus({ preventScroll: true }); });
    this.tip.attend(this, [this.name, this.origin, this.worth], [this.label, this.slider, this.box]);
  }

  /** Takes what Python says. The value is left alone while the finger is ahead of Python; a scale only grows. */
  update(changes) {
    this.ahead = this.held || this.channel.isBehind(this.lever.name);
    const told = this.ahead ? { ...changes, value: this.lever.value } : { ...changes };
    if ("minimum" in told) told.minimum = Math.min(told.minimum, this.lever.minimum);
    if ("maximum" in told) told.maximum = Math.max(told.maximum, this.lever.maximum);
    const others = Object.keys(told).filter((key) => told[key] !== this.lever[key]);
    Object.assign(this.lever, told);
    if (others.every((key) => LIVELY.has(key))) this.drawWorth();
    else this.draw();
    if (others.length) this.tip.follow(this);
  }

  share(value) {
    const { minimum, maximum } = this.lever;
    return maximum > minimum ? Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum))) : 0;
  }

  draw() {
    const { lever } = this;
    say(this.label, lever.label);
    set(this.label, "data-ask", lever.ask ?? lever.name);
    say(this.unit, lever.unit ?? "");
    say(this.grade, lever.grade in GRADES ? worded(GRADES[lever.grade]) : lever.grade ?? "");
    set(this.grade, "data-grade", lever.grade ?? "");
    say(this.source, [lever.source, lever.source?.includes(lever.owner) ? "" : lever.owner].filter(Boolean).join(" · ") || worded("no source named"));
    this.drawWorth();
    set(this.slider, "min", String(lever.minimum));
    set(this.slider, "max", String(lever.maximum));
    set(this.slider, "aria-label", lever.label);
    set(this.box, "aria-label", worded("{title}, as a number", { title: lever.label }));
    this.band.style.left = `${100 * this.share(lever.low)}%`;
    this.band.style.width = `${100 * (this.share(lever.high) - this.share(lever.low))}%`;
    this.base.style.left = `${100 * this.share(lever.base)}%`;
    const before = written(lever.base, lever.display);
    set(this.reset, "aria-label", worded("{title}: back to {before}", { title: lever.label, before }));
    set(this.reset, "title", worded("Back to {before}", { before }));
    this.show();
  }

  drawWorth() {
    say(this.worth, this.lever.worth ?? "");
    set(this.worth, "data-tone", this.lever.tone ?? "");
  }

  /** What follows the finger: the number, what is spoken, and from what to what it was moved. */
  show() {
    const { lever } = this;
    const text = written(lever.value, lever.display);
    if (Number(this.slider.value) !== lever.value) this.slider.value = String(lever.value);
    const ends = { text, low: written(lever.low, lever.display), high: written(lever.high, lever.display) };
    const spoken = lever.low === lever.high ? text : worded("{text}, in 8 of 10 cases between {low} and {high}", ends);
    set(this.slider, "aria-valuetext", spoken);
    if (document.activeElement !== this.box && this.box.value !== text) this.box.value = text;
    const differs = Math.abs(lever.value - lever.base) > 1e-9 * Math.max(1, Math.abs(lever.base));
    const changed = differs || (lever.changed && !this.ahead);
    this.root.toggleAttribute("data-changed", Boolean(changed));
    const before = written(lever.base, lever.display);
    say(this.moved, differs ? worded("from {before} to {now}", { before, now: text }) : changed ? worded("range changed") : "");
  }

  /** The nearest value on the lever's own grid. */
  snapped(value) {
    const { minimum, maximum, step } = this.lever;
    const near = step > 0 ? Number((Math.round(value / step) * step).toPrecision(12)) : value;
    return Math.min(maximum, Math.max(minimum, near));
  }

  isOnTick(x) {
    const tick = this.base.getBoundingClientRect();
    return Math.abs(x - tick.left - tick.width / 2) <= NEAR_TICK;
  }

  slid(value) {
    this.move(this.snapped(value), false);
  }

  move(value, resting) {
    if (value === this.lever.value && !resting) { this.show(); return; }
    this.lever.value = value;
    this.ahead = true;
    this.touched = !resting;
    this.channel.lever(this.lever.name, value, resting); // first of all: the answer is on its way while the row is written
    this.show();
    this.complain(null);
  }

  rest() {
    clearTimeout(this.pause);
    if (!this.touched) return;
    this.touched = false;
    this.channel.lever(this.lever.name, this.lever.value, true);
  }

  /** Back to the base case, with its range. */
  back() {
    clearTimeout(this.pause);
    this.touched = false;
    this.channel.drop(this.lever.name);
    this.lever.value = this.lever.base;
    this.ahead = true;
    this.show();
    this.complain(null);
    this.channel.act("reset", this.lever.name);
  }

  /** Where a key moves to: a step, ten with Shift, the ends of the range of the base case (of the scale with Shift). */
  target({ key, shiftKey }) {
    const { value, step, minimum, maximum, ends } = this.lever;
    const [low, high] = shiftKey || !ends || ends[0] === ends[1] ? [minimum, maximum] : ends;
    if (key === "Home") return low;
    if (key === "End") return high;
    return key in STEPS ? this.snapped(value + STEPS[key] * step * (shiftKey && key.startsWith("Arrow") ? 10 : 1)) : undefined;
  }

  pressed(event) {
    const to = this.target(event);
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.step(to);
  }

  step(to) {
    this.move(to, false);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.rest(), PAUSE_MS);
  }

  typed(event) {
    if (event.key === "Enter") { this.commit(); this.box.select(); }
    else if (event.key === "Escape") { event.stopPropagation(); this.box.value = written(this.lever.value, this.lever.display); this.complain(null); this.box.select(); }
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      this.step(this.target(event));
      this.box.value = written(this.lever.value, this.lever.display);
    }
  }

  commit() {
    const before = written(this.lever.value, this.lever.display);
    if (this.box.value === before) return;
    const { value, complaint } = read(this.box.value, this.lever);
    if (complaint) {
      this.complain(worded("{complaint} {before} still counts.", { complaint, before }));
      this.box.value = before;
      return;
    }
    this.move(value, true);
    this.box.value = written(value, this.lever.display);
  }

  complain(sentence) {
    this.complaint.hidden = !sentence;
    say(this.complaint, sentence ?? "");
    if (sentence) this.box.setAttribute("aria-invalid", "true");
    else this.box.removeAttribute("aria-invalid");
  }
}

export class Levers {
  constructor(host, channel) {
    this.host = host;
    this.channel = channel;
    this.rows = new Map();
    this.tip = new LeverTip(host);
    this.more = make("button", { type: "button", class: "more-levers", hidden: true });
    this.more.addEventListener("click", () => { this.unfolded = !this.unfolded; this.fit(); });
    host.reveal = () => { this.unfolded = true; this.fit(); };
    this.placed = false; // the observer speaks once before the first frame: until then nothing needs to be measured
    new ResizeObserver(() => { this.placed = true; this.fit(); }).observe(host.parentElement ?? host);
  }

  /** Shows exactly these levers, in this order; a row whose name stays keeps its elements. */
  show(levers) {
    const wanted = new Set(levers.map((lever) => lever.name));
    const others = levers.some((lever) => !this.rows.has(lever.name));
    for (const [name, row] of this.rows) if (!wanted.has(name)) { row.root.remove(); this.rows.delete(name); }
    levers.forEach((lever, position) => {
      const row = this.rows.get(lever.name);
      if (row) row.update({ ...lever });
      else this.rows.set(lever.name, new Lever(this.channel, { ...lever }, this.tip));
      const { root } = this.rows.get(lever.name);
      if (this.host.children[position] !== root) this.host.insertBefore(root, this.host.children[position] ?? null);
    });
    const foot = this.host.nextElementSibling;
    if (foot?.matches(".levers-foot")) foot.prepend(this.more);
    else this.host.append(this.more);
    this.host.hidden = levers.length === 0;
    if (others) this.unfolded = false;
    this.tip.settle();
    this.tip.hide();
    if (this.placed) this.fit();
  }

  /** Folds away the rows that do not fit beside the charts; where the page scrolls as a whole, or is presented, all stand. */
  fit() {
    const rows = [...this.host.querySelectorAll(":scope > .lever")];
    const column = this.host.closest(".argument");
    for (const row of rows) row.hidden = false;
    this.more.hidden = true;
    this.fitUnits();
    const whole = !column || column.closest("[data-presenting]") || getComputedStyle(column).overflowY === "visible";
    if (whole || rows.length < 2) return;
    this.more.hidden = false;
    say(this.more, worded("fewer levers"));
    const { scrollTop, scrollHeight, clientHeight } = column;
    const top = column.getBoundingClientRect().top - scrollTop;
    const bottoms = rows.map((row) => row.getBoundingClientRect().bottom - top);
    const under = scrollHeight - bottoms.at(-1); // what stands beneath the last row, the button that folds included
    const all = scrollHeight - this.more.offsetHeight <= clientHeight;
    const fitting = all ? rows.length : bottoms.filter((bottom) => bottom + under <= clientHeight).length;
    const kept = Math.max(FEWEST, fitting);
    if (kept >= rows.length) { this.more.hidden = true; return; }
    set(this.more, "aria-expanded", String(Boolean(this.unfolded)));
    if (this.unfolded) return;
    rows.forEach((row, position) => { row.hidden = position >= kept; });
    const n = rows.length - kept;
    say(this.more, n === 1 ? worded("one more lever") : worded("{n} more levers", { n }));
  }

  /** A unit that does not fit behind its title is left to the tip. */
  fitUnits() {
    const rows = [...this.rows.values()];
    for (const { unit } of rows) unit.hidden = false;
    const below = rows.filter(({ label, unit }) => unit.offsetTop > label.offsetTop + label.offsetHeight / 2);
    for (const { unit } of below) unit.hidden = true;
  }

  update(changes) {
    for (const [name, change] of Object.entries(changes)) this.rows.get(name)?.update(change);
  }
}
