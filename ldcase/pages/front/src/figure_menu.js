// What one may do with a figure: see its numbers as a table, copy them, save the picture.
import { icon, make, patch } from "./markup.js";
import { savePicture } from "./picture.js";

/** The rows of the figure's own data as a table of text, for figures whose page wrote none. */
function tableOf(columns) {
  const table = make("table");
  for (const data of Object.values(columns ?? {})) {
    const names = Object.keys(data);
    const count = names.length ? data[names[0]].length : 0;
    if (!count) continue;
    table.append(make("thead", {}, make("tr", {}, ...names.map((name) => make("th", { scope: "col" }, name.replaceAll("_", " "))))));
    const body = make("tbody");
    for (let row = 0; row < count; row += 1) body.append(make("tr", {}, ...names.map((name) => make("td", {}, String(data[name][row] ?? "")))));
    table.append(body);
    break;
  }
  return table.outerHTML;
}

async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = make("textarea", { class: "unseen" });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

export class FigureMenu {
  constructor(figure) {
    this.figure = figure;
    this.button = make("button", { type: "button", class: "quiet", "aria-haspopup": "true", "aria-expanded": "false", "aria-label": "What to do with this figure" }, icon("more"));
    this.asTable = make("button", { type: "button", role: "menuitem" }, "Show as a table");
    const copy = make("button", { type: "button", role: "menuitem" }, "Copy the numbers");
    const save = make("button", { type: "button", role: "menuitem" }, "Save the picture");
    this.list = make("div", { class: "menu-list", role: "menu", hidden: true }, this.asTable, copy, save);
    this.root = make("div", { class: "menu" }, this.button, this.list);
    this.button.addEventListener("click", () => this.open(this.list.hidden));
    this.asTable.addEventListener("click", () => { this.open(false); this.showTable(this.figure.table.hidden); });
    copy.addEventListener("click", () => { this.open(false); copyText(this.text()); });
    save.addEventListener("click", () => { this.open(false); savePicture(this.figure); });
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    this.root.addEventListener("focusout", (event) => { if (!this.root.contains(event.relatedTarget)) this.open(false, false); });
  }

  open(yes, focus = true) {
    if (this.list.hidden !== yes) return;
    this.list.hidden = !yes;
    this.button.setAttribute("aria-expanded", String(yes));
    if (focus) (yes ? this.asTable : this.button).focus();
  }

  pressed(event) {
    if (this.list.hidden) return;
    const items = [...this.list.children];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") { event.stopPropagation(); this.open(false); }
    else if (event.key === "ArrowDown") { event.preventDefault(); items[(at + 1) % items.length].focus(); }
    else if (event.key === "ArrowUp") { event.preventDefault(); items[(at + items.length - 1) % items.length].focus(); }
  }

  showTable(yes) {
    const { figure } = this;
    figure.table.hidden = !yes;
    figure.root.toggleAttribute("data-as-table", yes);
    this.asTable.textContent = yes ? "Show the chart" : "Show as a table";
    if (yes) this.refresh();
  }

  /** Keeps a table that is on screen up to date. */
  refresh() {
    const { figure } = this;
    if (figure.table.hidden) return;
    patch(figure.table, figure.writtenTable || tableOf(figure.columns));
  }

  /** The table as tab-separated text, which spreadsheets take. */
  text() {
    const holder = make("div");
    holder.innerHTML = this.figure.writtenTable || tableOf(this.figure.columns);
    return [...holder.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join("\t")).join("\n");
  }
}
