// The screen: draws the view Python gave and then only what changed. One message in, one painting out.
import { Address } from "./address.js";
import { Board } from "./board.js";
import { Channel } from "./channel.js";
import { Frame } from "./frame.js";
import { speak } from "./language.js";
import { takeUp } from "./left.js";
import { Levers } from "./levers.js";
import { Link } from "./link.js";
import { Look } from "./look.js";
import { make } from "./markup.js";
import { saveFile } from "./picture.js";
import { Notes } from "./present_notes.js";
import { Presentation } from "./present.js";
import { Uploads } from "./uploads.js";
import { Writing } from "./writing.js";

const FONTS = ['500 20px "Ldcase Serif"', '400 16px "Ldcase Serif"', '400 13px "Ldcase Sans"', '600 13px "Ldcase Sans"'];

/**
 * Draws the screen of `model` into `el`; `specs` are the compiled charts by id.
 * Returns the function that takes it away again.
 */
export async function render({ model, el, specs }) {
  const root = make("div", { class: "ldcase", "data-lm-suppress-shortcuts": "true" });
  root.classList.toggle("in-cell", Boolean(document.querySelector(".jp-LabShell, .jp-NotebookPanel")));
  el.append(root);
  await Promise.all(FONTS.map((font) => document.fonts.load(font)));
  const counters = (window.__ldcase ??= { lastSerial: null, updates: 0, paintedSerial: null, paints: 0 });
  const channel = new Channel((message, buffers) => model.send(message, undefined, buffers));
  let board = null;
  let panelBoard = null;
  const boards = () => [board, panelBoard].filter(Boolean);
  const look = new Look(root, () => boards().forEach((each) => each.dress()));
  const turn = () => {
    model.set("theme", look.mode === "dark" ? "light" : "dark");
    model.save_changes();
  };
  const frame = new Frame(root, channel, { theme: turn, present: () => presentation.toggle() });
  const presentation = new Presentation(root, frame, channel, look, turn);
  const notes = new Notes(frame, channel);
  const address = new Address(root);
  const link = new Link(root);
  const levers = new Levers(frame.levers, channel);
  board = new Board(frame.figures, specs, () => look.signals());
  panelBoard = new Board(frame.drawer.body, specs, () => look.signals(), ({ id }) => frame.drawer.body.querySelector(`[data-figure="${id}"]`));
  const uploads = new Uploads(root, channel);
  new Writing(root, frame.slots.writing, channel);
  counters.figures = board.figures; // what the canvases show, for the tests
  counters.panelFigures = panelBoard.figures;

  const hearSpeech = () => {
    const given = model.get("speech");
    speak(given);
    frame.speakIn(given);
    if (!root.classList.contains("in-cell")) document.documentElement.lang = root.lang;
  };
  const painted = (serial) => { counters.paintedSerial = serial; counters.paints += 1; };
  const showView = () => {
    const view = model.get("view");
    if (!view.steps) return;
    frame.show(view);
    if (!root.classList.contains("in-cell") && view.case?.title) document.title = view.case.title;
    levers.show(view.levers ?? []);
    presentation.show(view);
    notes.show(view);
    frame.arrive();
    channel.case = view.case?.id ?? "";
    address.follow(view.slots?.address);
    link.lead(view.slots?.link ?? "");
    if (later !== null) return;
    if (counters.figures.size) return drawFigures();
    // The first time words and levers are there a frame before the figures, which take longest to be made.
    frame.figures.hidden = !view.charts?.length;
    later = requestAnimationFrame(() => { later = setTimeout(drawFigures); });
  };
  let later = null;
  const drawFigures = () => {
    later = null;
    if (!board) return; // the screen was closed meanwhile
    const view = model.get("view");
    panelBoard.show(view.panel ?? []);
    board.show(view.charts ?? []).then(() => painted(counters.lastSerial));
  };
  const update = (message) => {
    if (message.ahead !== undefined) { frame.fill(message.html, message.ahead); return; } // the rest of the answer follows
    channel.answered(message.serial);
    if (later !== null) { cancelAnimationFrame(later); clearTimeout(later); drawFigures(); }
    const painting = board.update(message);
    if (message.html) frame.fill(message.html, message.serial ?? "");
    if (message.panel) panelBoard.show(message.panel);
    frame.drawer.arrived();
    address.follow(message.html?.address);
    link.lead(message.html?.link);
    if (message.levers) levers.update(message.levers);
    frame.arrive();
    counters.lastSerial = message.serial ?? counters.lastSerial;
    counters.updates += 1;
    root.dataset.serial = counters.lastSerial;
    frame.speak();
    presentation.updated(message, painting);
    painting.then(() => painted(message.serial));
  };
  const heard = (message, buffers) => {
    if (message.type === "update") update(message);
    else if (message.type === "received") uploads.received(message);
    else if (message.type === "download") saveFile(message.name, new Blob(buffers, { type: message.mime }));
  };
  const toPaper = () => { look.forced = "light"; root.dataset.mode = "light"; boards().forEach((each) => each.dressForPaper()); };
  const fromPaper = () => { look.forced = null; root.dataset.mode = look.mode; boards().forEach((each) => each.dressForPaper()); };
  const themed = () => look.choose(model.get("theme"));
  const back = () => model.send({ type: "ready" }); // after a gap: what was said meanwhile may be lost
  const leaving = () => channel.handOver();

  model.on("change:speech", hearSpeech);
  model.on("change:view", showView);
  model.on("change:theme", themed);
  model.on("msg:custom", heard);
  window.addEventListener("ldcase:back", back);
  window.addEventListener("ldcase:leaving", leaving);
  window.addEventListener("beforeprint", toPaper);
  window.addEventListener("afterprint", fromPaper);
  themed();
  look.measure();
  hearSpeech();
  showView();
  presentation.resume(address.presented());
  takeUp(channel, model.get("view"));
  if (!root.classList.contains("in-cell")) el.style.minHeight = "100vh"; // the screen covers the window; its place must not be empty
  model.send({ type: "ready" });

  return () => {
    model.off("change:speech", hearSpeech);
    model.off("change:view", showView);
    model.off("change:theme", themed);
    model.off("msg:custom", heard);
    window.removeEventListener("ldcase:back", back);
    window.removeEventListener("ldcase:leaving", leaving);
    address.remove();
    link.remove();
    window.removeEventListener("beforeprint", toPaper);
    window.removeEventListener("afterprint", fromPaper);
    presentation.remove();
    notes.remove();
    look.remove();
    boards().forEach((each) => each.remove());
    board = panelBoard = null;
  };
}
