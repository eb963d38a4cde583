// The drawer that answers “where does this number come from?”. It holds the focus while open and gives it back.
import { icon, make, patch } from "./markup.js";

const FOCUSABLE = "button:not([disabled]), [href], input:not([disabled]), select, textarea, summary, [tabindex='0']";

export class Drawer {
  constructor(body, closed) {
    this.body = body;
    this.closed = closed;
    this.button = make("button", { type: "button", class: "quiet close", "aria-label": "Close", title: "Close (Esc)" }, icon("close"));
    this.panel = make("div", { class: "drawer", role: "dialog", "aria-modal": "true", "aria-label": "Where this comes from", tabindex: "-1" }, this.button, body);
    this.root = make("div", { class: "drawer-ground", hidden: true }, this.panel);
    this.button.addEventListener("click", () => this.close());
    this.root.addEventListener("mousedown", (event) => { if (event.target === this.root) this.close(); });
    this.root.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** Remembers what the focus goes back to, unless the question came from inside the drawer. */
  returnTo(element) {
    if (!this.root.contains(element)) this.origin = element;
  }

  show(html) {
    const opening = html !== "" && this.root.hidden;
    if (html !== "") patch(this.body, html);
    if (html === "" && !this.root.hidden) this.hide();
    if (opening) {
      this.origin ??= document.activeElement;
      this.root.hidden = false;
      this.panel.scrollTop = 0;
      this.panel.focus({ preventScroll: true });
    }
  }

  close() {
    this.hide();
    this.closed();
  }

  hide() {
    this.root.hidden = true;
    if (this.origin?.isConnected) this.origin.focus({ preventScroll: true });
    this.origin = null;
  }

  pressed(event) {
    if (event.key === "Escape") this.close();
    else if (event.key === "Tab") {
      const stops = [...this.panel.querySelectorAll(FOCUSABLE)].filter((element) => element.offsetParent !== null);
      const [first, last] = [stops[0], stops.at(-1)];
      const at = document.activeElement;
      if (event.shiftKey && (at === first || at === this.panel)) { event.preventDefault(); last.focus(); }
      else if (!event.shiftKey && at === last) { event.preventDefault(); first.focus(); }
    }
  }
}
