// The connection of one page to its kernel: comms over one web socket, which comes back by itself after a gap.
import { PROTOCOL, decode, encode } from "./messages.js";

const WAITS = [250, 500, 1000, 2000, 4000, 8000]; // milliseconds between attempts; the last one is repeated

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
  /** base: the server's path with its last slash; changed(state): "open", "waiting" or "dead". */
  constructor(base, id, changed) {
    this.base = base;
    this.id = id;
    this.changed = changed;
    this.session = crypto.randomUUID ? crypto.randomUUID() : `page-${Date.now()}-${Math.random()}`;
    this.comms = new Map();
    this.callbacks = new Map();
    this.targets = new Map();
    this.unsent = [];
    this.number = 0;
    this.attempts = 0;
    this.handled = Promise.resolve();
    this.connect();
  }

  connect() {
    const address = new URL(`${this.base}api/kernels/${this.id}/channels`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.searchParams.set("session_id", this.session);
    this.socket = new WebSocket(address, [PROTOCOL]);
    this.socket.binaryType = "arraybuffer";
    this.socket.onopen = () => {
      this.attempts = 0;
      this.unsent.splice(0).forEach((message) => this.socket.send(message));
      this.changed("open");
    };
    // One message after the other, each finished before the next: a widget is made before it is told anything.
    this.socket.onmessage = ({ data }) => {
      const message = decode(data);
      this.handled = this.handled.then(() => this.handle(message)).catch((error) => console.error(error));
    };
    this.socket.onclose = () => this.again();
  }

  /** After a gap: is the kernel still there? Then connect again, else say that it is gone. */
  async again() {
    if (this.over) return;
    this.changed("waiting");
    await new Promise((resolve) => setTimeout(resolve, WAITS[Math.min(this.attempts, WAITS.length - 1)]));
    this.attempts += 1;
    let answer;
    try {
      answer = await fetch(`${this.base}api/kernels/${this.id}`, { headers: { accept: "application/json" } });
    } catch {
      return this.again(); // the server itself does not answer
    }
    if (this.over) return undefined;
    if (answer.status === 404) return this.end("dead");
    return answer.ok ? this.connect() : this.again();
  }

  end(state) {
    this.over = true;
    this.socket.close();
    if (state) this.changed(state);
  }

  send(msg_type, content, callbacks, metadata = {}, buffers = [], channel = "shell") {
    const msg_id = `${this.session}-${(this.number += 1)}`;
    const header = { msg_id, msg_type, username: "", session: this.session, date: new Date().toISOString(), version: "5.2" };
    if (callbacks) this.callbacks.set(msg_id, callbacks);
    const message = encode({ channel, header, metadata, content, buffers: buffers ?? [] });
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(message);
    else this.unsent.push(message);
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
    if (channel === "shell") return asked?.shell?.reply?.(message);
    if (channel !== "iopub") return undefined;
    switch (header.msg_type) {
      case "status":
        asked?.iopub?.status?.(message);
        if (content.execution_state === "idle") this.callbacks.delete(parent_header.msg_id);
        // The server starts a dead kernel again, but an empty one: for the page that is the end as well.
        else if (["dead", "restarting", "autorestarting"].includes(content.execution_state)) this.end("dead");
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
