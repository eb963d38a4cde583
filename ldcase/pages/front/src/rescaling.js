// An axis that becomes another one while people look at it: it eases over, and says that it did.
const EASED_MS = 260;
const SAID_MS = 2600;
const DOMAINS = ["x_domain", "y_domain"];

const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const same = (one, other) => one.length === other.length && one.every((value, position) => value === other[position]);

export class Rescaling {
  /** `set(name, value)` gives the figure a signal and `paint()` draws it; `note` is the element that says so. */
  constructor(set, paint, note) {
    this.set = set;
    this.paint = paint;
    this.note = note;
    this.shown = {};
  }

  /** Takes a new domain of an axis; `visibly` where the figure is about the same as before. */
  take(name, domain, visibly, words) {
    const before = this.shown[name];
    this.shown[name] = domain;
    if (!before || same(before, domain)) { if (!before) this.set(name, domain); return; }
    cancelAnimationFrame(this.frame);
    if (!visibly) { this.set(name, domain); return; }
    this.say(words);
    if (still()) this.set(name, domain);
    else this.ease(name, before, domain);
  }

  ease(name, from, to) {
    const began = performance.now();
    const step = (now) => {
      const share = Math.min(1, Math.max(0, (now - began) / EASED_MS));
      const eased = 1 - (1 - share) ** 3;
      this.set(name, share < 1 ? from.map((end, position) => end + (to[position] - end) * eased) : to);
      this.paint();
      if (share < 1) this.frame = requestAnimationFrame(step);
    };
    step(began);
  }

  say(words) {
    clearTimeout(this.saying);
    this.note.textContent = words;
    this.note.hidden = false;
    this.saying = setTimeout(() => { this.note.hidden = true; }, SAID_MS);
  }

  static names = new Set(DOMAINS);
}
