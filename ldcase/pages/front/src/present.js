// Presentation view: one step in large type, built up a piece at a time, by keys alone. What it shows is the page's own.
import { marked, speech, worded } from "./language.js";
import { icon, make } from "./markup.js";
import { asked, KeyCard } from "./present_keys.js";
import { Link } from "./present_link.js";
import { Replay } from "./present_replay.js";

const BUILDS = { sentence: marked("In words"), chart: marked("Chart"), second: marked("Second finding"), levers: marked("Levers") };
const FITS = ["1", "0.86", "0.74", "0.64", "0.55"];
const STRIP_FITS = ["1", "0.92", "0.86", "0.78", "0.7"];
const TOLD_MS = 500; // a second tab hears of changes once they rest
const LEFT_MS = 200; // so long the browser takes to say whether another tab took the screen

export class Presentation {
  /** `theme()` turns light into dark; `levers()` gives the sliders that are shown, in their order. */
  constructor(root, frame, channel, look, theme) {
    Object.assign(this, { root, frame, channel, look, theme });
    this.on = false;
    this.build = 0;
    this.builds = [];
    this.steps = [];
    this.queue = [];
    this.inCell = root.classList.contains("in-cell");
    root.tabIndex = -1; // a click beside everything keeps the keys here
    this.makeBar();
    this.keys = new KeyCard(root.firstElementChild);
    this.replay = new Replay(channel, (running) => this.replaying(running));
    this.link = new Link(() => this.view?.case?.id, (message) => this.heardFrom(message));
    this.pressed = (event) => this.hear(event);
    this.outside = (event) => { if (!root.contains(event.target) && (this.on || (!this.inCell && event.target === document.body))) this.hear(event); };
    this.turned = () => this.screenTurned();
    this.gone = () => this.link.tell({ kind: "gone" });
    root.addEventListener("keydown", this.pressed, true);
    root.addEventListener("pointerdown", () => this.replay.stop(), true);
    root.addEventListener("focusout", (event) => { if (this.on && !event.relatedTarget && document.hasFocus()) this.hold(); });
    document.addEventListener("keydown", this.outside);
    document.addEventListener("fullscreenchange", this.turned);
    window.addEventListener("pagehide", this.gone);
  }

