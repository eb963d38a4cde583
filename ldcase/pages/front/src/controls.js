// A lever that stands inside the drawer, and the way from an answer to a lever of the step.
import { Levers } from "./levers.js";

const CALLED_MS = 1800;

/** Fills the places of levers in `body`; a place whose lever stays keeps its elements. */
export function showControls(body, channel) {
  for (const place of body.querySelectorAll("[data-control]")) {
    place.controls ??= new Levers(place, channel);
    place.controls.show([JSON.parse(place.dataset.control)]);
  }
}

/** Brings the reader to the lever of an assumption: the focus, the eye, and a mark that goes again. */
export function arriveAt(levers, name) {
  const lever = levers.querySelector(`[data-lever="${CSS.escape(name)}"]`);
  if (!lever) return;
  if (lever.hidden) levers.reveal?.();
  if (lever.hidden) levers.reveal?.();
  lever.scrollIntoView({ block: "nearest" });
  lever.querySelector("input[type=range]").focus({ preventScroll: true });
  lever.setAttribute("data-called", "");
  setTimeout(() => lever.removeAttribute("data-called"), CALLED_MS);
}
