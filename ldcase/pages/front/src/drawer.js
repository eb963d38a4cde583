// The drawer: panels, and answers to “where does this number come from?”. It holds the focus while open and gives it back.
import { worded } from "./language.js";
import { icon, make, patch } from "./markup.js";

const PATIENCE_MS = 300;
const FOCUSABLE = "button:not([disabled]), [href], input:not([disabled]), select, textarea, summary, [tabindex='0']";

export class Drawer {
  constructor(body, closed) {
    this.body = body;
    this.closed = closed;
    this.button = make("button", { type: "button", class: "quiet close" }, icon("close"));
    this.panel = make("div", { class: "drawer", role: "dialog", "aria-modal": "true", tabindex: "-1" }, this.button, body);
    this.root = make("div", { class: "drawer-ground", hidden: true }, this.panel);
    this.button.addEventListener("click", () => this.close());
    this.root.addEventListener("mousedown", (event) => { if (event.target === this.root) this.close(); });
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    this.root.addEventListener("input", ({ target }) => { this.typed = target; });
    this.root.addEventListener("change", () => { this.typed = null; }); // from here on it is said, though not yet answered
    this.places = new Map();
  }

  /** Remembers what the focus goes back to, unless the question came from inside the drawer. */
  returnTo(element) {
    if (!this.root.contains(element)) this.origin = element;
  }

  /** Something was asked that may take a while: says so once it does. */
  await() {
    this.arrived();
    this.waiting = setTimeout(() => this.show(`<p class="soft" role="status">${worded("Working it out …")}</p>`), PATIENCE_MS);
  }

  /** An answer is here; when it is none for the drawer, what said that one is awaited goes. */
  arrived() {
    clearTimeout(this.waiting);
    if (this.body.firstChild?.role === "status") this.show("");
  }

  show(html) {
    const opening = html !== "" && this.root.hidden;
    if (html !== "") this.write(html);
    if (html === "" && !this.root.hidden) this.hide();
    if (opening) {
      this.button.setAttribute("aria-label", worded("Close"));
      this.button.title = worded("Close (Esc)");
      this.origin ??= document.activeElement;
      this.root.hidden = false;
      this.panel.scrollTop = 0;
      this.panel.focus({ preventScroll: true });
    } else if (html !== "" && !this.holdsFocus()) this.panel.focus({ preventScroll: true });
    if (document.activeElement === this.panel && matchMedia("(pointer: fine)").matches) this.body.querySelector("[data-first]")?.focus({ preventScroll: true });
  }

  /** Whether a key would be heard here; a button that was disabled while it had the focus hears none. */
  holdsFocus() {
    const at = document.activeElement;
    return this.panel.contains(at) && !at.matches(":disabled");
  }

  /** Each subject keeps the place it was read at, for those who come back from a question. */
  write(html) {
    const before = this.body.querySelector("h2")?.textContent;
    const place = this.panel.scrollTop;
    patch(this.body, html);
    const subject = this.body.querySelector("h2")?.textContent;
    if (subject === before) {
      const refused = this.body.querySelector(".refused");
      if (refused && refused !== this.refused) refused.scrollIntoView({ block: "nearest" });
      this.refused = refused;
      return;
    }
    this.places.set(before, place);
    this.panel.scrollTop = this.places.get(subject) ?? 0;
    this.panel.setAttribute("aria-label", subject ?? worded("Working it out …"));
  }

  close() {
    this.hide();
    this.closed();
  }

  hide() {
    this.root.hidden = true;
    this.places.clear();
    this.body.replaceChildren();
    this.body.writtenHtml = "";
    if (this.origin?.isConnected) this.origin.focus({ preventScroll: true });
    this.origin = null;
  }

  pressed(event) {
    const { target } = event;
    if (event.key === "Escape" && target === this.typed && target.matches("input[type=text]") && target.value !== target.defaultValue) target.value = target.defaultValue;
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab") {
      const stops = [...this.panel.querySelectorAll(FOCUSABLE)].filter((element) => element.offsetParent !== null);
      const [first, last] = [stops[0], stops.at(-1)];
      const at = document.activeElement;
      if (event.shiftKey && (at === first || at === this.panel)) { event.preventDefault(); last.focus(); }
      else if (!event.shiftKey && at === last) { event.preventDefault(); first.focus(); }
    }
  }
}
