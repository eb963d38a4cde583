// Sentences with live numbers: whole texts with places, as words/sentence.py makes them. A sentence is a list of pieces {text, tone, name}.
import { worded } from "./language.js";
import * as numbers from "./leave_behind_numbers.js";

/** A figure in a sentence. */
export const figure = (name, text, tone = "plain") => ({ name, text, tone });

const piecesOf = (part) => (typeof part === "string" ? [{ text: part }] : Array.isArray(part) ? part : [part]);

/** A text in the language in force with its parts in the places “{name}”. */
export function said(text, parts = {}) {
  return placed(worded(text), parts);
}

/** The same for a text that is in its language already. */
export function placed(text, parts) {
  return oneStop(text.split(/\{([a-z_]+)\}/).flatMap((part, position) => piecesOf(position % 2 ? parts[part] : part)));
}

/** An abbreviation at the end of a sentence, such as “Tsd.”, brings the full stop itself. */
export function oneStop(pieces) {
  const kept = [];
  for (const piece of pieces) {
    const isWords = piece.name === undefined;
    const doubled = isWords && piece.text.startsWith(".") && kept.length && kept[kept.length - 1].text.endsWith(".");
    const text = doubled ? piece.text.slice(1) : piece.text;
    if (text) kept.push({ ...piece, text });
  }
  return kept;
}

/** Several whole sentences, one after the other. */
export function joined(...sentences) {
  return sentences.filter((each) => each.length).flatMap((each, position) => (position ? [{ text: " " }, ...each] : each));
}

export const textOf = (sentence) => sentence.map((piece) => piece.text).join("");

/** A text with a full stop, unless it has an ending already. */
export function ended(text) {
  const trimmed = text.trim();
  return !trimmed || /([.!?…]|[.!?]”)$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A text without its full stop, as a title; that of an abbreviation stays. */
export const unended = (text) => (numbers.isScale(text) ? text : text.replace(/\.$/, ""));

/** Several texts as sentences. */
export const inTurn = (...parts) => parts.filter(Boolean).map(ended).join(" ");

/** A sentence of the document: strings, and figures {q: name, f: format} or {q: live figure} with a tone {t}. */
export function filled(pieces, forecast, live) {
  return oneStop(pieces.map((piece) => {
    if (typeof piece === "string") return { text: piece };
    if (piece.f === undefined) return { ...live(piece.q), ...(piece.t ? { tone: piece.t } : {}) };
    const value = piece.q === "horizon" ? forecast.model.months : forecast.value(piece.q);
    return figure(piece.f.startsWith("plural:") || piece.q === "horizon" ? "" : piece.q, numbers.write(value, piece.f), piece.t ?? "plain");
  }));
}
