// A tip beside the pointer with the words a mark carries: text, or lines of name and value. Text is never read as markup.
import { make } from "./markup.js";

export class Tip {
  constructor(host) {
    this.host = host;
    this.box = make("div", { class: "tip", hidden: true, "aria-hidden": "true" });
    host.append(this.box);
  }

  handler() {
    return (_view, event, _item, value) => this.show(event, value);
  }

  show(event, value) {
    if (value == null || value === "") { this.box.hidden = true; return; }
    const lines = typeof value === "object" ? Object.entries(value).map(([name, text]) => `${name}: ${text}`) : String(value).split("\n");
    this.box.replaceChildren(...lines.map((line) => make("div", {}, line)));
    this.box.hidden = false;
    const frame = this.host.getBoundingClientRect();
    const left = Math.min(event.clientX - frame.left + 14, frame.width - this.box.offsetWidth - 6);
    const above = event.clientY - frame.top - this.box.offsetHeight - 12;
    this.box.style.left = `${Math.max(6, left)}px`;
    this.box.style.top = `${above > 0 ? above : event.clientY - frame.top + 18}px`;
  }
}
