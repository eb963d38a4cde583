// All figures of the screen. They are made once and then only fed: a figure whose id and chart stay is never replaced.
import { Figure } from "./figure.js";

export class Board {
  /** With `placeOf(chart)` each chart stands in the element that gives, else all of them in `host`, in their order. */
  constructor(host, specs, look, placeOf = null) {
    this.host = host;
    this.specs = specs;
    this.look = look;
    this.placeOf = placeOf;
    this.figures = new Map();
  }

  /** Shows exactly these charts, in this order. */
  show(charts) {
    const wanted = new Map(charts.map((chart) => [chart.id, chart.spec]));
    for (const [id, figure] of this.figures)
      if (wanted.get(id) !== figure.spec) { figure.remove(); this.figures.delete(id); }
    charts.forEach((chart, position) => {
      const kept = this.figures.get(chart.id);
      if (kept) kept.show(chart);
      else this.figures.set(chart.id, new Figure(chart, this.specs, this.look));
      const { root } = this.figures.get(chart.id);
      const place = this.placeOf ? this.placeOf(chart) : this.host;
      const before = this.placeOf ? 0 : position;
      if (place && place.children[before] !== root) place.insertBefore(root, place.children[before] ?? null);
    });
    if (!this.placeOf) this.host.hidden = charts.length === 0;
    return Promise.all([...this.figures.values()].map((figure) => figure.paint()));
  }

  /**
   * Feeds what changed and paints only the figures concerned.
   * Data keyed “dataset” goes to every figure that has it, “figure.dataset” to that figure alone.
   */
  update({ data = {}, signals = {}, figures = {} }) {
    const painted = [];
    for (const [id, figure] of this.figures) {
      const own = {};
      for (const [key, columns] of Object.entries(data)) {
        const dot = key.indexOf(".");
        if (dot < 0) own[key] = columns;
        else if (key.slice(0, dot) === id) own[key.slice(dot + 1)] = columns;
      }
      const changed = figure.feed(own, signals[id] ?? {});
      if (figures[id]) figure.caption(figures[id]);
      else if (changed) figure.menu.refresh();
      if (changed) painted.push(figure.paint());
    }
    return Promise.all(painted);
  }

  dress() {
    for (const figure of this.figures.values()) figure.dress();
  }

  /** Draws at once in these colours, for paper. */
  dressForPaper() {
    for (const figure of this.figures.values()) figure.dressForPaper();
  }

  remove() {
    for (const figure of this.figures.values()) figure.remove();
    this.figures.clear();
  }
}
