// What was done while nobody heard it, when the page had to load itself again: taken up once, or said to be lost.
const LEFT = "ldcase left";
const OWN = new Set(["lever", "act"]); // what is asked and what is shown stands in the address

/** Sends what was left over to the case that is open now; levers with the value they were left at. */
export function takeUp(channel, view) {
  const messages = leftOver().filter(({ type }) => OWN.has(type));
  if (!messages.length) return;
  const told = window.ldcase_texts ?? {};
  const here = messages.filter((message) => message.case === view.case?.id);
  for (const { type, name, value, act } of newest(here)) {
    if (type === "lever") channel.lever(name, value, true);
    else channel.act(act, value, name ?? "");
  }
  window.ldcase_told?.(here.length === messages.length ? told.sent : told.not_sent);
}

/** Of each lever the newest value only; everything else in its order. */
function newest(messages) {
  const last = new Map(messages.filter(({ type }) => type === "lever").map((message) => [message.name, message]));
  return messages.filter((message) => message.type !== "lever" || last.get(message.name) === message);
}

function leftOver() {
  try {
    const text = sessionStorage.getItem(LEFT);
    sessionStorage.removeItem(LEFT);
    return JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
}
