// What people do with lanes of items. Every function changes the model it is given.

import { emptyBody, flowHead, isBlank, lane } from "./items_grammar.js";
import { CIRCLED, splitItems } from "./text.js";

const KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

export const groupHead = ({ heads }) => heads.find(({ kind }) => kind === "group");
const hasFlow = ({ heads }) => heads.some(({ kind }) => kind === "flow");
const newGroup = () => ({ kind: "group", mark: "①", name: "" });
const flowLanes = (flows) => flows.map((title) => lane([flowHead(`・${title}`)]));

/** What an empty heading shows: the flows of the form, or one list. */
export function blank(flows) {
  return flows.length ? { lanes: flowLanes(flows), outer: "flow" } : { lanes: [lane()], outer: "" };
}

export function isEmpty({ lanes }) {
  return lanes.every((each) => isBlank(each.body) && !each.notes.length && !groupHead(each));
}

/** The model with what is still being typed in its place among the items. */
export function settled({ lanes, outer }) {
  return { outer, lanes: lanes.map(withDraft) };
}

/** Items with others from `at` on. Not by splice: a call takes only so many arguments. */
export function inserted(items, at, others) {
  return [...items.slice(0, at), ...others, ...items.slice(at)];
}

function withDraft({ draft, ...each }) {
  const typed = splitItems(draft?.text ?? "");
  if (!typed.length) return each;
  return { ...each, body: { ...each.body, items: inserted(each.body.items, draft.at, typed) } };
}

/** Puts a word or a reference in the place of the items, keeping 新たな項目：. */
export function replaceBody(each, change) {
  const { bullet, additions } = each.body;
  each.body = { ...emptyBody(), bullet, additions, ...change };
}

/** Moves an item one place on, at the end of its lane into the next; the place it comes to, or null. */
export function moveItem({ lanes }, from, index, by) {
  const { items } = lanes[from].body;
  const [item] = items.slice(index, index + 1);
  const to = index + by;
  if (to >= 0 && to < items.length) {
    items.splice(index, 1);
    items.splice(to, 0, item);
    return { lane: from, chip: to };
  }
  const next = lanes[from + by];
  if (!next || next.body.reference) return null;
  if (next.body.word) replaceBody(next, {});
  items.splice(index, 1);
  const chip = by > 0 ? 0 : next.body.items.length;
  next.body.items.splice(chip, 0, item);
  return { lane: from + by, chip };
}

/** A new group: the first takes in what is there, another comes behind; the lane it stands at. */
export function addGroup(model, flows, current) {
  const { lanes } = model;
  let at = 0;
  if (!lanes.some(groupHead)) {
    lanes[0].heads.unshift(newGroup());
    model.outer = "group";
  } else if (model.outer === "flow") {
    at = current + 1;
    lanes.splice(at, 0, lane([newGroup()]));
  } else {
    at = lanes.length;
    lanes.push(...(lanes.some(hasFlow) && flows.length ? flowLanes(flows) : [lane()]));
    lanes[at].heads.unshift(newGroup());
  }
  number(model);
  return at;
}

/** Takes a group away with its lists; the only one leaves its lists behind. */
export function removeGroup(model, at) {
  const { lanes, outer } = model;
  const group = groupHead(lanes[at]);
  const only = lanes.filter(groupHead).length === 1;
  lanes[at].heads = lanes[at].heads.filter((head) => head !== group);
  if (!only && outer === "group") {
    const next = lanes.findIndex((each, index) => index > at && groupHead(each));
    lanes.splice(at, (next < 0 ? lanes.length : next) - at);
  } else if (!only) {
    const [flow] = lanes[at].heads;
    const next = lanes[at + 1];
    if (flow && next && !hasFlow(next)) next.heads.unshift(flow);
    if (flow && (!next || hasFlow(next)) && next?.heads[0] !== flow) lanes.splice(at, 1, lane([flow]));
    else lanes.splice(at, 1);
  }
  number(model);
}

/** Numbers the groups anew in the style of the first; below each flow where flows hold groups. */
function number({ lanes, outer }) {
  const style = lanes.map(groupHead).find(Boolean)?.mark ?? "";
  let count = 0;
  for (const each of lanes) {
    if (outer === "flow" && hasFlow(each)) count = 0;
    const group = groupHead(each);
    if (!group) continue;
    const [signs, sign] = /[ア-ン]/.test(style) ? [KANA, /[ア-ン]/] : [CIRCLED, /[①-⑳]/];
    group.mark = style.replace(sign, signs[Math.min(count, signs.length - 1)]);
    count += 1;
  }
}
