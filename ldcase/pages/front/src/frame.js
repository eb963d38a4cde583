// The frame of the screen: top bar, steps, bottom line, the places for text, levers and figures, the drawer.
import { icon, make, patch } from "./markup.js";
import { arriveAt, showControls } from "./controls.js";
import { copyTable } from "./copying.js";
import { Drawer } from "./drawer.js";
import { marked, worded } from "./language.js";
import { LanguageMenu } from "./language_menu.js";

const SLOTS = ["bottom_line", "headline", "prose", "below", "foot", "drawer", "notice", "talk", "levers_foot", "writing", "lens"];

const LONG_HEADLINE = 64;
const TYPING_MS = 250; // a search waits for a pause in the typing
let panels = 0;

export class Frame {
  constructor(root, channel, { theme, present }) {
    this.root = root;
    this.channel = channel;
    this.title = make("b", { class: "case", dir: "auto" });
    this.steps = make("div", { class: "steps", role: "tablist", });
    this.slots = {
      bottom_line: make("section", { class: "strip" }),
      notice: make("div", { class: "notice", role: "status" }),
      headline: make("h1", { dir: "auto" }),
      prose: make("div", { class: "prose", dir: "auto" }),
      below: make("section", { class: "below" }),
      levers_foot: make("span"),
      writing: make("div", { class: "writing" }),
      foot: make("footer", { class: "foot" }),
      drawer: make("div", { class: "drawer-body" }),
      lens: make("div", { class: "lens" }),
    };
    this.levers = make("div", { class: "levers", role: "group" });
    this.figures = make("div", { class: "figures" });
    this.heard = make("p", { class: "unseen", role: "status", "aria-live": "polite" });
    this.argument = make("section", { class: "argument" }, this.slots.headline, this.slots.prose, this.slots.writing, this.levers, make("div", { class: "levers-foot" }, this.slots.levers_foot));
    this.exhibits = make("section", { class: "exhibits" }, this.figures, this.slots.below);
    this.panel = make("div", { class: "panel", role: "tabpanel", id: `ldcase-panel-${(panels += 1)}` }, this.argument, this.exhibits);
    this.main = make("main", { class: "body" }, this.panel);
    const action = (name, label, run) => {
      const button = make("button", { type: "button", class: "action", title: label, "aria-label": label }, icon(name), make("span", {}, label));
      button.addEventListener("click", run);
      return button;
    };
    this.actions = [[action("present", "", present), marked("Present")], [action("export", "", () => channel.act("export")), marked("Export")], [action("theme", "", theme), marked("Light or dark")], [action("ask", "", () => this.question()), marked("Questions")]];
    this.language = new LanguageMenu((language, locale) => channel.act("speak", language, locale));
    this.top = make("header", { class: "top" }, make("div", { class: "named" }, this.title, this.slots.lens), this.steps,
      make("div", { class: "actions" }, this.actions[3][0], ...this.actions.slice(0, 2).map(([button]) => button), this.language.root, this.actions[2][0]));
    this.drawer = new Drawer(this.slots.drawer, () => channel.act("close"));
    this.page = make("div", { class: "page" }, this.top, this.slots.bottom_line, this.slots.notice, this.main, this.slots.foot, this.heard);
    root.append(make("div", { class: "screen" }, this.page, this.drawer.root));
    this.listen();
  }

  /** Says the frame's own words in the language that `given` brought. */
  speakIn(given) {
    this.root.lang = given.language ?? "en";
    const named = [[this.steps, marked("Steps of the pitch")], [this.slots.bottom_line, marked("The bottom line")], [this.levers, marked("Levers")]];
    for (const [element, label] of named) element.setAttribute("aria-label", worded(label));
    for (const [button, label] of this.actions) {
      const said = worded(label);
      button.title = said;
      button.setAttribute("aria-label", said);
      button.lastChild.textContent = said;
    }
    this.language.show({ languages: {}, locales: {}, ...given });
  }

