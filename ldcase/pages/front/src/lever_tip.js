// All that stands behind a lever, beside it: while the pointer rests on its words or the keyboard on its name.
import { marked, worded } from "./language.js";
import { make } from "./markup.js";
import { written } from "./numbers.js";

const DELAY_MS = 350;
const LEAVING_MS = 150; // long enough to move the pointer into the tip
const MEANING = {
  "measured here": marked("measured here: our own figures say so"),
  piloted: marked("piloted: a trial here says so"),
  published: marked("published: others found it"),
  opinion: marked("opinion: somebody’s judgement"),
};
let tips = 0;

export class LeverTip {
  /** `host` holds the levers; the tip itself is put over the whole screen, so that no column cuts it off. */
  constructor(host) {
    this.host = host;
    this.id = `ldcase-lever-tip-${(tips += 1)}`;
    this.box = make("div", { class: "lever-tip", role: "tooltip", id: this.id, hidden: true });
    this.box.addEventListener("pointerenter", () => clearTimeout(this.going));
    this.box.addEventListener("pointerleave", () => this.leave());
  }

  /** Listens to a lever: `hovered` show the tip under the pointer, the first of `focused` shows it to the keyboard. */
  attend(lever, hovered, focused) {
    for (const element of hovered) {
      element.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") this.soon(lever); });
      element.addEventListener("pointerleave", () => this.leave());
    }
    // Somebody who comes by Tab reads what stands here; focus that a closed drawer gives back opens nothing.
    lever.root.addEventListener("keyup", ({ key, target }) => {
      if (key === "Tab" && target === focused[0] && target.matches(":focus-visible")) this.show(lever);
    });
    for (const element of focused)
      element.addEventListener("focus", () => {
        this.fill(lever);
        this.hide();
      });
    focused[0].addEventListener("blur", () => this.hide());
    lever.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.box.hidden) return;
      event.stopPropagation();
      this.hide();
    });
    lever.root.addEventListener("pointerdown", () => this.hide());
  }

  soon(lever) {
    clearTimeout(this.going);
    clearTimeout(this.coming);
    if (this.shown === lever && !this.box.hidden) return;
    this.coming = setTimeout(() => this.show(lever), DELAY_MS);
  }

  leave() {
    clearTimeout(this.coming);
    clearTimeout(this.going);
    this.going = setTimeout(() => this.hide(), LEAVING_MS);
  }

  hide() {
    clearTimeout(this.coming);
    clearTimeout(this.going);
    this.box.hidden = true;
  }

  /** The lever changed: what is open says it. */
  follow(lever) {
    if (this.shown === lever && !this.box.hidden) this.fill(lever);
  }

  show(lever) {
    this.fill(lever);
    this.box.hidden = false;
    const screen = this.box.parentElement.getBoundingClientRect();
    const row = lever.root.getBoundingClientRect();
    this.box.style.width = `${row.width}px`;
    this.box.style.left = `${row.left - screen.left}px`;
    const below = row.bottom - screen.top + 2;
    const fits = below + this.box.offsetHeight < screen.height - 8;
    this.box.style.top = `${fits ? below : Math.max(4, row.top - screen.top - this.box.offsetHeight - 2)}px`;
  }

  /** Puts the tip, hidden, over the screen that the levers are on. */
  settle() {
    const screen = this.host.closest(".screen");
    if (screen && this.box.parentElement !== screen) screen.append(this.box);
  }

  fill(row) {
    this.shown = row;
    const { lever } = row;
    const { display } = lever;
    const [low, high, base, now] = [lever.low, lever.high, lever.base, lever.value].map((value) => written(value, display));
    const lines = [
      [worded("Source"), lever.source || worded("nobody has named one")],
      [worded("Owner"), lever.owner || worded("nobody has been named")],
      [worded("Grade"), lever.grade in MEANING ? worded(MEANING[lever.grade]) : lever.grade],
      [worded("Range"), low === high ? worded("a fixed figure") : worded("in 8 of 10 cases between {low} and {high}", { low, high })],
      [worded("Base"), now === base ? base : worded("{base}; now {now}", { base, now })],
      [worded("Worth"), worded("{worth}, of the net benefit in the likely case", { worth: lever.worth })],
      [worded("Keys"), worded("Arrows one step, with Shift ten; Home and End the low and high end. A double click on the tick goes back to base.")],
    ];
    const list = make("dl", {}, ...lines.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]));
    this.box.replaceChildren(make("b", {}, lever.label), lever.unit ? make("small", {}, ` ${lever.unit}`) : "", list);
  }
}
