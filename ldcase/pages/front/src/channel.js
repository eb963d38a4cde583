// The wire to Python. At most one lever message is under way; when it is answered the newest value goes out: latest wins, nothing queues.

import { keepName } from "./left.js";

const PATIENCE_MS = 3000;

export class Channel {
  /** `post(message, buffers)` hands one message to Python; `isOpen()` tells whether the kernel is reached. */
  constructor(post, isOpen = () => globalThis.ldcase_client?.isOpen ?? true) {
    this.post = post;
    this.isOpen = isOpen;
    this.serial = 0;
    this.awaited = null;
    this.waiting = new Map();
    this.page = `${Date.now()}-${Math.random()}`;
    this.number = 0;
    this.case = "";
  }

  /** Every message has a number, so that one that comes twice, after a gap, is done once; and the case it was meant for. */
  send(message, buffers) {
    this.number += 1;
    this.post({ ...message, page: this.page, number: this.number, case: this.case }, buffers);
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
    this.awaited = { serial: this.serial, name, timer: this.patience() };
    this.send({ ...message, serial: this.serial });
  }

  /** An answer that does not come is not waited for for ever; while nothing gets through it is. */
  patience() {
    return setTimeout(() => {
      if (this.awaited === null) return;
      if (this.isOpen()) this.answered(this.awaited.serial);
      else this.awaited.timer = this.patience();
    }, PATIENCE_MS);
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

  /** The page goes: what waits is handed over, in its order, without waiting for answers. A file cannot come along. */
  handOver() {
    keepName(this.unread?.() ?? "");
    if (this.awaited) clearTimeout(this.awaited.timer);
    for (const message of this.waiting.values()) this.send({ ...message, serial: (this.serial += 1) });
    this.waiting.clear();
  }

  /** A piece of a file. */
  file(about, content) {
    this.send({ type: "file", ...about }, [content]);
  }

  ask(name) {
    this.send({ type: "ask", name });
  }

  /** `name` is that of the box a value was typed into, if it has one. */
  act(act, value = null, name = "") {
    this.send({ type: "act", act, value, ...(name && { name }) });
  }
}
