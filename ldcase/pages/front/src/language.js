// Texts of the interface in the reader's language. English stands in the code; Python sends the translations once.
let texts = {};
const SIGNS = { decimal: ".", group: ",", sizes: [3, 3] };
let heard = { language: "en", locale: "en", signs: SIGNS };

/** Takes what Python sends: the language, the locale, the signs of its numbers, and the texts by their English words. */
export function speak({ language = "en", locale = "en", signs = SIGNS, texts: given = {} } = {}) {
  texts = given;
  heard = { language, locale, signs };
}

/** The language and the locale in force, and how its numbers are written. */
export const speech = () => heard;

/** A text in the language in force, with values in the places “{name}”. */
export function worded(text, values = null) {
  const found = texts[text] ?? text;
  return values ? found.replace(/\{([a-z_]+)\}/g, (place, name) => (name in values ? String(values[name]) : place)) : found;
}

/** Marks a text that is said later, by `worded`. */
export const marked = (text) => text;
