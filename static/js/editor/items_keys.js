// Typing, pasting and moving among items.

import { altKey, composing, whenTyped } from "./dom.js";
import { atLastComma, pieces } from "./text.js";

const MANY = /[、､，\n\t]/;

/** The input that makes items: 、 or Enter ends one, Backspace on nothing takes one back. */
export function enterInput(items, input) {
  const lane = items.model.lanes[Number(input.dataset.of)];

  function typed() {
    if (!input.isConnected) return;
    const parts = atLastComma(input.value);
    lane.draft = { at: lane.draft?.at ?? lane.body.items.length, text: parts ? parts[0] : input.value };
    if (!parts) items.put();
    else {
      items.settle({});
      const next = items.frame.controls.querySelector(`input[data-of="${items.current}"]`);
      if (!parts[1] || !next) return;
      next.value = parts[1];
      next.dispatchEvent(new Event("input"));
    }
    items.suggested?.ask(input.value.trim());
  }

  whenTyped(input, (event) => {
    typed();
    if (event.inputType === "insertReplacementText") items.settle({}); // chosen from the suggestions
  });
  input.addEventListener("blur", () => lane.draft && items.leaveLater(input));
  input.addEventListener("paste", (event) => {
    const pasted = event.clipboardData.getData("text/plain");
    if (!MANY.test(pasted)) return;
    event.preventDefault();
    const whole = input.value.slice(0, input.selectionStart) + pasted + input.value.slice(input.selectionEnd);
    if (items.takeWhole(whole) || !pieces(whole).length) return;
    if (lane.draft) lane.draft.text = "";
    items.add(whole);
  });
  input.addEventListener("keydown", (event) => {
    if (composing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = lane.draft?.at ?? lane.body.items.length;
    const atStart = !input.selectionStart && !input.selectionEnd;
    if (event.key === "Enter") {
      event.preventDefault();
      if (input.value.trim()) items.settle({});
      else nextInput(input, event.shiftKey ? -1 : 1);
    } else if (event.key === "Backspace" && !input.value && at > 0) {
      event.preventDefault();
      items.edit(at - 1);
    } else if (event.key === "ArrowLeft" && atStart && at > 0) {
      event.preventDefault();
      items.focusOn({ chip: at - 1 });
    } else if (event.key === "ArrowRight" && input.selectionStart === input.value.length && at < lane.body.items.length) {
      event.preventDefault();
      items.focusOn({ chip: at });
    }
  });
}

function nextInput(input, by) {
  const all = [...input.closest(".typed__controls").querySelectorAll(".chips input")];
  all[all.indexOf(input) + by]?.focus();
}

/** The chips of one lane: arrows go along them, Alt with ↑ or ↓ takes one along, F2 opens it again. */
export function enterChips(items, chips) {
  chips.addEventListener("keydown", (event) => {
    const index = event.target.dataset.chip === undefined ? -1 : Number(event.target.dataset.chip);
    if (index < 0 || composing(event)) return;
    const by = { ArrowUp: -1, ArrowDown: 1 }[altKey(event)];
    const plain = !(event.altKey || event.ctrlKey || event.metaKey);
    const act = by ? () => items.move(index, by) : plain && along(items, event.target, index)[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

function along(items, button, index) {
  const stops = [...button.closest(".chips").querySelectorAll("button[data-chip], input")];
  const go = (to) => stops.at(Math.max(0, Math.min(to, stops.length - 1)))?.focus();
  const here = stops.indexOf(button);
  const remove = () => button.click();
  return {
    ArrowLeft: () => go(here - 1),
    ArrowRight: () => go(here + 1),
    Home: () => go(0),
    End: () => go(stops.length - 1),
    Delete: remove,
    Backspace: remove,
    F2: () => items.edit(index),
  };
}
