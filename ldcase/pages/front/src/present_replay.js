// The last change once more, from before to after: the model evaluates what lies between, nothing is recorded.
const BEFORE_MS = 700;
const MOVING_MS = 2000;

const eased = (share) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);

export class Replay {
  /** `shown(running)` is told when it begins and when the case stands as it is recorded again. */
  constructor(channel, shown) {
    this.channel = channel;
    this.shown = shown;
    this.running = false;
  }

  start() {
    if (this.running) return this.stop();
    this.running = true;
    this.began = null;
    this.still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.share = 0;
    this.shown(true);
    return this.channel.replay(0);
  }

  /** Ends at once on the recorded state. */
  stop() {
    if (this.running && this.share < 1) this.send(1);
  }

  /** An answer was painted: on to what the time has come to, or the end. */
  answered() {
    if (!this.running || this.channel.isBehind("replay")) return;
    if (this.share === 1) {
      this.running = false;
      this.shown(false);
      return;
    }
    this.began ??= performance.now() + BEFORE_MS;
    const wait = this.share === 0 ? this.began - performance.now() : 0;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => requestAnimationFrame(() => this.next()), Math.max(0, wait));
  }

  next() {
    if (!this.running || this.share === 1) return;
    const share = (performance.now() - this.began) / MOVING_MS;
    this.send(this.still || share >= 1 ? 1 : Math.max(0.001, eased(share)));
  }

  send(share) {
    this.share = share;
    this.channel.replay(share);
  }

  remove() {
    clearTimeout(this.waiting);
    this.running = false;
  }
}
