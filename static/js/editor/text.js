// How the text of a heading is cut, by the rules the server reads it with (fields/wording.py, sections/reference.py).

export const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const OPEN = "（(「『〔［[【《";
const CLOSE = "）)」』〕］]】》";

/** White space as Python's str.strip and \s know it: JavaScript's differs (U+0085, U+FEFF). For use inside [ ]. */
export const WHITE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const white = new RegExp(`[${WHITE}]`);

export function strip(text) {
  let start = 0;
  let end = text.length;
  while (start < end && white.test(text[start])) start += 1;
  while (end > start && white.test(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** The places outside brackets at which `ends(text, position)` holds; `open` tells of a bracket without its end. */
function places(text, ends) {
  const found = [];
  let depth = 0;
  for (let position = 0; position < text.length; position += 1) {
    const character = text[position];
    if (OPEN.includes(character)) depth += 1;
    else if (CLOSE.includes(character)) depth = Math.max(0, depth - 1);
    else if (!depth && ends(text, position)) found.push(position);
  }
  return { found, open: depth > 0 };
}

function cut(text, at) {
  return [...at, text.length].map((end, index) => text.slice(index ? at[index - 1] + 1 : 0, end));
}

const comma = (text, position) => text[position] === "、";

/** Text split at each 、 outside brackets, as typed; empty ones are no items. */
export function splitItems(text) {
  return cut(text, places(text, comma).found).map(strip).filter(Boolean);
}

/** What stands before the last 、 outside brackets and what after it; null where there is none. */
export function atLastComma(text) {
  const last = places(text, comma).found.at(-1);
  return last === undefined ? null : [text.slice(0, last), text.slice(last + 1)];
}

const digit = /[0-9０-９]/;

function endsPasted(text, position) {
  if ("、､\n\t".includes(text[position])) return true;
  const inNumber = digit.test(text[position - 1] ?? "") && digit.test(text[position + 1] ?? "");
  return "，,".includes(text[position]) && !inNumber; // １，０００円 is one item
}

/** The items of a pasted sentence, list or block of cells. A line end inside brackets is only where the line broke. */
export function pieces(pasted) {
  const text = pasted.replace(/\r\n?/g, "\n");
  const { found, open } = places(text, endsPasted);
  const parts = open && text.includes("\n") ? text.split("\n").flatMap(pieces) : cut(text, found);
  return parts.map((part) => strip(strip(part.replaceAll("\n", "")).replace(/^[・･•]/, "").replace(/。$/, ""))).filter(Boolean);
}

const N = "[0-9０-９]{1,2}";
const S = `[${WHITE}]*`;
const ADDRESS = `(?:第${S}${N}${S}の${S})?${N}(?:${S}の?${S}[（(]${S}${N}${S}[）)])?`;
const WHOLE = new RegExp(`^${S}(?:上記${S}|前記${S})?${ADDRESS}${S}(?:のとおり|に記載のとおり|に同じ|と同じ|と同様)${S}。?${S}$`, "u");
const ABOVE = new RegExp(`^${S}(?:上記|同上|前記)${S}(?:と同項目|と同じ項目|と同じ|に同じ|のとおり|と同様)?${S}。?${S}$`, "u");
const SHEET = new RegExp(`^${S}別紙[^。、\\n]{0,60}(?:参照|のとおり)${S}。?${S}$`, "u");

/** Whether the text is a reference to another place and nothing else. */
export function isReference(text) {
  if (text.includes("\n") || [...text].length > 100) return false;
  return [WHOLE, ABOVE, SHEET].some((pattern) => pattern.test(text));
}
