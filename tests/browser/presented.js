// What a presentation shows now: the step, the build, which pieces are seen, and whether any text is too small to be read in a call.
() => {
  const root = document.querySelector(".ldcase");
  const seen = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const unit = parseFloat(getComputedStyle(root).getPropertyValue("--u"));
  const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.textContent.trim() && seen(node.parentElement) && !node.parentElement.closest(".unseen, svg, style") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
  const small = [];
  while (words.nextNode()) {
    const { parentElement, textContent } = words.currentNode;
    const size = parseFloat(getComputedStyle(parentElement).fontSize) / unit;
    if (size < 16.3) small.push(`${textContent.trim().slice(0, 40)}: ${size.toFixed(1)}`);
  }
  const outside = [...root.querySelectorAll("h1, .prose, .figure, .lever, .strip, .bar")].filter(seen).filter((element) => {
    const box = element.getBoundingClientRect();
    return box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || element.scrollHeight > element.clientHeight + 2;
  }).map((element) => element.className || element.nodeName);
  const figures = [...root.querySelectorAll(".figure")].filter(seen);
  return {
    presenting: "presenting" in root.dataset, step: root.dataset.step, build: root.dataset.build ?? null, unit,
    prose: seen(root.querySelector(".prose")), headline: seen(root.querySelector("h1")), strip: seen(root.querySelector(".strip strong")),
    charts: figures.map((figure) => figure.dataset.place), levers: [...root.querySelectorAll(".lever")].filter(seen).length,
    tables: [...root.querySelectorAll("table, .foot, .top, .below, .notice")].filter(seen).length,
    sizes: figures.map((figure) => window.__ldcase.figures.get(figure.dataset.chart).view.signal("size")),
    small, outside, said: root.querySelector(".bar ~ .unseen").textContent,
  };
}
