// The rows of levers: slider, number box, range band, base tick, what one unit is worth. Values follow the finger at once.
import { icon, make } from "./markup.js";
import { read, written } from "./numbers.js";

const PAUSE_MS = 350;
const SHORT_GRADES = { "measured here": "measured" };

class Lever {
  constructor(channel, lever) {
    this.channel = channel;
    this.lever = lever;
    this.touched = false;
    this.build();
    this.draw();
  }

  build() {
    this.label = make("span", { class: "label", role: "button", tabindex: "0" });
    this.grade = make("span", { class: "grade" });
    this.band = make("span", { class: "band" });
    this.base = make("span", { class: "base" });
    this.slider = make("input", { type: "range", step: "any" });
    this.box = make("input", { type: "text", class: "number", inputmode: "decimal", autocomplete: "off", spellcheck: "false" });
    this.source = make("small", { class: "source" });
    this.worth = make("span", { class: "worth" });
    this.reset = make("button", { class: "reset", type: "button" }, icon("reset"));
    this.complaint = make("small", { class: "complaint", role: "alert", hidden: true });
    this.root = make("div", { class: "lever", "data-lever": this.lever.name },
      make("div", { class: "name" }, this.label),
      make("div", { class: "slide" }, make("span", { class: "track" }, this.band, this.base), this.slider),
      this.box, make("div", { class: "origin" }, this.grade, this.source), make("div", { class: "effect" }, this.worth, this.reset), this.complaint);
    this.slider.addEventListener("input", () => this.slid(Number(this.slider.value)));
    this.slider.addEventListener("keydown", (event) => this.pressed(event));
    this.slider.addEventListener("change", () => this.rest());
    this.slider.addEventListener("pointerdown", () => { this.held = true; });
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"])
      this.slider.addEventListener(end, () => { if (this.held) { this.held = false; this.rest(); } });
    this.box.addEventListener("focus", () => this.box.select());
    this.box.addEventListener("keydown", (event) => this.typed(event));
    this.box.addEventListener("blur", () => this.commit());
    this.reset.addEventListener("click", () => this.channel.act("reset", this.lever.name));
  }

  /** Takes what Python says. The value is left alone while the finger is ahead of Python. */
  update(changes) {
    const ahead = this.held || this.channel.isBehind(this.lever.name);
    const told = ahead ? { ...changes, value: this.lever.value } : changes;
    const others = Object.keys(told).filter((key) => told[key] !== this.lever[key]);
    Object.assign(this.lever, told);
    if (others.every((key) => key === "worth")) this.drawWorth(); // all that changes of a lever while another one moves
    else this.draw();
  }

