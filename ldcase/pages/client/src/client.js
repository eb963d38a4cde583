// A served page: connect to the kernel as soon as the page names it, and draw each output when all of them have come.
import { beginAgain, keep } from "./again.js";
import { Kernel } from "./kernel.js";

// The widgets' own code is large: it is read while the kernel answers. So are the screen's files, which the page names;
// who needs them asks for them again, gets them from the browser, and tells what is wrong with them.
const widgets = import("./manager.js");
const { early = {} } = JSON.parse((await arrived("ldcase-cases")).textContent);
widgets.then(() => {
  for (const [name, address] of Object.entries(early))
    (name.endsWith(".js") ? import(address) : fetch(address)).catch(() => {});
});

const VIEW = "application/vnd.jupyter.widget-view+json";

/** The element with that id, as soon as the streamed page contains it. */
function arrived(id) {
  return new Promise((resolve) => {
    const look = () => {
      const element = document.getElementById(id);
      // Its text is whole once something follows it, or the page has ended.
      if (element && (element.nextSibling || document.readyState !== "loading")) {
        watch.disconnect();
        resolve(element);
      }
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
    document.addEventListener("DOMContentLoaded", look);
    look();
  });
}

const ended = new Promise((resolve) => {
  if (document.readyState !== "loading") resolve();
  else document.addEventListener("DOMContentLoaded", resolve, { once: true });
});

function paragraph(text) {
  const element = document.createElement("pre");
  element.textContent = text.replace(/\u001b\[[0-9;]*m/g, "");
  return element;
}

async function draw(output, element, manager) {
  const data = output.data ?? {};
  if (data[VIEW]) return manager.show(data[VIEW].model_id, element);
  if (output.output_type === "error") return element.append(paragraph(output.traceback.join("\n") || output.evalue));
  if (data["text/html"]) return element.append(document.createRange().createContextualFragment([data["text/html"]].flat().join("")));
  return element.append(paragraph([output.text ?? data["text/plain"] ?? ""].flat().join("")));
}

const page = JSON.parse((await arrived("jupyter-config-data")).textContent);
const told = window.ldcase_texts;
let patience;
let wasOpen = false;
let locked = false; // the server asks for a key this page does not have
const kernel = new Kernel(page.baseUrl, page.kernelId, (state) => {
  clearTimeout(patience);
  if (state === "open") {
    window.ldcase_lost("");
    // What was said meanwhile may have been lost on its way: whoever shows something asks for all of it again.
    if (wasOpen) window.dispatchEvent(new Event("ldcase:back"));
    wasOpen = true;
  } else if (state === "waiting") {
    // A gap of a second or two closes by itself and is nobody's business.
    patience = setTimeout(() => window.ldcase_lost(told.lost), 2500);
  } else if (state === "closed") {
    locked = true;
    window.ldcase_lost(told.key);
  }
  else beginAgain(kernel, told);
});
window.ldcase_client = kernel;

// The page that closes ends its kernel; one that the browser kept and brings back has none and starts anew.
window.addEventListener("pagehide", () => {
  if (locked) keep(kernel);
  kernel.end();
  const form = new FormData();
  form.append("_xsrf", document.cookie.match("\\b_xsrf=([^;]*)\\b")?.[1] ?? "");
  navigator.sendBeacon(`${page.baseUrl}voila/api/shutdown/${page.kernelId}`, form);
});
window.addEventListener("pageshow", (event) => event.persisted && location.reload());

const { Manager } = await widgets;
const manager = new Manager(kernel);
await ended;
await manager.load();
for (const script of document.querySelectorAll('script[type="application/vnd.voila.cell-output+json"]')) {
  const output = JSON.parse(script.textContent);
  draw(output, script.parentElement, manager).catch((error) => {
    console.error(error);
    script.parentElement.append(paragraph(`This part of the page could not be drawn: ${error.message}`));
  });
}
