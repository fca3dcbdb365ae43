// 別紙: a table to type into and to paste from a spreadsheet. Only the cell being typed in is a field; the others are text.

import { altKey, composing, make, quiet } from "./dom.js";
import { Frame } from "./frame.js";
import { isEmpty, movedRow, spread, squared, withColumn, withRow, withoutColumn, withoutRow } from "./grid_model.js";
import * as tsv from "./tsv.js";

const MOST = 1_000_000;
const fits = (text) => text.length < MOST;

class Grid {
  constructor(frame) {
    this.frame = frame;
    this.at = [0, 0];
    this.field = make("textarea", { class: "grid__field", rows: 1, spellcheck: "false" });
    this.field.addEventListener("input", (event) => event.isComposing || this.typed());
    this.field.addEventListener("compositionend", () => this.typed());
    this.field.addEventListener("paste", (event) => this.paste(event));
    this.field.addEventListener("blur", () => this.close());
    this.tools = [
      quiet("行を足す", "Alt L", () => this.addRow()),
      quiet("列を足す", "Alt K", () => this.addColumn()),
      quiet("行を外す", "Alt Delete", () => this.removeRow()),
      quiet("列を外す", "Alt Shift Delete", () => this.removeColumn()),
    ];
    frame.controls.addEventListener("keydown", (event) => this.onKey(event));
    frame.controls.addEventListener("focusin", ({ target }) => target.matches("[data-cell]") && this.open(target));
    frame.controls.addEventListener("mousedown", (event) => this.onPress(event));
  }

  show(rows) {
    this.rows = squared(rows);
    this.at = [Math.min(this.at[0], this.rows.length - 1), Math.min(this.at[1], this.rows[0].length - 1)];
    this.render();
  }

  render() {
    const [titles, ...rows] = this.rows;
    const head = make("thead", {}, this.row(titles, 0, "th"));
    const body = make("tbody", {}, ...rows.map((row, index) => this.row(row, index + 1, "td")));
    this.table = make("table", { class: "grid__table", "aria-label": this.frame.name }, head, body);
    this.table.style.setProperty("--columns", titles.length);
    const hint = make("p", { class: "small soft" }, "表計算の表を写して、ここに貼り付けられます。1行目は列の題です。");
    hint.hidden = !isEmpty(this.rows);
    this.frame.controls.replaceChildren(hint, make("div", { class: "grid" }, this.table));
    this.cell(...this.at).tabIndex = 0;
  }

