// Files chosen in a panel: sent in pieces, one after the other, with their progress beside the button.
import { worded } from "./language.js";
import { make } from "./markup.js";

const PIECE = 512 * 1024;
const LARGEST = 64 * 1024 * 1024; // as in pages/upload.py

export class Uploads {
  constructor(root, channel) {
    this.channel = channel;
    this.number = 0;
    this.name = "";
    channel.unread = () => this.unread(root);
    root.addEventListener("change", ({ target }) => {
      if (target.dataset.upload === undefined || !target.files.length) return;
      this.start(target, target.files[0]);
      target.value = ""; // the same file may be chosen again
    });
    const over = (event) => {
      const box = this.boxAt(event);
      if (!box) return;
      event.preventDefault();
      if (event.type === "drop" && event.dataTransfer.files.length) this.start(box, event.dataTransfer.files[0]);
    };
    for (const type of ["dragover", "drop"]) root.addEventListener(type, over);
  }

  /** The choice of a file that something is dragged over. */
  boxAt({ target }) {
    return target.closest?.(".upload")?.querySelector("[data-upload]");
  }

  start(box, file) {
    this.number += 1;
    this.status?.remove();
    this.status = make("p", { class: "progress", role: "status" });
    box.closest(".upload").after(this.status);
    if (file.size > LARGEST) {
      const size = `${Math.ceil(file.size / 2 ** 20)} MB`;
      const most = `${LARGEST / 2 ** 20} MB`;
      this.status.textContent = worded("{name} has {size}; at most {most} can be read. Leave out columns that are not needed, or take fewer years.", { name: file.name, size, most });
      return;
    }
    this.bar = make("progress", { max: file.size || 1, value: 0 });
    this.status.append(this.bar, make("span", {}, worded("Reading {name} …", { name: file.name })));
    this.sending = { number: this.number, act: box.dataset.upload, file };
    this.name = file.name;
    this.next(0);
  }

  async next(from) {
    const { number, act, file } = this.sending;
    let content;
    try {
      content = await file.slice(from, from + PIECE).arrayBuffer();
    } catch {
      this.status.textContent = worded("{name} cannot be read. Choose it again; if another program has it open, close it there.", { name: file.name });
      this.sending = null;
      return;
    }
    if (number === this.number) this.channel.file({ upload: number, act, name: file.name, size: file.size }, content);
  }

  /** The name of the file that is on its way, or being read in the drawer; empty when there is none. */
  unread(root) {
    return this.sending || root.querySelector(".drawer progress") ? this.name : "";
  }

  /** Python has so many bytes: send the next ones, or stop showing that it is under way. */
  received({ upload, size }) {
    if (upload !== this.sending?.number) return;
    this.bar.value = size;
    if (size < this.sending.file.size) this.next(size);
    else {
      this.status.remove();
      this.sending = null;
    }
  }
}
