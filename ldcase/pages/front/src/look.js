// Light or dark, and the size of type: what the style sheet and the charts must agree on.
import tokens from "../../../charts/tokens.json";

const READING = 13; // text in charts, in pixels at 1280
const TALKING = 20; // the same where a video call may show it at half its size

/** What the surroundings ask for: JupyterLab says it on the body, other pages through the system's preference. */
function surroundings() {
  const lab = document.body.dataset.jpThemeLight;
  if (document.querySelector(".jp-LabShell, #jp-MainLogo, .jp-NotebookPanel") && lab !== undefined) return lab === "false" ? "dark" : "light";
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export class Look {
  /** `changed()` is called whenever the mode or the size of type is another one. */
  constructor(root, changed) {
    this.root = root;
    this.changed = changed;
    this.theme = "auto";
    this.forced = null;
    this.scale = 1;
    this.talking = false;
    this.preference = window.matchMedia("(prefers-color-scheme: dark)");
    this.follow = () => this.apply();
    this.preference.addEventListener("change", this.follow);
    this.body = new MutationObserver(this.follow);
    this.body.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
    this.sizes = new ResizeObserver(() => this.measure());
    this.sizes.observe(root);
    this.apply();
  }

  choose(theme) {
    this.theme = theme;
    this.apply();
  }

  get mode() {
    return this.forced ?? (this.theme === "auto" ? surroundings() : this.theme);
  }

  apply() {
    if (this.root.dataset.mode === this.mode) return;
    this.root.dataset.mode = this.mode;
    this.changed();
  }

  /** Large type: the screen as a slide of 1280 × 720 that grows and shrinks with its window. */
  talk(talking) {
    this.talking = talking;
    this.scale = 0;
    this.measure();
  }

  measure() {
    // Where the screen is the window nothing has to be laid out to know its size.
    const whole = !this.root.classList.contains("in-cell");
    const [width, height] = whole ? [innerWidth, innerHeight] : [this.root.clientWidth, this.root.clientHeight];
    const scale = this.talking ? Math.min(4, Math.max(0.8, Math.min(width / 1280, height / 720))) : Math.min(1.32, Math.max(1, width / 1280));
    if (Math.abs(scale - this.scale) < 0.004) return;
    this.scale = scale;
    this.root.style.setProperty("--u", `${scale}px`);
    this.changed();
  }

  /** The signals every chart has. */
  signals() {
    return { ...tokens[this.mode], size: Math.round((this.talking ? TALKING : READING) * this.scale * 10) / 10 };
  }

  remove() {
    this.preference.removeEventListener("change", this.follow);
    this.body.disconnect();
    this.sizes.disconnect();
  }
}
