// The lanes of items as they stand: what is half typed, which lane is meant, where the focus is.

import { afterClick } from "./dom.js";
import * as grammar from "./items_grammar.js";
import { enterChips, enterInput } from "./items_keys.js";
import { blank, isEmpty, settled } from "./items_model.js";
import { laneName, lanes } from "./items_view.js";
import { suggestions } from "./suggest.js";
import { splitItems } from "./text.js";

export class Lanes {
  constructor(frame) {
    this.frame = frame;
    this.flows = JSON.parse(frame.box.dataset.flows || "[]");
    this.suggested = suggestions(frame.box.dataset.suggest);
    this.current = 0;
    if (this.suggested) frame.box.append(this.suggested.list);
    frame.controls.addEventListener("focusin", ({ target }) => this.enter(target.closest("[data-lane]")));
  }

  show(model) {
    this.model = model.lanes.length ? model : blank(this.flows);
    this.current = Math.min(this.current, this.model.lanes.length - 1);
    this.frame.controls.replaceChildren(lanes(this));
    for (const input of this.frame.controls.querySelectorAll(".chips input")) enterInput(this, input);
    for (const chips of this.frame.controls.querySelectorAll(".chips")) enterChips(this, chips);
    this.mark();
  }

  get lane() {
    return this.model.lanes[this.current];
  }

  get text() {
    const model = settled(this.model);
    return isEmpty(model) ? "" : grammar.write(model);
  }

  nameOf(index = this.current) {
    return laneName(this.model.lanes, index);
  }

  /** The text as it is with what is half typed, so that nothing waits for a key to be saved. */
  put() {
    this.frame.put(this.text);
  }

  /** Writes the model, shows what it reads as, says it, and puts the focus where it belongs. */
  settle(place = null, sentence = "", before = null) {
    const count = this.model.lanes.length;
    this.put();
    const stands = this.frame.refresh();
    this.frame.say(sentence, before);
    if (!stands) this.frame.focus();
    else if (place) this.focusOn(this.model.lanes.length === count ? place : { lane: this.current });
  }

  /** Makes an item of what was left half typed, once the focus has moved on, and leaves the focus there. */
  leaveLater(input) {
    afterClick(() => {
      if (!input.isConnected || document.activeElement === input) return;
      const place = this.here();
      this.put();
      if (this.frame.refresh() && place) this.focusOn(place);
    });
  }

  /** Where the focus is, as it will be found when what is half typed has become items. */
  here() {
    const element = document.activeElement;
    const lane = element.closest("[data-lane]");
    if (!lane || !this.frame.controls.contains(lane)) return null;
    const { draft } = this.model.lanes[Number(lane.dataset.lane)];
    const chip = element.dataset.chip === undefined ? null : Number(element.dataset.chip);
    const more = chip !== null && draft && draft.at <= chip ? splitItems(draft.text).length : 0;
    return { lane: Number(lane.dataset.lane), chip: chip === null ? null : chip + more, group: element.matches(".lane__name") };
  }

  /** The same with another lane as the one that keys and buttons mean. */
  on(index) {
    this.current = index;
    return this;
  }

  enter(element) {
    if (!element || Number(element.dataset.lane) === this.current) return;
    this.current = Number(element.dataset.lane);
    this.mark();
  }

  mark() {
    for (const each of this.frame.controls.querySelectorAll("[data-lane]")) {
      each.classList.toggle("is-current", Number(each.dataset.lane) === this.current);
    }
  }

  focusOn({ lane = this.current, chip = null, group = false }) {
    const inside = this.frame.controls.querySelectorAll(`[data-lane="${lane}"]`);
    const find = (selector) => [...inside].map((each) => each.querySelector(selector)).find(Boolean);
    const target = (group && find(".lane__name")) || (chip !== null && find(`.chip button[data-chip="${chip}"]`));
    (target || find(".chips input") || find("[data-open]"))?.focus();
  }

  focus() {
    this.focusOn({});
  }
}
