// Setting the font of a canvas in a page with container queries makes the browser look at the page's layout, about half a
// millisecond each time, and Vega sets it for every word. A font that is already there is not set again.

const { get, set } = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, "font");

/** Lets `context` skip a font it has: what it has is asked of itself, so that resizing and restoring cannot mislead it. */
export function settingFontsOnce(context) {
  const standing = new Map();
  Object.defineProperty(context, "font", {
    configurable: true,
    get: () => get.call(context),
    set: (font) => {
      if (standing.has(font) && standing.get(font) === get.call(context)) return;
      set.call(context, font);
      standing.set(font, get.call(context));
    },
  });
}
