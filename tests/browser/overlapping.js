() => {
  const root = document.querySelector(".ldcase");
  const seen = (element) => { const box = element.getBoundingClientRect(); return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility !== "hidden"; };
  const groups = [".top > *", ".strip > *", ".steps > *", ".actions > *", ".foot > *", ".argument > *", ".levers > .lever", ".figures > .figure", ".home-bar > *", ".home .cases > li"];
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.slice(0, 40)}`;
  const wrong = [];
  for (const group of groups) {
    const all = [...root.querySelectorAll(group)].filter(seen);
    all.forEach((one, k) => all.slice(k + 1).forEach((other) => {
      const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5)
        wrong.push(`over each other: ${name(one)} and ${name(other)}`);
    }));
  }
  return wrong;
}
