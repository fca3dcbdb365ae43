// あり／なし and an explanation as text, by the grammar of fields/yes_no.py. `write(parse(text))` is `text`.

import { WHITE } from "./text.js";

const ANSWER = /^(あり|有り|有|なし|無し|無)(?=$|[。．\n 　（(])([。．\n ]*)([^]*)$/u;
const BEGINS_LIKE_ONE = new RegExp(`^[${WHITE}]*(?:あり|有|なし|無)`, "u");
const YES = new Set(["あり", "有り", "有"]);

/** The text as `{ word, gap, explanation }`, or null where the server might take another word for the answer. */
export function parse(text) {
  const found = ANSWER.exec(text);
  if (found) return { word: found[1], gap: found[2], explanation: found[3] };
  return BEGINS_LIKE_ONE.test(text) ? null : { word: "", gap: "", explanation: text };
}

export function write({ word, gap, explanation }) {
  if (!word || !explanation) return word ? word + gap : explanation;
  return word + (gap || (/^[（(\u3000]/u.test(explanation) ? "" : "\n")) + explanation;
}

export const isYes = ({ word }) => (word ? YES.has(word) : null);

/** The same with another answer. */
export function answered(model, yes) {
  return isYes(model) === yes ? model : { ...model, word: yes ? "あり" : "なし" };
}

/** The same with another explanation. */
export function explained({ word, gap }, explanation) {
  return { word, gap: explanation ? gap : "", explanation };
}
