// The second tab: follows the presentation in the first one, with a clock. What stands in it comes from Python.
import { worded } from "./language.js";
import { make } from "./markup.js";
import { Link } from "./present_link.js";

const ASK_MS = 4000; // so often it is asked whether the presentation is still there
const PATIENCE_MS = 1500;

/** Minutes and seconds, as “4:05”. */
export function elapsed(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export class Notes {
  constructor(frame, channel) {
    this.frame = frame;
    this.channel = channel;
    this.clock = make("strong", { class: "clock", role: "timer", "aria-live": "off" });
    this.state = make("p", { class: "state", role: "status" });
    this.builds = make("ol", { class: "builds" });
    this.root = make("div", { class: "now" }, this.clock, make("div", {}, this.state, this.builds));
  }

  show(view) {
    if (view.layout !== "notes") { this.remove(); return; }
    this.view = view;
    if (!this.root.isConnected) this.frame.argument.prepend(this.root);
    this.link ??= new Link(() => this.view?.case?.id, (message) => this.heard(message));
    this.asking ??= setInterval(() => this.ask(), ASK_MS);
    this.ticking ??= setInterval(() => this.tick(), 1000);
    if (!this.at) this.ask();
    this.write();
  }

  ask() {
    this.link.tell({ kind: "where" });
    this.waiting ??= setTimeout(() => { this.waiting = null; this.at = null; this.write(); }, PATIENCE_MS);
  }

  heard(message) {
    if (message.kind !== "at" && message.kind !== "gone") return;
    clearTimeout(this.waiting);
    this.waiting = null;
    this.at = message.kind === "gone" ? null : message;
    if (this.at?.on && this.at.step !== this.followed) { // who looks ahead here stays there until the presentation goes on
      this.followed = this.at.step;
      if (this.at.step !== this.view.step) this.channel.act("step", this.at.step);
    }
    if (this.at?.changed) this.channel.act("refresh");
    this.write();
  }

  write() {
    const say = (text) => { if (this.state.textContent !== text) this.state.textContent = text; };
    const { at } = this;
    if (!at) say(worded("No presentation of this case is open in this browser. Open the case in another tab and press P."));
    else if (!at.on) say(worded("The case is open in another tab. The presentation begins there with P."));
    else say(worded("On the screen now: {build}", { build: at.builds[at.build] ?? "" }));
    const shown = at?.on && at.step === this.view.step;
    this.builds.hidden = !shown;
    if (shown) this.builds.replaceChildren(...at.builds.map((name, position) => make("li", { "aria-current": position === at.build ? "step" : false }, name)));
    this.tick();
  }

  tick() {
    const text = this.at?.began ? elapsed(Date.now() - this.at.began) : "–:––";
    if (this.clock.textContent !== text) this.clock.textContent = text;
    this.clock.title = worded("Since the presentation began");
  }

  remove() {
    clearInterval(this.asking);
    clearInterval(this.ticking);
    clearTimeout(this.waiting);
    this.asking = this.ticking = this.waiting = null;
    this.link?.remove();
    this.link = null;
    this.root.remove();
  }
}
