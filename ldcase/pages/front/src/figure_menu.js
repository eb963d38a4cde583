// What one may do with a figure: see its numbers as a table, copy them or the picture, save the picture.
import { copyText, tabbed } from "./copying.js";
import { worded } from "./language.js";
import { icon, make, patch } from "./markup.js";
import { copyPicture, savePicture } from "./picture.js";

const SAID_MS = 2400;

export class FigureMenu {
  constructor(figure) {
    this.figure = figure;
    this.button = make("button", { type: "button", class: "quiet", "aria-haspopup": "menu", "aria-expanded": "false" }, icon("more"));
    this.asTable = this.item(() => this.showTable(figure.table.hidden));
    this.copy = this.item(() => this.copyNumbers());
    this.copyImage = this.item(() => this.copyPicture());
    this.save = this.item(() => savePicture(figure));
    this.list = make("div", { class: "menu-list", role: "menu", hidden: true }, this.asTable, this.copy, this.copyImage, this.save);
    this.said = make("span", { class: "menu-said", role: "status" });
    this.root = make("div", { class: "menu" }, this.button, this.list, this.said);
    this.button.addEventListener("click", () => this.open(this.list.hidden));
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    this.root.addEventListener("focusout", (event) => { if (!this.root.contains(event.relatedTarget)) this.open(false, false); });
    this.name();
  }

  item(run) {
    const made = make("button", { type: "button", role: "menuitem", tabindex: "-1" });
    made.addEventListener("click", () => { this.open(false); run(); });
    return made;
  }

  /** Writes the words of the menu, in the language in force. */
  name() {
    const texts = [
      [this.asTable, this.figure.table.hidden ? worded("Show as a table") : worded("Show the chart")],
      [this.copy, worded("Copy the numbers")],
      [this.copyImage, worded("Copy the picture")],
      [this.save, worded("Save the picture")],
    ];
    for (const [item, text] of texts) if (item.textContent !== text) item.textContent = text;
    const about = worded("What to do with this figure: {title}", { title: this.figure.title.textContent });
    if (this.button.getAttribute("aria-label") !== about) this.button.setAttribute("aria-label", about);
    this.list.setAttribute("aria-label", about);
  }

  open(yes, focus = true) {
    if (this.list.hidden !== yes) return;
    if (yes) this.name();
    this.list.hidden = !yes;
    this.button.setAttribute("aria-expanded", String(yes));
    if (focus) (yes ? this.asTable : this.button).focus();
  }

  pressed(event) {
    if (this.list.hidden) {
      if (event.key === "ArrowDown" && event.target === this.button) { event.preventDefault(); this.open(true); }
      return;
    }
    const items = [...this.list.children];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape") { event.stopPropagation(); this.open(false); }
    else if (event.key === "Tab") this.open(false, false);
    else if (to !== undefined) { event.preventDefault(); event.stopPropagation(); items[(to + items.length) % items.length].focus(); }
  }

  showTable(yes) {
    const { figure } = this;
    figure.table.hidden = !yes;
    figure.root.toggleAttribute("data-as-table", yes);
    if (yes) this.refresh();
  }

  /** Keeps a table that is on screen up to date. */
  refresh() {
    const { figure } = this;
    if (!figure.table.hidden) patch(figure.table, figure.writtenTable ?? "");
  }

  /** The table as tab-separated text, which spreadsheets take, under its finding and what is measured. */
  text() {
    const holder = make("div");
    holder.innerHTML = this.figure.writtenTable ?? "";
    return tabbed(holder, [this.figure.title.textContent, this.figure.subtitle.textContent]);
  }

  async copyNumbers() {
    await copyText(this.text());
    this.say(worded("The numbers are copied."));
  }

  async copyPicture() {
    const copied = await copyPicture(this.figure);
    this.say(copied ? worded("The picture is copied.") : worded("The browser takes no picture; it is saved as a file."));
  }

  /** Says beside the menu what was done, for as long as that takes to read. */
  say(text) {
    clearTimeout(this.saying);
    this.said.textContent = text;
    this.saying = setTimeout(() => { this.said.textContent = ""; }, SAID_MS);
  }
}
