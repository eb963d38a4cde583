// Puts HTML from Python into a slot by changing only what differs: focus, selection and scroll positions stay.

const template = document.createElement("template");

function sameKind(one, other) {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");
}

function patchAttributes(element, wanted) {
  for (const { name } of [...element.attributes]) if (!wanted.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of wanted.attributes) {
    if (element.getAttribute(name) === value) continue;
    element.setAttribute(name, value);
    if (name === "value" && element.nodeName === "INPUT") element.value = value; // what was typed hides the attribute
  }
}

function patchChildren(parent, wanted) {
  let current = parent.firstChild;
  for (let next = wanted.firstChild; next; ) {
    const after = next.nextSibling;
    if (!current) parent.append(next);
    else if (!sameKind(current, next)) {
      const replaced = current;
      current = current.nextSibling;
      replaced.replaceWith(next);
    } else {
      if (current.nodeType !== Node.ELEMENT_NODE) {
        if (current.nodeValue !== next.nodeValue) current.nodeValue = next.nodeValue;
      } else if (!current.isEqualNode(next)) {
        patchAttributes(current, next);
        if (!next.dataset.figure && !next.dataset.control) patchChildren(current, next); // what stands in the place of a chart or a lever is that
      }
      current = current.nextSibling;
    }
    next = after;
  }
  while (current) {
    const after = current.nextSibling;
    current.remove();
    current = after;
  }
}

/** A button is a box that lines break around, before a comma too; a number in a sentence must break like the words it is. */
function inlined(button) {
  const span = document.createElement("span");
  for (const { name, value } of button.attributes) if (name !== "type") span.setAttribute(name, value);
  span.setAttribute("role", "button");
  span.tabIndex = 0;
  span.append(...button.childNodes);
  button.replaceWith(span);
}

/** Makes the children of `element` what `html` says; returns whether anything changed. */
export function patch(element, html) {
  if (element.writtenHtml === html) return false;
  element.writtenHtml = html;
  if (!/[<&]/.test(html)) { // words only: there is nothing to parse
    if (element.childNodes.length === 1 && element.firstChild.nodeType === Node.TEXT_NODE) element.firstChild.nodeValue = html;
    else element.textContent = html;
    return true;
  }
  template.innerHTML = html;
  for (const button of template.content.querySelectorAll("button.n")) inlined(button);
  patchChildren(element, template.content);
  template.innerHTML = "";
  return true;
}

/** An element with attributes and children; text children are text, never markup. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const DRAWINGS = {
  theme: '<circle cx="8" cy="8" r="6.2" fill="none"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" stroke="none" fill="currentColor"/>',
  export: '<path d="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11" fill="none"/>',
  ask: '<path d="M5.4 5.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 2M8 12.6v.1" fill="none"/>',
  present: '<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" fill="none"/>',
  close: '<path d="m4 4 8 8M12 4l-8 8" fill="none"/>',
  back: '<path d="M10 3 5 8l5 5" fill="none"/>',
  next: '<path d="m6 3 5 5-5 5" fill="none"/>',
  keys: '<rect x="1.8" y="4" width="12.4" height="8" rx="1.4" fill="none"/><path d="M4.5 6.6h.01M7 6.6h.01M9.5 6.6h.01M11.8 6.6h.01M5.5 9.6h5" fill="none"/>',
  notes: '<path d="M3.5 2.2h9v11.6h-9zM5.8 5.4h4.6M5.8 8h4.6M5.8 10.6h2.6" fill="none"/>',
  reset: '<path d="M3.2 6.2A5.2 5.2 0 1 1 3 9.6M3 2.6v3.8h3.8" fill="none"/>',
  more: '<g stroke="none" fill="currentColor"><circle cx="3" cy="8" r="1.3"/><circle cx="8" cy="8" r="1.3"/><circle cx="13" cy="8" r="1.3"/></g>',
};

/** A small drawing that takes the colour of the text around it. */
export function icon(name) {
  template.innerHTML = `<svg class="icon" viewBox="0 0 16 16" width="16" height="16" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${DRAWINGS[name]}</svg>`;
  return template.content.firstElementChild;
}
