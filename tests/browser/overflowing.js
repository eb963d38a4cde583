() => {
  const root = document.querySelector(".ldcase");
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.slice(0, 60)}`;
  const wide = [document.scrollingElement, root, ...root.querySelectorAll(".screen, .page, .body, .argument, .exhibits, .foot, .top")]
    .filter((element) => element.scrollWidth > element.clientWidth + 1);
  const cut = [...root.querySelectorAll(".strip *, h1, h1 *, .lever .label, .lever .worth, .steps *")]
    .filter((element) => element.clientWidth && (element.scrollWidth > element.clientWidth + 1));
  const outside = [...root.querySelectorAll(".strip strong, .strip em, .strip small, h1, .lever input, .figure h2, .foot .next button")]
    .filter((element) => { const box = element.getBoundingClientRect(); return box.left < -1 || box.right > innerWidth + 1; });
  const high = [...root.querySelectorAll(".strip, .strip button, h1, .figure h2")].filter((element) => element.scrollHeight > element.clientHeight + 3
    && getComputedStyle(element).overflowY !== "visible");
  const low = [...root.querySelectorAll(".strip, h1")].filter((element) => element.getBoundingClientRect().bottom > innerHeight);
  return Object.entries({ wide, cut, outside, high, low }).flatMap(([why, all]) => all.map((element) => `${why}: ${name(element)}`));
}
