() => {
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const place = ["steps", "strip", "prose", "lever", "actions", "foot", "figure", "below"].find((name) => at.closest(`.${name}`)) ?? at.tagName;
  return { place, kind: at.type ?? at.getAttribute("role") ?? at.tagName, ring: style.outlineStyle !== "none" || style.boxShadow !== "none" };
}
