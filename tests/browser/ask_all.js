async () => {
  const root = document.querySelector(".ldcase"), ground = root.querySelector(".drawer-ground");
  const until = (done, what) => new Promise((resolve, reject) => {
    const began = performance.now();
    const look = () => done() ? resolve() : performance.now() - began > 15000 ? reject(new Error(what)) : setTimeout(look, 5);
    look();
  });
  const told = [];
  for (const asked of root.querySelectorAll("[data-ask]")) {
    if (ground.contains(asked) || asked.offsetParent === null) continue;
    asked.focus();
    asked.click();
    await until(() => !ground.hidden, `nothing answers ${asked.dataset.ask}`);
    const panel = ground.querySelector(".drawer"), text = (selector) => panel.querySelector(selector)?.textContent.trim() ?? "";
    told.push({
      name: asked.dataset.ask, title: text("h2"), value: text(".value"), formula: text(".formula"), sources: text("tbody"),
      inside: panel.contains(document.activeElement), wide: panel.scrollWidth - panel.clientWidth,
    });
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    await until(() => ground.hidden, "Esc closes nothing");
    told.at(-1).back = document.activeElement === asked;
  }
  return told;
}
