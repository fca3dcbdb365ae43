// 個人情報の項目: items as chips, in lanes by group and flow.

import { afterClick, altKey, quiet } from "./dom.js";
import { Frame } from "./frame.js";
import * as grammar from "./items_grammar.js";
import { enterChips, enterInput } from "./items_keys.js";
import { addGroup, blank, groupHead, isEmpty, moveItem, removeGroup, replaceBody, settled } from "./items_model.js";
import { laneName, lanes } from "./items_view.js";
import { suggestions } from "./suggest.js";
import { pieces, splitItems } from "./text.js";

const MOST = 20_000; // characters; more would be more chips than anybody can see
const fits = (text) => text.length < MOST;

export class Items {
  constructor(frame) {
    this.frame = frame;
    this.flows = JSON.parse(frame.box.dataset.flows || "[]");
    this.suggested = suggestions(frame.box.dataset.suggest);
    this.current = 0;
    this.tools = [
      quiet("新たな項目", "Alt N", () => this.toggleAdditions()),
      quiet("まとまりを足す", "Alt G", () => this.addGroup()),
    ];
    if (this.suggested) frame.box.append(this.suggested.list);
    frame.controls.addEventListener("keydown", (event) => this.onKey(event));
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

  onKey(event) {
    const act = {
      Digit0: () => this.sayNothing(),
      Numpad0: () => this.sayNothing(),
      KeyJ: () => this.sayAbove(),
      KeyN: () => this.toggleAdditions(),
      KeyG: () => this.addGroup(),
    }[altKey(event)];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  sayNothing() {
    this.replace({ word: "なし" }, "なし");
  }

  sayAbove() {
    if (this.current) this.replace({ reference: "上記と同項目" }, "上記と同項目");
    else this.frame.say("この上に、同じ項目を指せるものがありません。");
  }

  replace(change, word) {
    const before = this.text;
    delete this.lane.draft;
    replaceBody(this.lane, change);
    this.settle({}, `「${this.nameOf()}」を「${word}」にしました`, before);
  }

  clear() {
    replaceBody(this.lane, {});
    this.settle({});
  }

  toggleAdditions() {
    const { body } = this.lane;
    body.additions = body.additions ? "" : "新たな項目：";
    const said = body.additions ? "「新たな項目」にしました" : "「新たな項目」ではなくしました";
    this.settle({}, `「${this.nameOf()}」を${said}`);
  }

  addGroup() {
    this.model = settled(this.model);
    this.current = addGroup(this.model, this.flows, this.current);
    const { mark } = groupHead(this.lane);
    const place = { lane: this.current, group: true };
    this.settle(place, `${mark.trim()}を足しました。名前を入れてください。`);
  }

  removeGroup(index) {
    const before = this.text;
    const { mark, name } = groupHead(this.model.lanes[index]);
    removeGroup(this.model, index);
    this.current = Math.max(0, Math.min(index, this.model.lanes.length - 1));
    this.settle({ lane: this.current }, `${mark.trim()}${name}を外しました`, before);
  }

  add(pasted) {
    const items = pieces(pasted);
    const { draft = { at: this.lane.body.items.length }, body } = this.lane;
    body.items.splice(draft.at, 0, ...items);
    this.lane.draft = { at: draft.at + items.length, text: "" };
    this.settle({}, `${items.length}項目を入れました`);
  }

  /** A whole text with its groups and flows, pasted into an empty heading. */
  takeWhole(pasted) {
    if (!isEmpty(settled(this.model))) return false;
    const lines = pasted.replace(/\r\n?/g, "\n").split("\n").map((line) => line.trim()).filter(Boolean);
    const model = grammar.parse(lines.join("\n"));
    if (!model?.lanes.some(({ heads }) => heads.length)) return false;
    this.model = model;
    this.settle({}, `${model.lanes.flatMap(({ body }) => body.items).length}項目を入れました`);
    return true;
  }

  remove(index) {
    const before = this.text;
    const [item] = this.lane.body.items.splice(index, 1);
    if (this.lane.draft?.at > index) this.lane.draft.at -= 1;
    const left = this.lane.body.items.length;
    this.settle({ chip: left ? Math.min(index, left - 1) : null }, `${item}を外しました`, before);
  }

  /** Takes an item back into the input, at its place. */
  edit(index) {
    this.model = settled(this.model);
    const [text] = this.lane.body.items.splice(index, 1);
    this.lane.draft = { at: index, text };
    this.show(this.model);
    this.focusOn({});
  }

  move(index, by) {
    const item = this.lane.body.items[index];
    const from = this.current;
    const place = moveItem(this.model, from, index, by);
    if (!place) return this.frame.say(`${item}は、これより先へ移せません`);
    this.current = place.lane;
    const where = place.lane === from ? "" : `「${this.nameOf()}」の`;
    return this.settle(place, `${item}を${where}${place.chip + 1}番目に移しました`);
  }
}

export function enhance(box) {
  return new Frame(box, { ...grammar, fits }, (frame) => new Items(frame));
}
