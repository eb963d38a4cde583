// What was done while nobody heard it, when the page had to load itself again: taken up once, or said to be lost.
import { worded } from "./language.js";

const LEFT = "ldcase left";
const FILE = "ldcase file";
const OWN = new Set(["lever", "act"]); // what is asked and what is shown stands in the address

/** Keeps the name of a file that was on its way, so that the next page can say that it did not arrive. */
export function keepName(name) {
  try {
    if (name) sessionStorage.setItem(FILE, JSON.stringify(name));
  } catch { /* a browser may keep nothing: then nothing is said of it */ }
}

/** Sends what was left over to the case that is open now; levers with the value they were left at. */
export function takeUp(channel, view) {
  const messages = leftOver(LEFT, []).filter(({ type }) => OWN.has(type));
  const file = leftOver(FILE, "");
  if (file) window.ldcase_told?.(worded("{name} was not read to its end, because the engine stopped: choose it again.", { name: file }));
  if (!messages.length) return;
  const told = window.ldcase_texts ?? {};
  const here = messages.filter((message) => message.case === view.case?.id);
  for (const { type, name, value, act } of newest(here)) {
    if (type === "lever") channel.lever(name, value, true);
    else channel.act(act, value, name ?? "");
  }
  if (!file) window.ldcase_told?.(here.length === messages.length ? told.sent : told.not_sent);
}

/** Of each lever the newest value only; everything else in its order. */
function newest(messages) {
  const last = new Map(messages.filter(({ type }) => type === "lever").map((message) => [message.name, message]));
  return messages.filter((message) => message.type !== "lever" || last.get(message.name) === message);
}

/** What was kept under a name, once; `none` where there is nothing. */
function leftOver(name, none) {
  try {
    const text = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return text === null ? none : JSON.parse(text);
  } catch {
    return none;
  }
}
