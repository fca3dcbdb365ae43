// 件数: whose records, how many, a year or a month, one row each.

import * as grammar from "./counts_grammar.js";
import { formatted } from "./digits.js";
import { altKey, composing, make, quiet, signed, whenTyped } from "./dom.js";
import { Frame } from "./frame.js";
import { nameField } from "./group_name.js";

const SPANS = { year: "年間", month: "月間", "": "期間なし" };
const MOST = 20_000;
const fits = (text) => text.length < MOST;

class Counts {
  constructor(frame) {
    this.frame = frame;
    this.digits = frame.box.dataset.digits;
    frame.controls.addEventListener("keydown", (event) => this.onKey(event));
  }

  show(model) {
    this.model = model.groups.length ? model : { groups: [{ mark: "", name: "", rows: [] }], reference: model.reference };
    const rows = this.model.groups.flatMap((group) => group.rows);
    this.numbered = rows.length < 2 || rows.some(({ mark }) => mark);
    if (!rows.length && !model.reference) this.model.groups[0].rows.push(grammar.row());
    this.render();
  }

  render() {
    this.frame.controls.replaceChildren(this.model.reference ? this.refers() : this.table());
  }

  put() {
    this.frame.put(grammar.write(this.model));
  }

  refers() {
    const open = quiet("件数を入れる", "", () => this.open());
    return make("div", { class: "chips" }, make("span", { class: "chip chip--refers" }, this.model.reference), open);
  }

  open() {
    const before = this.frame.area.value;
    this.frame.put("");
    this.frame.refresh();
    this.frame.say(`「${before}」を外しました`, before);
    this.frame.focus();
  }

  table() {
    const titles = ["だれの件数か", "件数", "単位", "期間", "行"].map((title) => make("span", { class: "vh" }, title));
    const heads = titles.map((title) => make("th", { scope: "col" }, title));
    const rows = (group) => group.rows.map((row) => this.row(group, row));
    const bodies = this.model.groups.map((group) => make("tbody", {}, ...this.groupRow(group), ...rows(group)));
    return make("table", { class: "counts" }, make("thead", {}, make("tr", {}, ...heads)), ...bodies);
  }

  groupRow(group) {
    if (!group.mark) return [];
    const input = nameField(group, () => this.put());
    const name = make("span", { class: "lane__group said" }, group.mark.trim(), input);
    return [make("tr", { class: "counts__group" }, make("th", { scope: "rowgroup", colspan: 5 }, name))];
  }

  row(group, row) {
    const all = this.rows;
    const place = all.indexOf(row) + 1;
    const label = this.input(row, "label", `だれの件数か（${place}行目）`, "だれの件数か");
    const number = this.input(row, "number", `件数（${place}行目）`, "約１００");
    number.addEventListener("change", () => this.format(row, number));
    const cross = all.length > 1 ? signed("cross", `${place}行目を外す`, () => this.remove(group, row)) : null;
    const plus = row === group.rows.at(-1) ? signed("plus", "行を足す", () => this.add(group)) : null;
    const mark = row.mark ? make("span", { class: "said" }, row.mark.trim()) : null;
    return make(
      "tr",
      { "data-row": place - 1 },
      make("td", {}, make("div", { class: "counts__label" }, mark, label)),
      make("td", { class: "n" }, number),
      make("td", { class: "said" }, row.unit),
      make("td", {}, this.span(row, place)),
      make("td", { class: "counts__tools" }, cross, plus),
    );
  }

  input(row, key, label, placeholder) {
    const input = make("input", { class: "field", "aria-label": label, placeholder, autocomplete: "off" });
    input.value = row[key];
    whenTyped(input, () => {
      row[key] = input.value;
      this.put();
    });
    return input;
  }

  span(row, place) {
    const options = Object.entries(SPANS).map(([value, word]) => make("option", { value }, word));
    const select = make("select", { class: "field", "aria-label": `期間（${place}行目）` }, ...options);
    select.value = grammar.perOf(row);
    select.addEventListener("change", () => {
      Object.assign(row, grammar.withPer(row, select.value));
      this.put();
    });
    return select;
  }

  format(row, input) {
    row.number = formatted(input.value, this.digits);
    input.value = row.number;
    this.put();
  }

  onKey(event) {
    const element = event.target.closest("tr[data-row]");
    const by = !event.target.matches("select") && { ArrowUp: -1, ArrowDown: 1 }[altKey(event)];
    const enters = event.key === "Enter" && event.target.matches("input") && !composing(event) && !event.ctrlKey;
    if (!element || !(by || enters)) return;
    event.preventDefault();
    event.stopPropagation();
    const place = Number(element.dataset.row);
    const group = this.model.groups.find(({ rows }) => rows.includes(this.rows[place]));
    if (enters) this.add(group, this.rows[place]);
    else this.move(group, this.rows[place], by);
  }

  get rows() {
    return this.model.groups.flatMap(({ rows }) => rows);
  }

  add(group, after = group.rows.at(-1)) {
    const row = grammar.row({ unit: after.unit });
    group.rows.splice(group.rows.indexOf(after) + 1, 0, row);
    this.changed(row, "1行足しました");
  }

  remove(group, row) {
    const before = this.frame.area.value;
    const place = this.rows.indexOf(row);
    group.rows.splice(group.rows.indexOf(row), 1);
    if (!group.rows.length) this.model.groups.splice(this.model.groups.indexOf(group), 1);
    this.changed(this.rows[Math.min(place, this.rows.length - 1)], `${place + 1}行目を外しました`, before);
  }

  move(group, row, by) {
    const from = group.rows.indexOf(row);
    const to = from + by;
    if (to < 0 || to >= group.rows.length) return this.frame.say("これより先へは移せません");
    group.rows.splice(from, 1);
    group.rows.splice(to, 0, row);
    return this.changed(row, `${this.rows.indexOf(row) + 1}行目に移しました`);
  }

  changed(row, sentence, before = null) {
    grammar.number(this.model.groups, this.numbered);
    this.put();
    this.render();
    this.frame.say(sentence, before);
    this.frame.controls.querySelector(`tr[data-row="${this.rows.indexOf(row)}"] input`)?.focus();
  }
}

export function enhance(box) {
  return new Frame(box, { ...grammar, fits }, (frame) => new Counts(frame), "表で直す");
}