  makeBar() {
    const button = (name, run) => {
      const made = make("button", { type: "button", class: "quiet" }, icon(name));
      made.addEventListener("click", run);
      return made;
    };
    this.buttons = [
      [button("back", () => this.walk(-1)), marked("Back (←)")], [button("next", () => this.walk(1)), marked("On (→)")],
      [button("keys", () => this.keys.show()), marked("Keys (?)")], [button("notes", () => this.openNotes()), marked("Speaker notes (N)")],
      [button("close", () => this.leave()), marked("Leave (Esc)")],
    ];
    const [back, next, ...others] = this.buttons.map(([element]) => element);
    this.where = make("b");
    this.dots = make("span", { class: "dots", "aria-hidden": "true" });
    this.told = make("p", { class: "talk" });
    this.frame.slots.talk = this.told;
    this.bar = make("nav", { class: "bar", hidden: true }, back, this.where, this.dots, next, this.told, ...others);
    this.heard = make("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.frame.page.append(this.bar, this.heard);
  }

  /** A whole view has come: another step, another case, another language. */
  show(view) {
    this.busy = false;
    const another = this.view?.step !== view.step || this.view?.case?.id !== view.case?.id;
    this.view = view;
    this.steps = (view.steps ?? []).map((step) => step.id);
    this.builds = view.builds ?? [];
    this.root.dataset.beside = view.beside ?? "hero";
    for (const [element, label] of this.buttons) {
      element.title = worded(label);
      element.setAttribute("aria-label", worded(label));
    }
    this.bar.setAttribute("aria-label", worded("Presentation"));
    if (!this.on) { this.tell(); this.goOn(); return; }
    if (!this.builds.length) { this.leave(); return; }
    if (another) this.build = this.arriving === "last" ? this.builds.length - 1 : 0;
    this.arriving = null;
    this.place();
    this.goOn();
  }

  /** What was pressed while a step was on its way, until the next one is. */
  goOn() {
    while (this.queue.length && !this.busy) this.queue.shift()();
  }

  /** What changed was written; the headline may be longer now, and the second tab wants to know. */
  updated(message, painting) {
    if (this.on && message.html?.headline !== undefined) this.fit();
    painting.then(() => this.replay.answered());
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      if (this.on) this.fit();
      this.tell(true);
    }, TOLD_MS);
  }

  toggle() {
    if (this.on) this.leave();
    else this.enter();
  }

  enter() {
    if (!this.builds.length) return;
    this.on = true;
    this.began ??= Date.now();
    this.build = 0;
    this.root.dataset.presenting = "";
    this.bar.hidden = false;
    this.takeScreen();
    this.look.talk(true);
    this.hold();
    this.place();
  }

  /** The page was loaded again: on with the presentation, at the build it stood at (null: there was none). */
  resume(build) {
    if (build === null) return;
    this.enter();
    const at = this.builds.indexOf(build);
    if (!this.on || at < 0) return;
    this.build = at;
    this.place();
  }

  leave() {
    if (!this.on) return;
    this.on = false;
    this.queue = [];
    delete this.root.dataset.presenting;
    delete this.root.dataset.build;
    this.bar.hidden = true;
    if (document.fullscreenElement === this.root) document.exitFullscreen();
    this.giveCell();
    this.look.talk(false);
    this.tell();
  }

  /** Full screen where the browser allows it; in a notebook at least the whole window. */
  async takeScreen() {
    const may = navigator.userActivation?.isActive ?? true; // a page that was loaded again may not take the screen by itself
    if (!document.fullscreenElement && may) await this.root.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});
    if (this.on && document.fullscreenElement !== this.root) this.takeWindow();
  }

  takeWindow() {
    if (!this.inCell || this.root.popover) return;
    this.root.popover = "manual";
    this.root.showPopover();
  }

  giveCell() {
    if (this.root.popover) this.root.removeAttribute("popover");
  }

  /** The browser left full screen: by its own Escape, which closes what is open first; or because another tab was looked at. */
  screenTurned() {
    if (!this.on || document.fullscreenElement === this.root) return;
    this.takeWindow();
    if (this.turning) { this.turning = false; return; }
    setTimeout(() => {
      if (!this.on || document.fullscreenElement || document.hidden || !document.hasFocus()) return;
      if (this.keys.open) this.keys.close();
      else if (!this.frame.drawer.root.hidden) this.frame.drawer.close();
      else this.leave();
    }, LEFT_MS);
  }

  fullScreen() {
    if (document.fullscreenElement) {
      this.turning = true;
      document.exitFullscreen();
    } else {
      this.giveCell();
      this.takeScreen();
    }
  }

  /** Keeps the keys on the screen: nothing of JupyterLab hears them there. */
  hold() {
    if (!this.root.contains(document.activeElement)) this.root.focus({ preventScroll: true });
  }

  hear(event) {
    if (event.defaultPrevented || this.keys.open || !this.frame.drawer.root.hidden) return;
    if (event.key === "Escape" && this.root.querySelector(".lever-tip:not([hidden])")) return; // that goes first
    if (event.target.matches?.(".lever input")) this.replay.stop(); // whoever takes a lever has it
    const what = asked(event, this.on || this.isNotes);
    if (!what || (what === "leave" && !this.on)) return;
    if (what === "leave" && event.target.matches?.("input.number")) return; // there it takes back what was typed
    event.preventDefault();
    event.stopPropagation();
    this.run(what);
  }

  get isNotes() {
    return this.view?.layout === "notes";
  }

  /** Does what a key, a button or the second tab asks for. */
  run(what) {
    if (this.isNotes && !["keys", "theme"].includes(what)) {
      this.link.tell({ kind: "do", what });
      return;
    }
    if (!this.steps.length && !["keys", "theme"].includes(what)) return;
    if (what !== "replay") this.replay.stop();
    const [verb, number] = what.split(" ");
    const doing = {
      toggle: () => this.toggle(), leave: () => this.leave(), next: () => this.walk(1), back: () => this.walk(-1),
      replay: () => this.replay.start(), undo: () => this.channel.act("undo"), redo: () => this.channel.act("redo"),
      base: () => this.channel.act("base"), lever: () => this.nextLever(), question: () => this.frame.question(), lens: () => this.channel.act("lens", "next"), notes: () => this.openNotes(),
      theme: () => this.theme(), full: () => this.fullScreen(), link: () => this.root.dispatchEvent(new Event("ldcase:link")), keys: () => this.keys.show(),
      step: () => this.goTo(this.steps[number - 1], "last"),
    };
    doing[verb]();
  }

  walk(by) {
    if (!this.on) return;
    if (this.busy) { this.queue.push(() => this.walk(by)); return; }
    const at = this.steps.indexOf(this.view.step);
    if (this.build + by >= 0 && this.build + by < this.builds.length) {
      this.build += by;
      this.place();
    } else this.goTo(this.steps[at + by], by < 0 ? "last" : "first");
  }

  goTo(step, arriving) {
    if (!step) return;
    if (this.busy) { this.queue.push(() => this.goTo(step, arriving)); return; }
    if (step === this.view.step) {
      if (this.on && arriving === "last") { this.build = this.builds.length - 1; this.place(); }
      return;
    }
    this.arriving = arriving;
    this.busy = true;
    this.channel.act("step", step);
  }

  /** Shows the builds up to the one that is reached; every place was there before. */
  place() {
    const name = this.builds[this.build];
    this.root.dataset.build = name;
    const at = this.steps.indexOf(this.view.step);
    const label = this.view.steps[at]?.label ?? "";
    this.where.textContent = `${at + 1} ${label}`;
    this.dots.replaceChildren(...this.builds.map((_, position) => make("i", { class: position <= this.build ? "done" : "" })));
    const values = { step: label, build: worded(BUILDS[name]), number: this.build + 1, all: this.builds.length, said: this.said(name) };
    this.heard.textContent = worded("{step}, {number} of {all}: {build}. {said}", values);
    this.fit();
    this.tell();
  }

  /** What a build says to those who hear it: the headline, or the finding of the chart that came. */
  said(name) {
    const place = { chart: "hero", second: "second" }[name];
    const chart = place && this.view.charts.find((each) => each.place === place);
    if (chart) return make("p", {}, document.createRange().createContextualFragment(chart.title)).textContent;
    return name === "sentence" ? this.frame.slots.headline.textContent : "";
  }

  /** The largest type with which the headline and the words keep to their places. */
  fit() {
    for (const element of [this.frame.slots.headline, this.frame.slots.prose])
      for (const size of FITS) {
        element.style.setProperty("--fit", size);
        if (element.scrollHeight <= element.clientHeight + 1) break;
      }
    const strip = this.frame.slots.bottom_line;
    const figures = [...strip.querySelectorAll("strong, small")];
    for (const size of STRIP_FITS) { // one size for all five
      strip.style.setProperty("--fit", size);
      if (figures.every((figure) => figure.scrollWidth <= figure.clientWidth + 1)) break;
    }
  }

  nextLever() {
    if (this.on && this.builds.includes("levers")) {
      this.build = this.builds.indexOf("levers");
      this.place();
    }
    const sliders = [...this.frame.levers.querySelectorAll("input[type=range]")].filter((slider) => slider.offsetParent !== null);
    const row = document.activeElement?.closest?.(".lever");
    const at = sliders.findIndex((slider) => row?.contains(slider));
    sliders[(at + 1) % sliders.length]?.focus();
  }

  replaying(running) {
    this.root.toggleAttribute("data-replaying", running);
    if (running) this.heard.textContent = worded("Replay: {change}", { change: this.told.textContent });
  }

  openNotes() {
    const { baseUrl } = this.inCell ? JSON.parse(document.getElementById("jupyter-config-data").textContent) : {};
    const address = new URL(this.inCell ? `${baseUrl}voila/render/pitch.ipynb` : location.pathname, location.href);
    const { language, locale } = speech();
    address.search = new URLSearchParams({ case: this.view.case.id, notes: "1", language, locale });
    window.open(address, `ldcase-notes-${this.view.case.id}`);
  }

  /** Where the presentation stands, for the tab with the notes. */
  tell(changed = false) {
    if (!this.view || this.isNotes) return;
    const builds = this.builds.map((name) => worded(BUILDS[name]));
    this.link.tell({ kind: "at", step: this.view.step, build: this.build, builds, on: this.on, began: this.began ?? null, changed });
  }

  heardFrom(message) {
    if (this.isNotes || !this.view) return;
    if (message.kind === "where") this.tell();
    else if (message.kind === "do") this.run(message.what);
  }

  remove() {
    this.link.tell({ kind: "gone" });
    this.link.remove();
    this.replay.remove();
    clearTimeout(this.telling);
    document.removeEventListener("keydown", this.outside);
    document.removeEventListener("fullscreenchange", this.turned);
    window.removeEventListener("pagehide", this.gone);
  }
}
