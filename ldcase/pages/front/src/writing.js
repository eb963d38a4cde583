// The box in which a sentence of the pitch is said otherwise: what is typed goes to Python in pauses, a figure comes in at the caret.
const TYPING_MS = 200;

export class Writing {
  /** `slot` holds the box; `root` is where the pencils are. */
  constructor(root, slot, channel) {
    this.root = root;
    this.slot = slot;
    this.channel = channel;
    slot.addEventListener("input", (event) => this.typed(event.target));
    slot.addEventListener("click", (event) => this.clicked(event.target));
    slot.addEventListener("keydown", (event) => this.pressed(event));
    new MutationObserver(() => this.changed()).observe(slot, { childList: true, subtree: true });
  }

  get box() {
    return this.slot.querySelector("textarea");
  }

  /** The box came, or went: the focus goes with it, and back to the pencil. */
  changed() {
    const { box } = this;
    if (box === this.before) return;
    this.before = box;
    clearTimeout(this.waiting);
    if (box) {
      this.key = this.slot.querySelector("[data-key]")?.dataset.key;
      box.focus({ preventScroll: true });
      box.setSelectionRange(box.value.length, box.value.length);
      box.closest("label").scrollIntoView({ block: "nearest" });
    } else if (document.activeElement === document.body || this.slot.contains(document.activeElement))
      this.root.querySelector(`.pencil[data-value="${CSS.escape(this.key ?? "")}"]`)?.focus({ preventScroll: true });
  }

  typed(element) {
    const finding = element.dataset.words === "find";
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.channel.act(finding ? "words.find" : "words.text", element.value), TYPING_MS);
  }

  clicked(target) {
    const button = target.closest("[data-insert], button[data-words]");
    if (!button) return;
    if (button.dataset.insert !== undefined) this.insert(button.dataset.insert);
    else this.does(button.dataset.words);
  }

  does(act) {
    clearTimeout(this.waiting);
    this.channel.act(`words.${act}`, act === "save" ? this.box.value : null);
  }

  insert(text) {
    const { box } = this;
    const before = box.value.slice(0, box.selectionStart);
    const gap = before && !/[\s(“„"]$/.test(before) ? " " : "";
    box.setRangeText(gap + text, box.selectionStart, box.selectionEnd, "end");
    box.focus();
    this.typed(box);
  }

  pressed(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.does("cancel");
    } else if (event.key === "Enter" && event.target === this.box && !event.shiftKey) {
      event.preventDefault(); // a sentence is one line
      this.does("save");
    }
  }
}
