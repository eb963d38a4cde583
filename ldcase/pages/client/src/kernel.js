// The connection of one page to its kernel: comms over one web socket, which comes back by itself after a gap.
import { PROTOCOL, decode, encode } from "./messages.js";
import { Pulse } from "./pulse.js";

const WAITS = [250, 500, 1000, 2000, 4000]; // milliseconds between attempts; the last one is repeated
const ANSWER_MS = 5000; // so long the server may take to say whether the kernel is there

class Comm {
  constructor(kernel, target_name, comm_id) {
    Object.assign(this, { kernel, target_name, comm_id, heard: () => {}, closed: () => {} });
  }
  open(data, callbacks, metadata, buffers) {
    return this.kernel.send("comm_open", { comm_id: this.comm_id, target_name: this.target_name, data }, callbacks, metadata, buffers);
  }
  send(data, callbacks, metadata, buffers) {
    return this.kernel.send("comm_msg", { comm_id: this.comm_id, data }, callbacks, metadata, buffers);
  }
  close(data = {}, callbacks, metadata, buffers) {
    this.kernel.comms.delete(this.comm_id);
    return this.kernel.send("comm_close", { comm_id: this.comm_id, data }, callbacks, metadata, buffers);
  }
  on_msg(heard) { this.heard = heard; }
  on_close(closed) { this.closed = closed; }
}

export class Kernel {
  /** base: the server's path with its last slash; changed(state): "open", "waiting", "gone" or "closed" (it asks for its key). */
  constructor(base, id, changed) {
    this.base = base;
    this.id = id;
    this.changed = changed;
    this.session = crypto.randomUUID ? crypto.randomUUID() : `page-${Date.now()}-${Math.random()}`;
    this.comms = new Map();
    this.callbacks = new Map();
    this.targets = new Map();
    this.unheard = new Map(); // messages the kernel has not begun to answer; after a gap they are sent again, in their order
    this.number = 0;
    this.attempts = 0;
    this.heardAt = Date.now();
    this.handled = Promise.resolve();
    this.pulse = new Pulse(this);
    this.connect();
  }

  get isOpen() {
    return this.socket.readyState === WebSocket.OPEN;
  }

  connect() {
    const address = new URL(`${this.base}api/kernels/${this.id}/channels`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.searchParams.set("session_id", this.session);
    const socket = (this.socket = new WebSocket(address, [PROTOCOL]));
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      this.attempts = 0;
      this.heardAt = Date.now();
      for (const { bytes } of this.unheard.values()) socket.send(bytes);
      this.changed("open");
    };
    // One message after the other, each finished before the next: a widget is made before it is told anything.
    socket.onmessage = ({ data }) => {
      this.heardAt = Date.now();
      const message = decode(data);
      this.handled = this.handled.then(() => this.handle(message)).catch((error) => console.error(error));
    };
    socket.onclose = () => { if (socket === this.socket) this.again(); };
  }

  /** The socket is of no use any more, though nobody has said so: the network is gone, or the machine slept. */
  drop() {
    if (this.over || this.trying) return;
    const { socket } = this;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    this.again();
  }

  /** After a gap: is the kernel still there? Then connect again, else say that it is gone. */
  async again() {
    if (this.over || this.trying) return;
    this.trying = true;
    this.changed("waiting");
    let there = null;
    while (there === null && !this.over) {
      await this.pause(WAITS[Math.min(this.attempts, WAITS.length - 1)]);
      this.attempts += 1;
      there = await this.isThere();
    }
    this.trying = false;
    if (this.over) return;
    if (there !== "open") this.end(there);
    else if (this.dead) this.end("gone");
    else this.connect();
  }

  /** Waits; `hurry` ends it early. */
  pause(milliseconds) {
    return new Promise((resolve) => {
      this.hurry = resolve;
      setTimeout(resolve, milliseconds);
    });
  }

  /** What the server says of the kernel: "open", "gone", "closed" to those without its key; null when it does not answer. */
  async isThere() {
    try {
      const answer = await fetch(`${this.base}api/kernels/${this.id}`, {
        headers: { accept: "application/json" }, cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(ANSWER_MS),
      });
      if (answer.status === 404) return "gone";
      if ([401, 403].includes(answer.status) || answer.type === "opaqueredirect") return "closed";
      return answer.ok ? "open" : null;
    } catch {
      return null;
    }
  }

  end(state) {
    this.over = true;
    this.pulse.stop();
    this.socket.close();
    if (state) this.changed(state);
  }

  send(msg_type, content, callbacks, metadata = {}, buffers = [], channel = "shell") {
    const msg_id = `${this.session}-${(this.number += 1)}`;
    const header = { msg_id, msg_type, username: "", session: this.session, date: new Date().toISOString(), version: "5.2" };
    if (callbacks) this.callbacks.set(msg_id, callbacks);
    const bytes = encode({ channel, header, metadata, content, buffers: buffers ?? [] });
    if (channel === "shell") this.unheard.set(msg_id, { bytes, content, at: Date.now(), whole: !buffers?.length });
    if (this.isOpen) this.socket.send(bytes);
    return msg_id;
  }

  /** Ask on the shell channel and wait for the answer's content. */
  ask(msg_type, content) {
    return new Promise((resolve) => this.send(msg_type, content, { shell: { reply: (message) => resolve(message.content) } }));
  }

  comm(target, id) {
    const comm = new Comm(this, target, id);
    this.comms.set(id, comm);
    return comm;
  }

  async handle(message) {
    const { channel, header, parent_header, content } = message;
    const asked = this.callbacks.get(parent_header.msg_id);
    this.unheard.delete(parent_header.msg_id);
    if (channel === "shell") return asked?.shell?.reply?.(message);
    if (channel !== "iopub") return undefined;
    switch (header.msg_type) {
      case "status":
        asked?.iopub?.status?.(message);
        if (content.execution_state === "idle") this.callbacks.delete(parent_header.msg_id);
        // The server starts a dead kernel again, but an empty one: for the page that is the end as well, once the server answers.
        else if (["dead", "restarting", "autorestarting"].includes(content.execution_state)) {
          this.dead = true;
          this.drop();
        }
        return undefined;
      case "comm_open":
        return this.targets.get(content.target_name)?.(this.comm(content.target_name, content.comm_id), message);
      case "comm_msg":
        return this.comms.get(content.comm_id)?.heard(message);
      case "comm_close": {
        const comm = this.comms.get(content.comm_id);
        this.comms.delete(content.comm_id);
        return comm?.closed(message);
      }
      default:
        return asked?.iopub?.output?.(message);
    }
  }
}
