// 個人情報の項目 as text ↔ lanes of items, by the grammar of fields/data_items.py. `write(parse(text))` is `text`.

import { WHITE, isReference, splitItems, strip } from "./text.js";

const S = `[${WHITE}]*`;
const FLOWS = [ // the longer comes first
  ["others", new RegExp(`^(?:・${S})?[^${WHITE}]{0,12}?及び本人以外(?:の者)?から委託先[へに]提供するもの`, "u")],
  ["person", new RegExp(`^(?:・${S})?委託先が本人から(?:直接)?収集するもの`, "u")],
  ["city", new RegExp(`^(?:・${S})?[^${WHITE}]{0,12}?から委託先[へに]提供するもの`, "u")],
];
const AFTER_FLOW = new RegExp(`^${S}[：:]*${S}`, "u");
const GROUP = new RegExp(`^(?:[①-⑳]|[（(][ア-ン][）)])${S}`, "u");
const ADDITIONS = new RegExp(`^新たな(?:個人情報の)?項目${S}[：:]${S}`, "u");
const NOTHING = /^(?:なし|無し|無)。?$/u;

/**
 * One list: at most one of `items`, `word` (なし) and `reference` says something. `bullet`, `additions` (新たな項目：)
 * and `end` (。) are as printed.
 */
export const emptyBody = () => ({ bullet: "", additions: "", items: [], word: "", reference: "", end: "" });

export const isBlank = (body) => !(body.items.length || body.word || body.reference || body.additions);

/**
 * A lane is a list with the heads printed before it, from outside in, and its ※ notes. `joint` stands between the last
 * head and the list where both are on one line.
 */
export const lane = (heads = [], body = emptyBody()) => ({ heads, joint: "\n", body, notes: [] });

export const flowHead = (text) => ({ kind: "flow", flow: flowOf(text)?.flow ?? "", text });

function flowOf(line) {
  for (const [flow, pattern] of FLOWS) {
    const found = pattern.exec(line);
    if (!found) continue;
    const [joint] = AFTER_FLOW.exec(line.slice(found[0].length));
    const values = line.slice(found[0].length + joint.length);
    return { kind: "flow", flow, text: values ? found[0] : line, joint, values };
  }
  return null;
}

/** A ① line: its values stand behind a colon, or behind a wide space where nothing else can be its list. */
function groupOf(line, following) {
  const mark = GROUP.exec(line)?.[0];
  if (mark === undefined) return null;
  const text = line.slice(mark.length);
  const colon = ["：", ":"].map((each) => text.indexOf(each)).find((at) => at >= 0 && strip(text.slice(at + 1)));
  const space = following && !GROUP.test(following) ? -1 : text.indexOf("\u3000");
  const at = colon ?? space;
  if (at < 0) return { kind: "group", mark, name: text, joint: "", values: "" };
  const name = colon === undefined ? text.slice(0, at) : strip(text.slice(0, at));
  const values = strip(text.slice(at + 1));
  return { kind: "group", mark, name, joint: text.slice(name.length, text.length - values.length), values };
}

function readBody(text, bullet = "") {
  const body = { ...emptyBody(), bullet };
  body.additions = ADDITIONS.exec(text)?.[0] ?? "";
  const rest = text.slice(body.additions.length);
  if (ADDITIONS.test(rest)) return null;
  if (NOTHING.test(rest)) return { ...body, word: rest };
  if (isReference(rest)) return { ...body, reference: rest };
  const end = rest.endsWith("。") ? "。" : "";
  return { ...body, items: splitItems(rest.slice(0, rest.length - end.length)), end };
}

/** The text as `{ lanes, outer }`, or null. `outer` is the kind of head (group or flow) that holds the other. */
export function parse(text) {
  const model = { lanes: [], outer: "" };
  const lines = text ? text.split("\n") : [];
  for (const [index, line] of lines.entries()) {
    if (!line || strip(line) !== line) return null;
    const head = flowOf(line) ?? groupOf(line, lines[index + 1] ?? "");
    if (!(head ? readHead(model, head) : readLine(model, line))) return null;
  }
  return model;
}

function readHead(model, { joint, values, ...head }) {
  model.outer ||= head.kind === "flow" && model.lanes.some(({ body }) => !isBlank(body)) ? "group" : head.kind;
  const last = model.lanes.at(-1);
  const waits = last && isBlank(last.body) && !last.notes.length && last.heads.length === 1;
  if (waits && last.heads[0].kind === model.outer && head.kind !== model.outer) last.heads.push(head);
  else model.lanes.push(lane([head]));
  if (!values) return true;
  const body = readBody(values);
  Object.assign(model.lanes.at(-1), { body, joint });
  return body !== null;
}

function readLine(model, line) {
  if (!model.lanes.length) model.lanes.push(lane());
  const last = model.lanes.at(-1);
  if (line.startsWith("※")) return last.notes.push(line) > 0;
  if (!isBlank(last.body) || last.notes.length) return false;
  const bullet = line.startsWith("・") ? "・" : "";
  last.body = readBody(line.slice(bullet.length), bullet);
  return last.body !== null;
}

const writeHead = (head) => (head.kind === "flow" ? head.text : head.mark + head.name);

const writeBody = ({ bullet, additions, items, word, reference, end }) =>
  bullet + additions + (word || reference || items.join("、")) + end;

export function write({ lanes }) {
  return lanes
    .map(({ heads, joint, body, notes }) => {
      const above = heads.map(writeHead).join("\n");
      const list = isBlank(body) ? above : above + (above && joint) + writeBody(body);
      return [list, ...notes].filter(Boolean).join("\n");
    })
    .filter(Boolean)
    .join("\n");
}
