// The choice of the language, and of how numbers and dates are written. It holds for this browser, not for the case.
import { make } from "./markup.js";
import { speech, worded } from "./language.js";

const YEAR = 60 * 60 * 24 * 365;

/** A number and a date as they are written in a locale. */
function sample(locale) {
  const tag = locale.replace("_", "-");
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(new Date(2027, 0, 31));
  return `${new Intl.NumberFormat(tag).format(1234.5)} · ${day}`;
}

export class LanguageMenu {
  /** `choose(language, locale)` is called when another one was chosen; an empty locale follows the language. */
  constructor(choose) {
    this.choose = choose;
    this.button = make("button", { type: "button", class: "action", "aria-haspopup": "dialog", "aria-expanded": "false" });
    this.list = make("div", { class: "language-list", role: "dialog", hidden: true });
    this.root = make("div", { class: "language-menu" }, this.button, this.list);
    this.button.addEventListener("click", () => this.open(this.list.hidden));
    this.list.addEventListener("change", (event) => { event.stopPropagation(); this.chosen(); });
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.list.hidden) { event.stopPropagation(); this.open(false); }
    });
    this.root.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !this.root.contains(relatedTarget)) this.open(false, false); });
    this.outside = ({ target }) => { if (!this.root.contains(target)) this.open(false, false); };
  }

  /** Takes the languages and locales there are; `given` is what Python sends. */
  show(given) {
    this.given = given;
    this.button.textContent = speech().language.toUpperCase();
    this.button.setAttribute("aria-label", worded("Language and numbers"));
    this.button.title = worded("Language and numbers");
    this.list.setAttribute("aria-label", worded("Language and numbers"));
    if (!this.list.hidden) this.fill();
  }

  /** Writes the lists; their samples take a browser long, so that nobody waits for them who does not open this. */
  fill() {
    const { given } = this;
    const { language, locale } = speech();
    this.languages = make("select", { name: "language" }, ...Object.entries(given.languages).map(([id, name]) => make("option", { value: id, selected: id === language, lang: id }, name)));
    this.locales = make("select", { name: "locale" },
      make("option", { value: "", selected: locale === language }, worded("as the language writes them")),
      ...Object.entries(given.locales).map(([id, name]) => make("option", { value: id, selected: id === locale }, `${name}: ${sample(id)}`)));
    this.list.replaceChildren(
      make("label", { class: "field" }, make("span", {}, worded("Language")), this.languages),
      make("label", { class: "field" }, make("span", {}, worded("Numbers and dates")), this.locales));
  }

  chosen() {
    const [language, locale] = [this.languages.value, this.locales.value];
    try {
      document.cookie = `ldcase_speech=${language}.${locale}; path=/; max-age=${YEAR}; samesite=strict`;
    } catch {
      // a page that may keep nothing speaks the language as long as it is open
    }
    this.choose(language, locale);
  }

  open(yes, focus = true) {
    if (this.list.hidden !== yes) return;
    if (yes) this.fill();
    this.list.hidden = !yes;
    this.button.setAttribute("aria-expanded", String(yes));
    document[yes ? "addEventListener" : "removeEventListener"]("pointerdown", this.outside);
    if (focus) (yes ? this.languages : this.button).focus();
  }
}
