// The wire to Python. At most one lever message is under way; when it is answered the newest value goes out: latest wins, nothing queues.

const PATIENCE_MS = 3000;

export class Channel {
  /** `post(message, buffers)` hands one message to Python. */
  constructor(post) {
    this.post = post;
    this.serial = 0;
    this.awaited = null;
    this.waiting = new Map();
  }

  lever(name, value, resting) {
    const before = this.waiting.get(name);
    this.waiting.set(name, { type: "lever", name, value, resting: resting || (before?.resting === true && before.value === value) });
    if (this.awaited === null) this.flush();
  }

  /** True while Python has not yet answered the newest value of this lever. */
  isBehind(name) {
    return this.waiting.has(name) || this.awaited?.name === name;
  }

  /** Forgets the values of a lever that have not gone out: something else is to be said of it. */
  drop(name) {
    this.waiting.delete(name);
  }

  flush() {
    const [first] = this.waiting;
    if (!first) return;
    const [name, message] = first;
    this.waiting.delete(name);
    this.serial += 1;
    this.awaited = { serial: this.serial, name, timer: setTimeout(() => this.answered(this.awaited?.serial), PATIENCE_MS) };
    this.post({ ...message, serial: this.serial });
  }

  /** An answer arrived (or patience ran out). */
  answered(serial) {
    if (this.awaited === null || serial !== this.awaited.serial) return;
    clearTimeout(this.awaited.timer);
    this.awaited = null;
    this.flush();
  }

  /** How far from the case before its last change (0) to the case as it is recorded (1) is shown. */
  replay(share) {
    this.waiting.set("replay", { type: "replay", name: "replay", share });
    if (this.awaited === null) this.flush();
  }

  /** A piece of a file. */
  file(about, content) {
    this.post({ type: "file", ...about }, [content]);
  }

  ask(name) {
    this.post({ type: "ask", name });
  }

  /** `name` is that of the box a value was typed into, if it has one. */
  act(act, value = null, name = "") {
    this.post({ type: "act", act, value, ...(name && { name }) });
  }
}
