() => {
  const root = document.querySelector(".ldcase");
  const text = (selector) => root.querySelector(selector)?.textContent ?? null;
  const slots = {
    bottom_line: text(".strip"), headline: text("h1"), prose: text(".prose"), below: text(".below"), foot: text(".foot"),
    notice: text(".notice"), drawer: text(".drawer-body"),
    levers_foot: text(".levers-foot > span"), writing: text(".writing"),
  };
  const levers = [...root.querySelectorAll(".lever")].map((row) => {
    const slider = row.querySelector("input[type=range]");
    return {
      name: row.dataset.lever, label: row.querySelector(".label").textContent, worth: row.querySelector(".worth").textContent,
      changed: row.hasAttribute("data-changed"), now: slider.valueAsNumber, spoken: slider.getAttribute("aria-valuetext"),
      box: row.querySelector("input.number").value,
    };
  });
  const charts = [...root.querySelectorAll("figure.figure")].map((shown) => window.__ldcase.figures.get(shown.dataset.chart)).map((figure) => ({
    id: figure.id, title: figure.title.textContent, subtitle: figure.subtitle.textContent,
    description: figure.sentence.textContent, label: figure.plot.getAttribute("aria-label"),
    data: Object.fromEntries([...figure.datasets].map((name) => [name, figure.view.data(name)])),
    signals: Object.fromEntries([...figure.signals].map((name) => [name, figure.view.signal(name)])),
  }));
  return { case: root.dataset.case, step: root.dataset.step, slots, levers, charts };
}
