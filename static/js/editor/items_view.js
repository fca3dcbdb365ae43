// How lanes of items look.

import { composing, make, quiet, sign, signed } from "./dom.js";
import { nameField } from "./group_name.js";

const ENDS = { city: (text) => text.replace(/^・\s*/u, "").split(/から委託先/u)[0], person: () => "本人", others: () => "ほか" };

/** What a lane is called when it is spoken of. */
export function laneName(lanes, index) {
  const last = lanes[index].heads.at(-1);
  if (!last) return "項目";
  return last.kind === "flow" ? last.text.replace(/^・\s*/u, "") : `${last.mark}${last.name}`.trim();
}

export function lanes(items) {
  const drawn = items.model.lanes.flatMap((lane, index) => {
    const outer = lane.heads.slice(0, -1).map((head) => headOf(items, head, index));
    return [...outer.map((head) => make("div", { class: "lane lane--head", "data-lane": index }, ...head)), body(items, lane, index)];
  });
  return make("div", { class: "lanes" }, ...drawn);
}

function headOf(items, head, index) {
  if (head.kind === "group") return [groupName(items, head, index)];
  const from = ENDS[head.flow]?.(head.text);
  const way = from ? make("p", { class: "lane__who", "aria-hidden": "true" }, from, sign("arrow"), "委託先") : null;
  return [make("p", { class: "said" }, head.text), ...(way ? [way] : [])];
}

function groupName(items, head, index) {
  const input = nameField(head, () => items.put());
  input.addEventListener("blur", () => items.leaveLater(input));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || composing(event) || event.ctrlKey) return;
    event.preventDefault();
    items.settle({ lane: index });
  });
  const remove = signed("cross", `${head.mark.trim()}${head.name}を外す`, () => items.removeGroup(index));
  return make("p", { class: "lane__group said" }, head.mark.trim(), input, remove);
}

function body(items, lane, index) {
  const heads = lane.heads.length ? headOf(items, lane.heads.at(-1), index) : [];
  const notes = lane.notes.map((note) => make("p", { class: "said soft lane__note" }, note));
  const name = laneName(items.model.lanes, index);
  const attributes = { class: "lane", role: "group", "aria-label": name, "data-lane": index };
  return make("div", attributes, ...heads, chips(items, lane, index, name), ...notes);
}

function chips(items, lane, index, name) {
  const { body: list, draft } = lane;
  const prefix = list.additions && !list.items.length ? [make("span", { class: "said" }, "新たな項目：")] : [];
  if (list.word || list.reference) return make("div", { class: "chips" }, ...prefix, ...said(items, list, index));
  const shown = list.items.map((item, at) => chip(items, item, at, index));
  shown.splice(draft?.at ?? shown.length, 0, entry(items, draft?.text ?? "", index, name));
  const choices = list.items.length || draft ? [] : [nothing(items, index), ...above(items, index)];
  return make("div", { class: "chips" }, ...prefix, ...shown, ...choices);
}

function chip(items, text, at, index) {
  const remove = () => items.on(index).remove(at);
  const edit = () => items.on(index).edit(at);
  const isNew = items.model.lanes[index].body.additions;
  const shown = make("span", { class: "chip__text", title: "押すと直せます（F2）", onclick: edit }, text);
  const button = { type: "button", "data-chip": at, tabindex: at ? -1 : 0, "aria-label": `${text}を外す`, onclick: remove };
  return make("span", { class: isNew ? "chip chip--new" : "chip" }, shown, make("button", button, sign("cross")));
}

function entry(items, text, index, name) {
  const input = make("input", {
    "aria-label": `${name}に項目を足す`,
    placeholder: "項目を足す",
    autocomplete: "off",
    "data-of": index,
    "data-reference": items.model.lanes[index].body.items.length ? "part" : "whole",
  });
  if (items.suggested) input.setAttribute("list", items.suggested.list.id);
  input.value = text;
  return input;
}

function said(items, list, index) {
  const open = quiet("項目を入れる", "", () => items.on(index).clear(), { "data-open": true });
  const word = make("span", { class: list.word ? "chip chip--none" : "chip chip--refers" }, list.word || list.reference);
  return [word, ...(list.word ? above(items, index) : []), open];
}

const nothing = (items, index) => quiet("なし", "Alt 0", () => items.on(index).sayNothing());

const above = (items, index) => (index ? [quiet("上記と同項目", "Alt J", () => items.on(index).sayAbove())] : []);
