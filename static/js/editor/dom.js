// Elements, keys and signs as the editor's controls use them.

const SVG = "http://www.w3.org/2000/svg";
const SIGNS = {
  arrow: "M5 12h14M13 6l6 6-6 6",
  cross: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
};

/** An element; an attribute `onclick` is a listener, `false` and null leave an attribute out, `true` is a bare one. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function sign(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SIGNS[name]);
  for (const [key, value] of [["class", "i"], ["viewBox", "0 0 24 24"], ["aria-hidden", "true"]]) svg.setAttribute(key, value);
  svg.append(path);
  return svg;
}

/** A quiet button with its keys beside the word. */
export function quiet(word, keys, onclick, more = {}) {
  const shown = keys ? make("span", { class: "keys-hint" }, ...keys.split(" ").map((key) => make("kbd", {}, key))) : null;
  const shortcuts = keys ? { "aria-keyshortcuts": keys.replaceAll(" ", "+") } : {};
  const attributes = { type: "button", class: "btn btn--quiet btn--s", onclick, ...shortcuts, ...more };
  return make("button", attributes, make("span", { class: "word" }, word), shown);
}

/** A button with a sign instead of a word. */
export function signed(name, label, onclick, more = {}) {
  return make("button", { type: "button", class: "icon-btn", "aria-label": label, onclick, ...more }, sign(name));
}

/** The key pressed together with Alt alone, by its place on the keyboard: with Alt some layouts type other letters. */
export function altKey(event) {
  return event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? event.code : "";
}

/** Whether the key belongs to a conversion in progress (kana to kanji). */
export const composing = (event) => event.isComposing || event.keyCode === 229;

let pressed = false;
document.addEventListener("pointerdown", () => { pressed = true; }, true);
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { pressed = false; }, true);

/** Runs `change` when the focus has moved and the click in progress is done: elements moved before would lose it. */
export function afterClick(change) {
  const ends = ["pointerup", "pointercancel"];
  const later = () => {
    for (const end of ends) document.removeEventListener(end, later);
    setTimeout(change);
  };
  if (!pressed) later();
  else for (const end of ends) document.addEventListener(end, later);
}

/** Tells `change` of every text typed into a field, but not of what a conversion in progress shows. */
export function whenTyped(field, change) {
  field.addEventListener("input", (event) => event.isComposing || change(event));
  field.addEventListener("compositionend", change);
}