  share(value) {
    const { minimum, maximum } = this.lever;
    return maximum > minimum ? Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum))) : 0;
  }

  draw() {
    const { lever } = this;
    const set = (element, name, value) => { if (element.getAttribute(name) !== value) element.setAttribute(name, value); };
    const say = (element, text) => { if (element.textContent !== text) element.textContent = text; };
    say(this.label, lever.label);
    set(this.label, "data-ask", lever.ask ?? lever.name);
    say(this.grade, SHORT_GRADES[lever.grade] ?? lever.grade ?? "");
    set(this.grade, "data-grade", lever.grade ?? "");
    say(this.source, lever.source?.includes(lever.owner) ? lever.source : [lever.source, lever.owner].filter(Boolean).join(" · "));
    set(this.source, "title", this.source.textContent);
    this.drawWorth();
    set(this.slider, "min", String(lever.minimum));
    set(this.slider, "max", String(lever.maximum));
    set(this.slider, "aria-label", lever.label);
    set(this.box, "aria-label", `${lever.label}, as a number`);
    this.band.style.left = `${100 * this.share(lever.low)}%`;
    this.band.style.width = `${100 * (this.share(lever.high) - this.share(lever.low))}%`;
    this.base.style.left = `${100 * this.share(lever.base)}%`;
    this.root.toggleAttribute("data-changed", Boolean(lever.changed));
    set(this.reset, "aria-label", `${lever.label}: back to ${written(lever.base, lever.display)}`);
    set(this.reset, "title", `Back to ${written(lever.base, lever.display)}`);
    this.show();
  }

  drawWorth() {
    const worth = this.lever.worth ?? "";
    if (this.worth.textContent !== worth) this.worth.textContent = worth;
    this.worth.classList.toggle("gap", /[\u2212-]\s?\d/.test(worth));
  }

  show() {
    const { lever } = this;
    const text = written(lever.value, lever.display);
    if (Number(this.slider.value) !== lever.value) this.slider.value = String(lever.value);
    const spoken = `${text}, in 8 of 10 cases between ${written(lever.low, lever.display)} and ${written(lever.high, lever.display)}`;
    if (this.slider.getAttribute("aria-valuetext") !== spoken) this.slider.setAttribute("aria-valuetext", spoken);
    if (document.activeElement !== this.box && this.box.value !== text) this.box.value = text;
  }

  /** The nearest value on the lever's own grid. */
  snapped(value) {
    const { minimum, maximum, step } = this.lever;
    const near = step > 0 ? Number((Math.round(value / step) * step).toPrecision(12)) : value;
    return Math.min(maximum, Math.max(minimum, near));
  }

  slid(value) {
    this.move(this.snapped(value), false);
  }

  move(value, resting) {
    if (value === this.lever.value && !resting) { this.show(); return; }
    this.lever.value = value;
    this.touched = !resting;
    this.show();
    this.complain(null);
    this.channel.lever(this.lever.name, value, resting);
  }

  rest() {
    clearTimeout(this.pause);
    if (!this.touched) return;
    this.touched = false;
    this.channel.lever(this.lever.name, this.lever.value, true);
  }

  pressed(event) {
    const { value, step, minimum, maximum } = this.lever;
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    const target = event.key === "Home" ? minimum : event.key === "End" ? maximum : steps === undefined ? undefined : this.snapped(value + steps * step);
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.move(target, false);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.rest(), PAUSE_MS);
  }

  typed(event) {
    if (event.key === "Enter") { this.commit(); this.box.select(); }
    else if (event.key === "Escape") { event.stopPropagation(); this.box.value = written(this.lever.value, this.lever.display); this.complain(null); this.box.select(); }
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      this.move(this.snapped(this.lever.value + (event.key === "ArrowUp" ? 1 : -1) * this.lever.step), false);
      this.box.value = written(this.lever.value, this.lever.display);
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.rest(), PAUSE_MS);
    }
  }

  commit() {
    const before = written(this.lever.value, this.lever.display);
    if (this.box.value === before) { this.complain(null); return; }
    const { value, complaint } = read(this.box.value, this.lever);
    if (complaint) {
      this.complain(complaint);
      this.box.value = before;
      return;
    }
    this.move(value, true);
    this.box.value = written(value, this.lever.display);
  }

  complain(sentence) {
    this.complaint.hidden = !sentence;
    this.complaint.textContent = sentence ?? "";
    if (sentence) this.box.setAttribute("aria-invalid", "true");
    else this.box.removeAttribute("aria-invalid");
  }
}

export class Levers {
  constructor(host, channel) {
    this.host = host;
    this.channel = channel;
    this.rows = new Map();
  }

  /** Shows exactly these levers, in this order; a row whose name stays keeps its elements. */
  show(levers) {
    const wanted = new Set(levers.map((lever) => lever.name));
    for (const [name, row] of this.rows) if (!wanted.has(name)) { row.root.remove(); this.rows.delete(name); }
    levers.forEach((lever, position) => {
      const row = this.rows.get(lever.name);
      if (row) row.update({ ...lever });
      else this.rows.set(lever.name, new Lever(this.channel, { ...lever }));
      const { root } = this.rows.get(lever.name);
      if (this.host.children[position] !== root) this.host.insertBefore(root, this.host.children[position] ?? null);
    });
    this.host.hidden = levers.length === 0;
  }

  update(changes) {
    for (const [name, change] of Object.entries(changes)) this.rows.get(name)?.update(change);
  }
}