  row(cells, index, tag) {
    const row = document.createElement("tr");
    for (const [column, text] of cells.entries()) {
      const cell = document.createElement(tag);
      cell.dataset.cell = column;
      cell.tabIndex = -1;
      if (!index) cell.scope = "col";
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  }

  cell(row, column) {
    return this.table.rows[row].cells[column];
  }

  place(cell) {
    return [cell.parentElement.rowIndex, cell.cellIndex];
  }

  onPress(event) {
    const cell = event.target.closest("[data-cell]");
    if (!cell || event.target === this.field) return;
    event.preventDefault(); // the field that appears is to keep the focus
    this.open(cell);
  }

  /** Makes a cell the field; the caret stands behind its text. */
  open(cell) {
    if (cell.contains(this.field)) return;
    this.close();
    this.cell(...this.at).tabIndex = -1;
    this.at = this.place(cell);
    const [row, column] = this.at;
    this.field.value = this.rows[row][column];
    this.was = this.field.value;
    const title = row ? this.rows[0][column] || `${column + 1}列目` : `${column + 1}列目の題`;
    this.field.setAttribute("aria-label", row ? `${row}行目　${title}` : title);
    cell.replaceChildren(this.field);
    this.fit();
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  close() {
    const cell = this.field.parentElement;
    if (!cell) return;
    const [row, column] = this.at;
    cell.textContent = this.rows[row][column];
    cell.tabIndex = 0;
  }

  fit() {
    this.field.rows = this.field.value.split("\n").length;
  }

  typed() {
    const [row, column] = this.at;
    this.rows[row][column] = this.field.value;
    this.fit();
    this.put();
  }

  put() {
    this.frame.put(isEmpty(this.rows) ? "" : tsv.write(this.rows));
  }

  paste(event) {
    const block = tsv.parsePasted(event.clipboardData.getData("text/plain"));
    if (block.length === 1 && block[0].length === 1) return;
    event.preventDefault();
    const [top, left] = isEmpty(this.rows) ? [0, 0] : this.at;
    const before = this.frame.area.value;
    this.at = [top, left];
    this.change(spread(this.rows, block, top, left), `${block.length}行を貼り付けました`, before);
  }

  /** Takes other rows, shows them, says what was done; the focus stays in its cell. */
  change(rows, sentence, before = null) {
    const fewest = Math.min(this.at[0], rows.length - 1);
    this.at = [fewest, Math.min(this.at[1], rows[0].length - 1)];
    this.rows = rows;
    this.field.remove();
    this.render();
    this.put();
    this.frame.say(sentence, before);
    this.open(this.cell(...this.at));
  }

  addRow() {
    const at = this.at[0] + 1;
    this.at = [at, this.at[1]];
    this.change(withRow(this.rows, at), "1行足しました");
  }

  addColumn() {
    const at = this.at[1] + 1;
    this.at = [this.at[0], at];
    this.change(withColumn(this.rows, at), "1列足しました");
  }

  removeRow() {
    const [row] = this.at;
    if (this.rows.length <= 2) return this.frame.say("これより行を減らせません");
    return this.change(withoutRow(this.rows, row), row ? `${row}行目を外しました` : "題の行を外しました", this.frame.area.value);
  }

  removeColumn() {
    if (this.rows[0].length <= 1) return this.frame.say("これより列を減らせません");
    return this.change(withoutColumn(this.rows, this.at[1]), `${this.at[1] + 1}列目を外しました`, this.frame.area.value);
  }

  moveRow(by) {
    const [from, column] = this.at;
    const to = from + by;
    if (from < 1 || to < 1 || to >= this.rows.length) return this.frame.say("これより先へは移せません");
    this.rows = movedRow(this.rows, from, to);
    this.close();
    const moved = this.table.rows[from];
    if (by < 0) this.table.rows[to].before(moved);
    else this.table.rows[to].after(moved);
    this.at = [to, column];
    this.put();
    this.frame.say(`${to}行目に移しました`);
    return this.open(this.cell(to, column));
  }

  focus() {
    this.open(this.cell(...this.at));
  }

  onKey(event) {
    if (event.target !== this.field || composing(event)) return;
    const act = this.acts(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  acts(event) {
    if (event.altKey && event.shiftKey && event.key === "Delete") return () => this.removeColumn();
    if (event.altKey && event.key === "Enter") return () => this.newLine();
    const withAlt = { ArrowUp: () => this.moveRow(-1), ArrowDown: () => this.moveRow(1), KeyL: () => this.addRow(), KeyK: () => this.addColumn(), Delete: () => this.removeRow() };
    if (event.altKey || event.ctrlKey || event.metaKey) return withAlt[altKey(event)];
    if (event.key === "Escape" && this.field.value !== this.was) return () => this.undo();
    const [row, column] = this.at;
    const back = event.shiftKey;
    if (event.key === "Tab") return this.step(back ? [row, column - 1] : [row, column + 1], true);
    if (event.key === "Enter") return back ? this.step([row - 1, column]) : this.down(row, column);
    return back ? null : this.arrow(event.key, row, column);
  }

  arrow(key, row, column) {
    const { selectionStart: start, selectionEnd: end, value } = this.field;
    const free = start === end;
    const to = {
      ArrowUp: free && !value.slice(0, start).includes("\n") && [row - 1, column],
      ArrowDown: free && !value.slice(end).includes("\n") && [row + 1, column],
      ArrowLeft: free && !start && [row, column - 1],
      ArrowRight: free && end === value.length && [row, column + 1],
    }[key];
    return to ? this.step(to) : null;
  }

  /** The step to another cell, over the ends of lines where `wraps`; null where the table ends. */
  step([row, column], wraps = false) {
    const width = this.rows[0].length;
    if (wraps && column < 0) [row, column] = [row - 1, width - 1];
    if (wraps && column >= width) [row, column] = [row + 1, 0];
    const inside = row >= 0 && row < this.rows.length && column >= 0 && column < width;
    return inside ? () => this.open(this.cell(row, column)) : null;
  }

  /** Enter goes down, and from the last row to a new one where the last has something in it. */
  down(row, column) {
    const last = row === this.rows.length - 1;
    if (!last) return this.step([row + 1, column]);
    return this.rows[row].some(Boolean) ? () => this.addRow() : () => {};
  }

  newLine() {
    this.field.setRangeText("\n", this.field.selectionStart, this.field.selectionEnd, "end");
    this.typed();
  }

  undo() {
    this.field.value = this.was;
    this.typed();
  }
}

export function enhance(box) {
  return new Frame(box, { parse: (text) => (text ? tsv.parse(text) : []), write: tsv.write, fits }, (frame) => new Grid(frame), "表で直す");
}
