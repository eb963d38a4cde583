// The page's address says where it stands: Python's part of it (case, step, what is open) and the page's own (the presentation).
const PYTHONS = ["case", "lens", "step", "open", "part", "ask", "cautious", "levers", "snapshot"];

export class Address {
  /** In a notebook the address belongs to somebody else: nothing is written there. */
  constructor(root) {
    this.mine = !root.classList.contains("in-cell");
    this.watch = new MutationObserver(() => this.presents(root));
    this.began = new URLSearchParams(location.search).get("present");
    this.root = root;
  }

  /** The place in a presentation that the address named when the page was opened; once. */
  presented() {
    const { began } = this;
    this.began = null;
    if (this.mine) this.watch.observe(this.root, { attributeFilter: ["data-presenting", "data-build"] });
    return this.mine ? began : null;
  }

  /** `query` is what Python says of where the page stands. */
  follow(query) {
    if (query === undefined) return;
    const said = new URLSearchParams(query);
    this.write(Object.fromEntries(PYTHONS.map((name) => [name, said.get(name)])));
  }

  presents(root) {
    this.write({ present: "presenting" in root.dataset ? root.dataset.build ?? "" : null });
  }

  write(values) {
    if (!this.mine) return;
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(values)) {
      if (value === null) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  remove() {
    this.watch.disconnect();
  }
}
