// Runs before the page's own scripts: notes key presses, lever messages that leave, and the frames after paintings.
(() => {
  const bench = (window.__bench = { pressed: 0, sent: [], shown: [], cleared: new Set(), values: [], usableAt: 0, waiting: null });
  const afterFrame = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(0);
    });

  window.addEventListener("keydown", () => { bench.pressed = performance.now(); }, { capture: true, passive: true });
  // The first control is there, shown, and not behind the page's progress.
  const shown = (element) => element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false;
  const usable = () => {
    if (shown(document.querySelector("input[type=range]")) && !shown(document.getElementById("loading"))) afterFrame(() => { bench.usableAt = performance.now(); });
    else requestAnimationFrame(usable);
  };

  bench.made = usable;

  /** Something with this key (a serial, or the echoed value) has been drawn; it is on the screen after the next frame. */
  bench.painting = (key) => {
    const canvases = bench.cleared.size;
    bench.cleared.clear();
    afterFrame(() => {
      bench.shown.push({ key, at: performance.now(), canvases });
      bench.look();
    });
  };
  bench.look = () => {
    if (!bench.waiting) return;
    const key = bench.waiting.key();
    const found = key === null ? undefined : bench.shown.find((one) => one.key === key && one.at > bench.pressed);
    if (!found) return;
    const line = bench.lines.find((one) => one.key === String(found.key));
    bench.waiting.resolve({ took: found.at - bench.pressed, canvases: found.canvases, line: line ? line.at - bench.pressed : null });
    bench.waiting = null;
  };
  /** Arm before a key is pressed; the promise tells how long it took until its answer was on the screen. */
  bench.arm = (kind) => {
    bench.sent.length = 0;
    bench.shown.length = 0;
    bench.lines.length = 0;
    watchLine();
    const value = () => Number(document.activeElement.value);
    const key = kind === "echo" ? value : () => bench.sent.find((one) => one.at >= bench.pressed && one.value === value())?.serial ?? null;
    bench.answer = new Promise((resolve) => { bench.waiting = { key, resolve }; });
  };
  // When the bottom line was written by the answer to a lever, and that was on the screen.
  bench.lines = [];
  let watched = null;
  const watchLine = () => {
    const strip = document.querySelector(".ldcase .strip");
    if (!strip || strip === watched) return;
    watched = strip;
    new MutationObserver(() => { const key = strip.dataset.serial; afterFrame(() => bench.lines.push({ key, at: performance.now() })); })
      .observe(strip, { attributes: true, attributeFilter: ["data-serial"] });
  };
  bench.rested = () => {
    const first = bench.sent.find((one) => one.resting);
    const shown = first && bench.shown.find((one) => one.key === first.serial);
    return shown ? shown.at - first.at : null;
  };

  // The pitch's own counters: what it has painted becomes visible here without touching its code.
  let painted = null;
  let paints = 0;
  window.__ldcase = {
    lastSerial: null, updates: 0,
    get paintedSerial() { return painted; },
    set paintedSerial(serial) { painted = serial; bench.painting(serial); },
    get paints() { return paints; },
    set paints(count) { paints = count; if (count === 1) usable(); },
  };

  const send = WebSocket.prototype.send;
  const decoder = new TextDecoder();
  WebSocket.prototype.send = function (data) {
    const text = typeof data === "string" ? data : decoder.decode(data);
    const lever = text.indexOf('"type":"lever"');
    if (lever >= 0) {
      const field = (name) => text.match(new RegExp(`"${name}":([^,}]+)`))?.[1];
      bench.sent.push({ at: performance.now(), serial: Number(field("serial")), value: Number(field("value")), resting: field("resting") === "true" });
    }
    return send.call(this, data);
  };
  const clearRect = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas.isConnected) bench.cleared.add(this.canvas);
    return clearRect.apply(this, box);
  };

  /** Watch the canvases frame by frame: are they the same elements, and do they always have a size? */
  bench.watch = () => {
    const start = [...document.querySelectorAll("canvas")].filter((one) => one.getBoundingClientRect().height > 20);
    const seen = (bench.seen = { frames: 0, missing: 0, start, over: false });
    const tick = () => {
      if (seen.over) return;
      seen.frames += 1;
      const now = [...document.querySelectorAll("canvas")].filter((one) => one.getBoundingClientRect().height > 20).length;
      if (now < start.length) seen.missing += 1;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    return start.length;
  };
  bench.watched = () => {
    bench.seen.over = true;
    const { frames, missing, start } = bench.seen;
    return { frames, missing, total: start.length, kept: start.filter((one) => one.isConnected).length };
  };
  /** Goes to a step of the pitch and tells how long it took until all of it was on the screen. */
  bench.step = (name) => new Promise((resolve) => {
    const before = paints;
    const from = performance.now();
    document.querySelector(`[data-act=step][data-value=${name}]`).click();
    const look = () => {
      if (paints > before && document.querySelector(`.ldcase[data-step=${name}]`)) afterFrame(() => resolve(performance.now() - from));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  // What moves without anybody having touched the page: browsers leave out what follows a click or a key at once.
  bench.shifted = 0;
  new PerformanceObserver((list) => {
    if (paints > 0) for (const shift of list.getEntries()) bench.shifted += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
  bench.follow = (selector) => {
    const slider = document.querySelector(selector);
    bench.values.length = bench.sent.length = bench.shown.length = 0;
    slider.addEventListener("input", () => bench.values.push({ at: performance.now(), value: Number(slider.value) }));
  };
})();
