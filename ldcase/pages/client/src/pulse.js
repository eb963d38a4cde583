// Notices that a connection is dead although nobody has said so: after a sleep, in a network that went away, behind a stuck proxy.

const BEAT_MS = 2000;
const SLEPT_MS = 10_000; // so late a beat comes only when the machine slept
const SILENT_MS = 4000; // so long a message may stay unheard before somebody looks
const QUIET_MS = 30_000; // a page that comes back into sight after so long without a word looks as well

export class Pulse {
  constructor(kernel) {
    this.kernel = kernel;
    this.last = Date.now();
    this.timer = setInterval(() => this.beat(), BEAT_MS);
    this.listeners = [
      [window, "online", () => { kernel.hurry?.(); this.look(); }],
      [window, "offline", () => this.look()],
      [document, "visibilitychange", () => {
        if (document.hidden) return;
        kernel.hurry?.();
        if (Date.now() - kernel.heardAt > QUIET_MS) this.look();
      }],
    ];
    for (const [target, type, hear] of this.listeners) target.addEventListener(type, hear);
  }

  beat() {
    const late = Date.now() - this.last - BEAT_MS;
    this.last = Date.now();
    if (!document.hidden && late > SLEPT_MS) return this.look(); // hidden pages are slowed down, which is no sleep
    const [oldest] = this.kernel.unheard.values();
    if (oldest && Date.now() - Math.max(oldest.at, this.kernel.heardAt) > SILENT_MS) this.look();
    return undefined;
  }

  /** A question that a kernel answers even while it computes: no answer means that nothing gets through. */
  async look() {
    const { kernel } = this;
    if (this.looking || kernel.over || kernel.trying) return;
    this.looking = true;
    const asked = Date.now();
    if (kernel.isOpen) kernel.send("kernel_info_request", {}, undefined, {}, [], "control");
    const end = asked + SILENT_MS;
    while (Date.now() < end && kernel.heardAt <= asked) await new Promise((resolve) => setTimeout(resolve, 100));
    this.looking = false;
    if (kernel.heardAt <= asked) kernel.drop();
  }

  stop() {
    clearInterval(this.timer);
    for (const [target, type, hear] of this.listeners) target.removeEventListener(type, hear);
  }
}
