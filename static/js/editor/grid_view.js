// How a table of cells stands on the page. Its first rows are there at once, a large rest follows in the pauses.

import { make } from "./dom.js";

const AT_ONCE = 100;

export class GridView {
  constructor(rows, label) {
    this.rows = rows;
    const [titles] = rows;
    this.head = make("thead", {}, drawRow(titles, "th"));
    this.body = make("tbody");
    this.table = make("table", { class: "grid__table", "aria-label": label, "aria-rowcount": rows.length }, this.head, this.body);
    this.table.style.setProperty("--columns", titles.length);
    this.isLarge = rows.length > AT_ONCE; // its open cell lies over the others, so that typing moves none of them
    this.table.classList.toggle("is-large", this.isLarge);
    this.more();
  }

  get drawn() {
    return this.body.rows.length + 1;
  }

  /** Draws the next rows, at least up to `row`, and leaves the others for later. */
  more(row = 0) {
    clearTimeout(this.waiting);
    const until = Math.max(row + 1, this.drawn + AT_ONCE);
    this.body.append(...this.rows.slice(this.drawn, until).map((cells) => drawRow(cells, "td")));
    if (this.drawn < this.rows.length) this.waiting = setTimeout(() => this.more());
  }

  stop() {
    clearTimeout(this.waiting);
  }

  cell(row, column) {
    if (row >= this.drawn) this.more(row);
    return this.table.rows[row].cells[column];
  }

  /** The rows after one has moved: its element moves too. */
  move(rows, from, to) {
    this.rows = rows;
    this.cell(Math.max(from, to), 0);
    const moved = this.table.rows[from];
    if (to < from) this.table.rows[to].before(moved);
    else this.table.rows[to].after(moved);
  }
}

export const placeOf = (cell) => [cell.parentElement.rowIndex, cell.cellIndex];

function drawRow(cells, tag) {
  const row = document.createElement("tr");
  for (const text of cells) {
    const cell = document.createElement(tag);
    cell.tabIndex = -1;
    if (tag === "th") cell.scope = "col";
    fill(cell, text);
    row.append(cell);
  }
  return row;
}

/** A title that is not there yet says what is to stand there. */
export function fill(cell, text) {
  if (text || cell.tagName === "TD") cell.textContent = text;
  else cell.replaceChildren(make("span", { class: "grid__none" }, "列の題"));
}
