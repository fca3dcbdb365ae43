// 別紙: a table to type into and to paste from a spreadsheet. Only the cell being typed in is a field; the others are text.

import { composing, make, quiet, whenTyped } from "./dom.js";
import { Frame } from "./frame.js";
import { meant } from "./grid_keys.js";
import { isEmpty, movedRow, spread, squared, withColumn, withRow, withoutColumn, withoutRow } from "./grid_model.js";
import { GridView, fill, placeOf } from "./grid_view.js";
import * as tsv from "./tsv.js";

const MOST = { characters: 2_000_000, cells: 50_000 };
const fits = (text) => text.length < MOST.characters && (text.match(/[\t\n]/g) ?? []).length < MOST.cells;

class Grid {
  constructor(frame) {
    this.frame = frame;
    this.at = [0, 0];
    this.field = make("textarea", { class: "grid__field", rows: 1, spellcheck: "false" });
    whenTyped(this.field, () => this.typed());
    this.field.addEventListener("paste", (event) => this.paste(event));
    this.field.addEventListener("blur", () => document.activeElement === this.field || this.close());
    this.tools = [
      quiet("行を足す", "Alt L", () => this.addRow()),
      quiet("列を足す", "Alt K", () => this.addColumn()),
      quiet("行を外す", "Alt Delete", () => this.removeRow()),
      quiet("列を外す", "Alt Shift Delete", () => this.removeColumn()),
    ];
    frame.controls.addEventListener("keydown", (event) => this.onKey(event));
    frame.controls.addEventListener("focusin", ({ target }) => target.matches("th, td") && this.open(target));
    frame.controls.addEventListener("mousedown", (event) => this.onPress(event));
  }

  show(rows) {
    this.rows = squared(rows);
    this.at = [Math.min(this.at[0], this.rows.length - 1), Math.min(this.at[1], this.rows[0].length - 1)];
    this.render();
  }

  render() {
    this.view?.stop();
    this.view = new GridView(this.rows, this.frame.name);
    const hint = make("p", { class: "small soft" }, "表計算の表を写して、ここに貼り付けられます。1行目は列の題です。");
    hint.hidden = !isEmpty(this.rows);
    this.frame.controls.replaceChildren(hint, make("div", { class: "grid" }, this.view.table));
    this.view.cell(...this.at).tabIndex = 0;
  }

  onPress(event) {
    const cell = event.target.closest("th, td");
    if (!cell || event.target === this.field) return;
    event.preventDefault(); // the field that appears is to keep the focus
    this.open(cell);
  }

  /** Makes a cell the field; the caret stands behind its text. */
  open(cell) {
    if (cell.contains(this.field)) return;
    this.close();
    this.view.cell(...this.at).tabIndex = -1;
    this.at = placeOf(cell);
    const [row, column] = this.at;
    this.field.value = this.rows[row][column];
    this.was = this.field.value;
    const title = row ? this.rows[0][column] || `${column + 1}列目` : `${column + 1}列目の題`;
    this.field.setAttribute("aria-label", row ? `${row}行目　${title}` : title);
    if (!this.view.isLarge) cell.replaceChildren();
    cell.append(this.field);
    cell.classList.add("is-open");
    this.fit();
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  close() {
    const cell = this.field.parentElement;
    if (!cell || this.closing) return;
    this.closing = true; // taking the field away takes its focus away, which closes it
    const [row, column] = this.at;
    fill(cell, this.rows[row][column]);
    cell.classList.remove("is-open");
    cell.tabIndex = 0;
    this.closing = false;
  }

  fit() {
    const lines = this.field.value.split("\n").length;
    if (this.field.rows !== lines) this.field.rows = lines;
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
    const pasted = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
    if (!fits(pasted) && isEmpty(this.rows)) {
      event.preventDefault();
      this.frame.give(pasted);
      return;
    }
    const block = tsv.parsePasted(pasted);
    if (block.length === 1 && block[0].length === 1) return;
    event.preventDefault();
    const at = isEmpty(this.rows) ? [0, 0] : this.at;
    const rows = spread(this.rows, block, ...at);
    const text = tsv.write(rows);
    if (fits(text)) this.change(rows, at, `${block.length}行を貼り付けました`, this.frame.area.value);
    else this.frame.give(text);
  }

  /** Takes other rows, shows them, puts the focus at `at` or as near as there is a cell, and says what was done. */
  change(rows, [row, column], sentence, before = null) {
    this.close();
    this.rows = rows;
    this.at = [Math.min(row, rows.length - 1), Math.min(column, rows[0].length - 1)];
    this.render();
    this.put();
    this.frame.say(sentence, before);
    this.open(this.view.cell(...this.at));
  }

  addRow() {
    const [row, column] = this.at;
    this.change(withRow(this.rows, row + 1), [row + 1, column], "1行足しました");
  }

  addColumn() {
    const [row, column] = this.at;
    this.change(withColumn(this.rows, column + 1), [row, column + 1], "1列足しました");
  }

  removeRow() {
    const said = this.at[0] ? `${this.at[0]}行目を外しました` : "題の行を外しました";
    if (this.rows.length <= 2) this.frame.say("これより行を減らせません");
    else this.change(withoutRow(this.rows, this.at[0]), this.at, said, this.frame.area.value);
  }

  removeColumn() {
    const [, column] = this.at;
    if (this.rows[0].length <= 2) this.frame.say("これより列を減らせません");
    else this.change(withoutColumn(this.rows, column), this.at, `${column + 1}列目を外しました`, this.frame.area.value);
  }

  moveRow(by) {
    const [from, column] = this.at;
    const to = from + by;
    if (from < 1 || to < 1 || to >= this.rows.length) return this.frame.say("これより先へは移せません");
    this.close();
    this.view.cell(from, column).tabIndex = -1;
    this.rows = movedRow(this.rows, from, to);
    this.view.move(this.rows, from, to);
    this.at = [to, column];
    this.put();
    this.frame.say(`${to}行目に移しました`);
    return this.open(this.view.cell(to, column));
  }

  focus() {
    this.open(this.view.cell(...this.at));
  }

  onKey(event) {
    if (event.target !== this.field || composing(event)) return;
    const act = meant(this, event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
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
  const parse = (text) => (text ? tsv.parse(text) : []);
  return new Frame(box, { parse, write: tsv.write, fits }, (frame) => new Grid(frame), "表で直す");
}
