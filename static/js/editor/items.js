// 個人情報の項目: items as chips, in lanes by group and flow. What keys and buttons do with them.

import { altKey, quiet } from "./dom.js";
import { Frame } from "./frame.js";
import * as grammar from "./items_grammar.js";
import { Lanes } from "./items_lanes.js";
import { addGroup, groupHead, inserted, isEmpty, moveItem, removeGroup, replaceBody, settled } from "./items_model.js";
import { pieces } from "./text.js";

const MOST = 20_000; // characters; more would be more chips than anybody can see
const fits = (text) => text.length < MOST;

class Items extends Lanes {
  constructor(frame) {
    super(frame);
    this.additions = quiet("新たな項目", "Alt N", () => this.toggleAdditions(), { "aria-pressed": "false" });
    this.tools = [this.additions, quiet("まとまりを足す", "Alt G", () => this.addGroup())];
    frame.controls.addEventListener("keydown", (event) => this.onKey(event));
  }

  mark() {
    super.mark();
    this.additions.setAttribute("aria-pressed", String(Boolean(this.lane.body.additions)));
  }

  onKey(event) {
    const act = {
      Digit0: () => this.sayNothing(),
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
    const { draft, body } = this.lane;
    body.items = inserted(body.items, draft?.at ?? body.items.length, items);
    delete this.lane.draft;
    this.settle({}, `${items.length}項目を入れました`);
  }

  /** A whole text with its groups and flows, or far too much for chips, pasted into an empty heading. */
  takeWhole(pasted) {
    if (!isEmpty(this.model)) return false;
    if (!fits(pasted)) {
      this.frame.give(pasted.replace(/\r\n?/g, "\n"));
      return true;
    }
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
