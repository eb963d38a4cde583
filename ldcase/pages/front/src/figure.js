// One figure: its title, its Vega view, its sentence for those who do not see it, its table. The view lives as long as the figure.
import { changeset, parse, truthy, View } from "./vega.js";
import { make, patch } from "./markup.js";
import { settingFontsOnce } from "./fonts.js";
import { FigureMenu } from "./figure_menu.js";
import { worded } from "./language.js";
import { Rescaling } from "./rescaling.js";
import { Tip } from "./tip.js";

const SILENT = 0;
const NARROW = 30; // widths of less than so many heights of text get smaller text

/** Columns to rows, which is what Vega keeps. */
function rowsOf(columns) {
  const names = Object.keys(columns);
  const length = names.length ? columns[names[0]].length : 0;
  const rows = new Array(length);
  for (let index = 0; index < length; index += 1) {
    const row = {};
    for (const name of names) row[name] = columns[name][index];
    rows[index] = row;
  }
  return rows;
}

/** The room beside the plot: a fixed number of text heights, or a share of the width held between two of them. */
function roomFor(rule, width, size) {
  if (typeof rule === "number") return rule * size;
  const [share, least, most] = rule;
  return Math.min(most * size, Math.max(least * size, share * width));
}

export class Figure {
  /** `look()` gives the signals that hold on every figure: colours and text size. */
  constructor(chart, specs, look) {
    this.id = chart.id;
    this.spec = chart.spec;
    this.look = look;
    const spec = specs[chart.spec];
    if (!spec) throw new Error(`There is no chart “${chart.spec}”; there are: ${Object.keys(specs).join(", ")}.`);
    this.room = spec.usermeta.room;
    this.datasets = new Set(spec.data.map((dataset) => dataset.name));
    this.signals = new Set(spec.signals.map((signal) => signal.name));
    this.build();
    this.tip = new Tip(this.root);
    this.view = new View(parse(spec), { renderer: "canvas", container: this.canvasHost, hover: true, logLevel: SILENT, tooltip: this.tip.handler() });
    settingFontsOnce(this.canvasHost.querySelector("canvas").getContext("2d"));
    this.rescaling = new Rescaling((name, value) => this.view.signal(name, value), () => this.paint(), this.note);
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this.plot);
    this.columns = {};
    this.rows = {};
    this.fed = new Map(); // datasets whose latest rows are not drawn yet
    this.feeds = 0;
    this.running = false;
    this.waiting = false;
    this.sized = false;
    this.show(chart);
  }

  build() {
    this.title = make("h2");
    this.subtitle = make("p", { class: "sub" });
    this.canvasHost = make("div", { class: "canvas" });
    this.sentence = make("p", { hidden: true, id: `ldcase-says-${this.id}` }); // read out as the plot's description, laid out nowhere
    this.plot = make("div", { class: "plot", role: "img", "aria-describedby": this.sentence.id }, this.canvasHost);
    this.table = make("div", { class: "table", hidden: true, tabindex: "0" });
    this.note = make("span", { class: "rescaled", hidden: true, "aria-hidden": "true" });
    this.menu = new FigureMenu(this);
    this.root = make("figure", { class: "figure", "data-chart": this.id },
      make("figcaption", {}, this.title, this.subtitle), this.menu.root, this.plot, this.sentence, this.table, this.note);
  }

  /** Everything about the figure, as in a view. */
  show(chart) {
    this.root.dataset.place = chart.place;
    this.caption(chart);
    this.feed(chart.data ?? {}, chart.signals ?? {});
  }

  caption({ title, subtitle, description, table }) {
    if (title !== undefined && patch(this.title, title)) { this.plot.setAttribute("aria-label", this.title.textContent); this.menu.name(); }
    if (subtitle !== undefined && patch(this.subtitle, subtitle ?? "")) { this.another = true; this.subtitle.title = this.subtitle.textContent; this.subtitle.hidden = !subtitle; }
    if (description !== undefined) patch(this.sentence, description ?? "");
    if (table !== undefined) this.writtenTable = table;
    this.menu.refresh();
  }

  /** Takes new rows and signals; says whether there is anything to paint. */
  feed(data, signals) {
    let changed = false;
    for (const [name, columns] of Object.entries(data)) {
      if (!this.datasets.has(name)) continue;
      this.view.change(name, this.changesTo(name, columns));
      this.columns[name] = columns;
      this.fed.set(name, (this.feeds += 1));
      changed = true;
    }
    for (const [name, value] of Object.entries(signals)) {
      if (!this.signals.has(name)) continue;
      if (Rescaling.names.has(name)) this.rescaling.take(name, value, this.sized && !this.another, worded("Axis rescaled to fit"));
      else this.view.signal(name, value);
      changed = true;
    }
    if (changed) this.another = false; // from here on the figure is about the same, until what is measured is another
    return changed;
  }

  /**
   * What makes the rows of a dataset these: as long as there are as many, a row stays and only its numbers change.
   * Of changes that were not drawn yet Vega keeps only the last, so that one then has to hold all rows.
   */
  changesTo(name, columns) {
    const before = this.columns[name];
    const names = Object.keys(columns);
    const stays = before && !this.fed.has(name) && Object.keys(before).length === names.length && names.every((column) => before[column]?.length === columns[column].length);
    if (!stays) {
      this.rows[name] = rowsOf(columns);
      return changeset().remove(truthy).insert(this.rows[name]);
    }
    const changes = changeset();
    this.rows[name].forEach((row, index) => {
      for (const column of names) if (row[column] !== columns[column][index]) changes.modify(row, column, columns[column][index]);
    });
    return changes;
  }

  /** Fits the view to the room there is; the canvas takes no room of its own, so this cannot call itself. */
  measure() {
    const width = Math.floor(this.plot.clientWidth);
    const height = Math.floor(this.plot.clientHeight);
    const { size: plain } = this.look();
    const size = width < NARROW * plain ? 0.94 * plain : plain;
    if (width < 40 || height < 24) return;
    const fit = `${width}×${height}×${size}`;
    if (fit === this.fit) return;
    this.fit = fit;
    this.sized = true;
    const padding = {
      left: Math.round(roomFor(this.room.left, width, size)), right: Math.round(roomFor(this.room.right, width, size)),
      top: Math.round(roomFor(this.room.top, width, size)), bottom: Math.round(roomFor(this.room.bottom, width, size)),
    };
    this.view.padding(padding);
    this.view.width(Math.max(20, width - padding.left - padding.right));
    this.view.height(Math.max(12, height - padding.top - padding.bottom));
    this.feed({}, { ...this.look(), size, room_left: padding.left, room_right: padding.right });
    this.paint();
  }

  /** Colours or text size changed. */
  dress() {
    this.fit = null;
    if (this.sized) this.measure();
  }

  /** Draws at once: paper does not wait. */
  dressForPaper() {
    const { size: _, ...colours } = this.look();
    this.feed({}, colours);
    this.view.run();
  }

  /** Draws what was fed. While it draws, further calls become one more drawing of the newest. */
  async paint() {
    if (!this.sized) return;
    if (this.running) { this.waiting = true; return this.painting; }
    this.running = true;
    this.painting = (async () => {
      try {
        do {
          this.waiting = false;
          const fed = new Map(this.fed);
          await this.view.runAsync();
          for (const [name, feed] of fed) if (this.fed.get(name) === feed) this.fed.delete(name);
        } while (this.waiting);
      } finally {
        this.running = false;
      }
    })();
    return this.painting;
  }

  remove() {
    this.observer.disconnect();
    this.view.finalize();
    this.root.remove();
  }
}
