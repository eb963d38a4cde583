// The link that leads somebody else to what is seen here; Python says what it carries, the browser where the workbook is.
import { copyText } from "./copying.js";
import { worded } from "./language.js";
import { make } from "./markup.js";

const TOLD_MS = 1800;

export class Link {
  constructor(root) {
    this.root = root;
    this.inCell = root.classList.contains("in-cell");
    this.query = "";
    this.told = make("p", { class: "link-copied", role: "status", hidden: true });
    root.append(this.told);
    root.addEventListener("click", ({ target }) => {
      const button = target.closest?.("[data-link]");
      if (button) this.copy(button.dataset.link);
    });
    root.addEventListener("ldcase:link", () => this.copy());
  }

  /** `query` is what the link says; nothing where it stays what it was. */
  lead(query) {
    if (query !== undefined) this.query = query;
  }

  /** `instead` is a query that stands in the place of levers and panel. In a notebook the page is the one that its server shows through Voila. What else stands in the address, such as a key, is left out. */
  address(instead) {
    const { baseUrl } = this.inCell ? JSON.parse(document.getElementById("jupyter-config-data").textContent) : {};
    const address = new URL(this.inCell ? `${baseUrl}voila/render/pitch.ipynb` : location.pathname, location.href);
    const said = new URLSearchParams(this.query);
    if (instead) {
      for (const name of ["levers", "open", "part", "ask"]) said.delete(name);
      for (const [name, value] of new URLSearchParams(instead)) said.set(name, value);
    }
    address.search = said;
    address.hash = "";
    return address.href;
  }

  async copy(instead = "") {
    await copyText(this.address(instead));
    this.told.textContent = worded("The link is copied.");
    this.told.hidden = false;
    clearTimeout(this.later);
    this.later = setTimeout(() => { this.told.hidden = true; }, TOLD_MS);
  }

  remove() {
    clearTimeout(this.later);
    this.told.remove();
  }
}
