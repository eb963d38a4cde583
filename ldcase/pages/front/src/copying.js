// Copies tables and pictures: to the clipboard where the browser lets a page do that, else to a file.
import { make } from "./markup.js";

/** What a cell says to a spreadsheet: the number with all its digits where there is one, else its words in one line. */
function said(cell) {
  return cell.dataset.value ?? cell.querySelector("input")?.value ?? cell.innerText.replace(/\s+/g, " ").trim();
}

/** A table as tab-separated text, heads with their units first; above it lines that say what it is. */
export function tabbed(table, above = []) {
  const rows = [...table.querySelectorAll("tr")].map((row) => [...row.cells].map(said).join("\t"));
  return [...above.filter(Boolean), ...rows].join("\n");
}

/** Copies text, also where a page was not given the clipboard, such as one served without encryption to another machine. */
export async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) {
    try { return await navigator.clipboard.writeText(text); } catch { /* refused: the older way follows */ }
  }
  const at = document.activeElement;
  const area = make("textarea", { class: "unseen" });
  area.value = text;
  (at?.closest(".ldcase") ?? document.body).append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  at?.focus?.({ preventScroll: true });
}

/** Copies a picture; false where the browser does not take one. */
export async function copyBlob(blob) {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ [blob.type]: blob })]);
    return true;
  } catch {
    return false;
  }
}

/** Copies the table that a button stands in, and says so on the button. */
export async function copyTable(button, done) {
  const table = button.closest("table");
  await copyText(tabbed(table, table.caption.classList.contains("bare") ? [] : [table.getAttribute("aria-label")]));
  const before = button.textContent;
  if (before === done) return;
  button.textContent = done;
  setTimeout(() => { button.textContent = before; }, 1600);
}
