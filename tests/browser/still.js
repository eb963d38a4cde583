// Resolves when the page has come to rest: every chart that has a place has its size, nothing is animated, and three frames in a row all stands where it stood.
async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const places = () => [...document.querySelectorAll(".ldcase, .ldcase *")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${x} ${y} ${width} ${height}`;
  }).join();
  const moves = () => document.getAnimations().some((animation) => animation.playState === "running")
    || [...window.__ldcase.figures.values()].some((figure) => !figure.sized && figure.root.checkVisibility());
  const begun = performance.now();
  for (let rested = 0, before = ""; rested < 3; ) {
    await frame();
    const now = places();
    rested = now === before && !moves() ? rested + 1 : 0;
    before = now;
    if (performance.now() - begun > 20_000) throw new Error("the page does not come to rest");
  }
}
