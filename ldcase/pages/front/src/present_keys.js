// The keys: which one does what, and the card that tells them.
import { marked, worded } from "./language.js";
import { icon, make } from "./markup.js";

const STORED = "ldcase.single-keys";
const TEXT = "input:not([type=range], [type=checkbox], [type=radio], [type=file], [type=button]), textarea, select, [contenteditable]:not([contenteditable=false])";
const PRESSED_BY_SPACE = "button, summary, a[href], input:not([type=range]), [role=button], [role=menuitem]";
const MOVED_BY_ARROWS = "input, textarea, select, [role=tab], [role=menu], [role=menuitem], .table";

const ALWAYS = new Set(["PageDown", "PageUp"]);
const WALKING = { ArrowRight: "next", ArrowLeft: "back", PageDown: "next", PageUp: "back", " ": "next", Escape: "leave" };
const SINGLE = { p: "toggle", r: "replay", u: "undo", b: "base", l: "lever", q: "question", v: "lens", n: "notes", d: "theme", f: "full", c: "link", "?": "keys", 1: "step 1", 2: "step 2", 3: "step 3", 4: "step 4" };

const NAMED = new Set([marked("Space"), marked("PgDn"), marked("PgUp"), marked("Shift U")]);
const TOLD = [
  ["P", marked("Presentation view, and back")],
  ["→  Space  PgDn", marked("On: words, chart, second finding, levers, next step")],
  ["←  PgUp", marked("Back the same way")],
  ["1 – 4", marked("A step at once, built up")],
  ["L", marked("The next lever; arrows move it")],
  ["R", marked("The last change again, from before to after")],
  ["U    Shift U", marked("Undo; redo")],
  ["B", marked("Back to base; U takes it back")],
  ["Q", marked("Ask a question; the answer comes from the case")],
  ["V", marked("Told to the next: CFO, COO, HR head, line manager, everybody")],
  ["N", marked("Speaker notes in a second tab")],
  ["D", marked("Light or dark")],
  ["F", marked("Full screen")],
  ["C", marked("Copy the link to what is seen now")],
  ["Esc", marked("Leave")],
  ["?", marked("These keys")],
];

/** Whether single letters do something; people who speak to their computer may not want them. */
export const singleKeys = {
  get on() {
    try { return localStorage.getItem(STORED) !== "off"; } catch { return true; } // a browser may keep nothing
  },
  set on(on) {
    try { localStorage.setItem(STORED, on ? "on" : "off"); } catch { /* then it holds for this press only */ }
  },
};

/** What a key asks for here, or nothing: keys inside a box, a slider or a list belong to it. */
export function asked(event, presenting) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const on = target instanceof Element ? target : document.body;
  if (presenting && key in WALKING) {
    if (ALWAYS.has(key)) return on.matches("textarea") ? null : WALKING[key];
    if (key === " " && (on.closest(PRESSED_BY_SPACE) || on.matches(TEXT))) return null;
    if (key.startsWith("Arrow") && on.closest(MOVED_BY_ARROWS)) return null;
    return WALKING[key];
  }
  if (on.matches(TEXT) || event.repeat || !singleKeys.on) return null;
  if (key.toLowerCase() === "u") return event.shiftKey ? "redo" : "undo";
  return SINGLE[key.toLowerCase()] ?? null;
}

/** The card with the keys, over everything. */
export class KeyCard {
  constructor(host) {
    this.title = make("h2");
    this.list = make("dl");
    this.tick = make("input", { type: "checkbox" });
    this.tickText = make("span");
    this.button = make("button", { type: "button", class: "quiet close" }, icon("close"));
    this.card = make("div", { class: "key-card", role: "dialog", "aria-modal": "true", tabindex: "-1" },
      this.button, this.title, this.list, make("label", { class: "tick" }, this.tick, this.tickText));
    this.root = make("div", { class: "key-ground", hidden: true }, this.card);
    host.append(this.root);
    this.button.addEventListener("click", () => this.close());
    this.tick.addEventListener("change", () => { singleKeys.on = this.tick.checked; });
    this.root.addEventListener("mousedown", (event) => { if (event.target === this.root) this.close(); });
    this.root.addEventListener("keydown", (event) => this.pressed(event));
  }

  get open() {
    return !this.root.hidden;
  }

  show() {
    this.title.textContent = worded("Keys");
    this.card.setAttribute("aria-label", worded("Keys"));
    this.button.title = worded("Close (Esc)");
    this.button.setAttribute("aria-label", worded("Close"));
    this.tickText.textContent = worded("Single letters and digits do this");
    this.tick.checked = singleKeys.on;
    const rows = TOLD.map(([keys, says]) => {
      const each = keys.split(/ {2,}/).map((key) => make("kbd", {}, NAMED.has(key) ? worded(key) : key));
      return [make("dt", {}, ...each), make("dd", {}, worded(says))];
    });
    this.list.replaceChildren(...rows.flat());
    this.origin = document.activeElement;
    this.root.hidden = false;
    this.card.focus({ preventScroll: true });
  }

  close() {
    this.root.hidden = true;
    if (this.origin?.isConnected) this.origin.focus({ preventScroll: true });
  }

  pressed(event) {
    if (event.key === "Escape" || event.key === "?") this.close();
    else if (event.key === "Tab") {
      event.preventDefault();
      (document.activeElement === this.button ? this.tick : this.button).focus();
    }
    event.stopPropagation();
  }
}