  listen() {
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.root.addEventListener("change", (event) => {
      const { target } = event;
      if (target.dataset.act && target.dataset.live === undefined) this.channel.act(target.dataset.act, target.type === "checkbox" ? target.checked : target.value, target.name);
    });
    this.root.addEventListener("input", ({ target }) => {
      if (target.dataset.live === undefined) return;
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.channel.act(target.dataset.act, target.value, target.name), TYPING_MS);
    });
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    this.steps.addEventListener("keydown", (event) => this.pressedOnSteps(event));
  }

  clicked(event) {
    const copy = event.target.closest("[data-copy]");
    if (copy) { copyTable(copy, worded("copied")); return; }
    const asked = event.target.closest("[data-ask], [data-act]");
    if (!asked || !this.root.contains(asked) || asked.matches("input, select, textarea")) return;
    if (asked.dataset.ask !== undefined) {
      this.drawer.returnTo(asked);
      this.channel.ask(asked.dataset.ask);
    } else {
      if (asked.dataset.act === "to_lever") this.wanted = asked.dataset.value;
      if (asked.dataset.act === "step") this.main.setAttribute("aria-busy", "true");
      if (asked.dataset.act === "export" || asked.dataset.opens !== undefined) this.drawer.returnTo(asked);
      if (asked.dataset.opens !== undefined) this.drawer.await();
      this.channel.act(asked.dataset.act, asked.dataset.value ?? null);
    }
  }

  pressed(event) {
    const writing = event.target.matches("input[type=text], input[type=search], input[type=date], textarea, select");
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("[data-ask]:not(button), [data-act]:not(button, input, select, textarea)")) {
      event.preventDefault();
      this.clicked(event);
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !writing) {
      event.preventDefault();
      this.channel.act(event.shiftKey ? "redo" : "undo");
    }
    event.stopPropagation(); // JupyterLab and Voila listen for single letters on the page
  }

  pressedOnSteps(event) {
    const tabs = [...this.steps.children];
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    tabs[(to + tabs.length) % tabs.length].focus();
  }

  /** Opens the questions of the room. */
  question() {
    this.drawer.returnTo(document.activeElement);
    this.drawer.await();
    this.channel.act("questions");
  }

  show(view) {
    const { root } = this;
    root.dataset.layout = view.layout ?? "hero-two";
    root.dataset.case = view.case?.id ?? "";
    if (this.title.textContent !== view.case?.title) this.title.textContent = view.case?.title ?? "";
    this.showSteps(view.steps ?? [], view.step);
    const another = root.dataset.step !== undefined && root.dataset.step !== view.step; // the first one begins at its top
    root.dataset.step = view.step ?? "";
    this.fill(Object.fromEntries(SLOTS.map((slot) => [slot, view.slots?.[slot] ?? ""])), null);
    this.main.removeAttribute("aria-busy");
    if (another) for (const column of [this.main, this.argument, this.exhibits, this.page]) column.scrollTop = 0;
  }

  showSteps(steps, chosen) {
    const held = this.steps.contains(document.activeElement);
    this.root.toggleAttribute("data-stepless", steps.length === 0);
    steps.forEach((step, position) => {
      let tab = this.steps.children[position];
      if (!tab) {
        tab = make("button", { type: "button", role: "tab", "data-act": "step", "aria-controls": this.panel.id }, make("i"), make("span"));
        this.steps.append(tab);
      }
      tab.dataset.value = step.id;
      tab.firstChild.textContent = step.number ?? position + 1;
      tab.lastChild.textContent = step.label;
      const on = step.id === chosen;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      if (on) this.panel.setAttribute("aria-label", step.label);
      if (on && held) tab.focus();
    });
    while (this.steps.children.length > steps.length) this.steps.lastChild.remove();
  }

  /** The levers of the step are there: whoever asked for one of them is brought to it. */
  arrive() {
    if (!this.wanted || !this.drawer.root.hidden) return;
    arriveAt(this.levers, this.wanted);
    this.wanted = null;
  }

  /** Writes slots; a slot keeps the serial of the message it was last written by. */
  fill(html, serial) {
    for (const [slot, text] of Object.entries(html)) {
      const element = this.slots[slot];
      if (!element) continue;
      if (slot === "drawer") {
        this.drawer.show(text);
        showControls(this.slots.drawer, this.channel);
      }
      else {
        patch(element, text);
        element.hidden = text === "";
        if (slot === "headline") element.toggleAttribute("data-long", element.textContent.length > LONG_HEADLINE);
      }
      if (serial !== null) element.dataset.serial = serial;
    }
  }

  /** Reads the bottom line out once a lever rests. */
  speak() {
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => {
      const text = [...this.slots.bottom_line.children].map((figure) => figure.innerText.replace(/\s+/g, " ")).join("; ");
      if (this.heard.textContent !== text) this.heard.textContent = text;
    }, 900);
  }
}
