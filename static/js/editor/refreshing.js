// The page follows the server without losing what is typed: what is open here stays as it is, all else is replaced.

import { area } from "./headings.js";

export function refreshed(page, headings, { conflict = new Set(), replace = "" } = {}) {
  const parts = document.getElementById("parts");
  const kept = new Map();
  for (const item of parts.querySelectorAll(".item.is-open")) {
    const { place } = item.dataset;
    const fresh = page.querySelector(`.item[data-place="${CSS.escape(place)}"]`);
    // With both texts in it the server's version is the one to look at; so is one nobody types in.
    if (!fresh || place === replace || conflict.has(place) || fresh.hasAttribute("data-conflict") !== item.hasAttribute("data-conflict")) continue;
    kept.set(place, item);
  }
  const focus = document.activeElement;
  const caret = focus?.matches("textarea, input") ? [focus.selectionStart, focus.selectionEnd] : null;
  const top = scrollY;
  const fresh = page.getElementById("parts");
  for (const [place, item] of kept) {
    const there = fresh.querySelector(`.item[data-place="${CSS.escape(place)}"]`);
    adopt(item, there);
    there.replaceWith(item);
  }
  parts.replaceChildren(...fresh.childNodes);
  for (const id of ["rail", "top"]) keepUp(id, page);
  headings.prepare(parts);
  if (focus?.isConnected && document.activeElement !== focus) {
    focus.focus({ preventScroll: true });
    if (caret) focus.setSelectionRange?.(...caret);
  }
  scrollTo({ top });
}

// An open heading takes over what the server says of it, but not the text that is being typed.
function adopt(item, fresh) {
  item.querySelector("h3").replaceWith(fresh.querySelector("h3"));
  const button = item.querySelector(".item__open");
  button.setAttribute("aria-expanded", "true");
  const untouched = area(item).value === (item.text ?? area(item).value);
  item.querySelector(".item__text").replaceWith(fresh.querySelector(".item__text"));
  item.dataset.mark = fresh.dataset.mark;
  item.dataset.title = fresh.dataset.title;
  if (!untouched) return;
  item.dataset.base = fresh.dataset.base;
  if (area(item).value === area(fresh).value) return;
  area(item).value = item.text = area(fresh).value;
  area(item).parentElement.dispatchEvent(new Event("reload"));
}

function keepUp(id, page) {
  const there = document.getElementById(id);
  const fresh = page.getElementById(id);
  if (id === "rail") {
    const open = there.querySelector("details").open;
    there.replaceChildren(...fresh.childNodes);
    there.querySelector("details").open = open;
    return;
  }
  for (const part of ["h1", ".legal", ".way"]) {
    const now = there.querySelector(part);
    const then = fresh.querySelector(part);
    if (now && then) now.replaceWith(then);
  }
}
