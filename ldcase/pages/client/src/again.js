// The kernel is gone: the page loads itself again. Its address says where it stands; what was not heard yet comes along.

const LEFT = "ldcase left";
const BEGUN = "ldcase begun";
const SHORT_MS = 60_000;
const MOST = 3;
const KEPT = 200; // messages of a page that nobody heard; more than a person makes in a gap

/** `kernel` is the one that is gone. */
export function beginAgain(kernel, told) {
  const now = Date.now();
  const before = remembered(BEGUN).filter((at) => now - at < SHORT_MS);
  if (before.length >= MOST) {
    window.ldcase_lost(told.again);
    return;
  }
  window.ldcase_lost(told.gone);
  keep(kernel);
  try {
    sessionStorage.setItem(BEGUN, JSON.stringify([...before, now]));
  } catch { /* then it begins again as often as it has to */ }
  location.reload();
}

/** Keeps what nobody heard for the page that comes next in this tab. */
export function keep(kernel) {
  window.dispatchEvent(new Event("ldcase:leaving")); // what still waits in the page is handed over now
  const messages = [...kernel.unheard.values()].filter(({ whole }) => whole).map(({ content }) => content.data);
  const left = messages.filter((data) => data?.method === "custom").map(({ content }) => content).slice(-KEPT);
  try {
    sessionStorage.setItem(LEFT, JSON.stringify(left));
  } catch { /* a browser may keep nothing: then only what was recorded is there again */ }
}

function remembered(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "[]");
  } catch {
    return [];
  }
}
