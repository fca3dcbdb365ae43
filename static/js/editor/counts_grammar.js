// 件数 as text ↔ rows of a table, by the grammar of fields/record_counts.py. `write(parse(text))` is `text`.

import { CIRCLED, WHITE, isReference, strip } from "./text.js";

const DIGITS = "[0-9０-９][0-9０-９,，]{0,14}";
const S = `[${WHITE}]{0,8}`;
const NUMBER = `(?:${DIGITS}(?:[．.][0-9０-９]{1,4})?${S}[億万千]${S}){0,3}(?:${DIGITS})?`;
const SAID = `(?<number>(?:約|およそ|概ね|おおむね)?${S}${NUMBER}${S})`;
const PER = `(?<per>${S}(?:[（(]${S}(?:１|1)?|[／/])(?<kind>年間?|月間?)(?:あたり)?${S}[）)]?)?`;
const COUNT = new RegExp(`${SAID}(?<unit>件|人|名|世帯|頭|台|通|枚)${PER}`, "gu");
/** Text before a number that makes it a part of something else: a range, a bracket. */
const UNSURE = /[0-9０-９．.,，～〜一二三四五六七八九十百]$|[（(][^）)]*$/u;
const MARK = new RegExp(`^[①-⑳][${WHITE}]*`, "u");
const GAP = new RegExp(`^[${WHITE}]*[：:、，]*[${WHITE}]*$`, "u");
const ENDS_IN_GAP = new RegExp(`[${WHITE}：:、，]*$`, "u");
const STARTS_IN_GAP = new RegExp(`^[${WHITE}：:、，]`, "u");
const A_DIGIT = /[0-9０-９]/;
const PRINTED = { year: "（年間）", month: "（月間）", "": "" };

/** One line. `lead` is a 年間 before the number, `per` what stands behind the unit, `gap` parts label and number. */
export const row = (change = {}) => ({ mark: "", label: "", gap: "\u3000", lead: "", number: "", unit: "件", per: "", ...change });

/** The text as `{ groups: [{ mark, name, rows }], reference }`, or null. Rows before the first ① line have no `mark`. */
export function parse(text) {
  const model = { groups: [{ mark: "", name: "", rows: [] }], reference: "" };
  if (!text) return model;
  if (isReference(text)) return strip(text) === text ? { ...model, reference: text } : null;
  for (const line of text.split("\n")) {
    const mark = MARK.exec(line)?.[0] ?? "";
    const rest = line.slice(mark.length);
    const found = [...rest.matchAll(COUNT)].filter((match) => A_DIGIT.test(match.groups.number));
    if (!found.length && mark && !isReference(rest)) model.groups.push({ mark, name: rest, rows: [] });
    else if (found.length !== 1) return null;
    else {
      const read = readRow(mark, rest, found[0]);
      if (!read) return null;
      model.groups.at(-1).rows.push(read);
    }
  }
  if (!model.groups[0].rows.length) model.groups.shift();
  return model.groups.every(({ rows }) => rows.length) ? model : null;
}

function readRow(mark, rest, match) {
  const before = rest.slice(0, match.index);
  const { number, unit, per = "" } = match.groups;
  const near = strip(`|${[...before].slice(-40).join("")}`).slice(1);
  if (match.index + match[0].length !== rest.length || UNSURE.test(near)) return null;
  let label = before;
  let gap = ENDS_IN_GAP.exec(label)[0];
  let lead = "";
  label = label.slice(0, label.length - gap.length);
  if (label.endsWith("年間")) {
    lead = `年間${gap}`;
    label = label.slice(0, -2);
    gap = ENDS_IN_GAP.exec(label)[0];
    label = label.slice(0, label.length - gap.length);
  }
  if (STARTS_IN_GAP.test(label) || !GAP.test(gap) || !GAP.test(lead.slice(2)) || (lead && strip(gap)) || (gap && !label)) return null;
  return row({ mark, label, gap: label ? gap : "\u3000", lead, number, unit, per });
}

function writeRow({ mark, label, gap, lead, number, unit, per }) {
  const said = A_DIGIT.test(number) ? lead + number + unit + per : number;
  return mark + label + (label && said ? gap : "") + said;
}

export function write({ groups, reference }) {
  if (reference) return reference;
  const lines = groups.flatMap(({ mark, name, rows }) => [mark + name, ...rows.map(writeRow)]);
  return lines.filter(Boolean).join("\n");
}

/** "year", "month" or "". */
export function perOf({ lead, per }) {
  if (lead) return "year";
  return /[年月]/.exec(per)?.[0].replace("年", "year").replace("月", "month") ?? "";
}

/** The same row for another span; one that says it already keeps its words. */
export function withPer(each, per) {
  return perOf(each) === per ? each : { ...each, lead: "", per: PRINTED[per] };
}

/** Numbers the rows ① ② … as the form does where there are several and no groups, unless they had no numbers before. */
export function number(groups, numbered) {
  const [{ mark, rows }] = groups;
  if (groups.length > 1 || mark) return;
  const signs = rows.length > 1 && numbered;
  const style = rows.find((each) => each.mark)?.mark ?? "①";
  rows.forEach((each, index) => {
    each.mark = signs ? style.replace(/[①-⑳]/, CIRCLED[Math.min(index, CIRCLED.length - 1)]) : "";
  });
}
