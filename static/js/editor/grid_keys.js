// What a key means in a cell: to another cell, or something done to the table; null leaves it to the field.

import { altKey } from "./dom.js";

export function meant(grid, event) {
  if (event.altKey && event.shiftKey && event.key === "Delete") return () => grid.removeColumn();
  if (event.altKey && event.key === "Enter") return () => grid.newLine();
  if (event.altKey || event.ctrlKey || event.metaKey) return withAlt(grid)[altKey(event)];
  if (event.key === "Escape" && grid.field.value !== grid.was) return () => grid.undo();
  const [row, column] = grid.at;
  if (event.key === "Tab") return step(grid, row, column + (event.shiftKey ? -1 : 1), true);
  if (event.key === "Enter") return event.shiftKey ? step(grid, row - 1, column) : down(grid, row, column);
  return event.shiftKey ? null : arrow(grid, event.key);
}

const withAlt = (grid) => ({
  ArrowUp: () => grid.moveRow(-1),
  ArrowDown: () => grid.moveRow(1),
  KeyL: () => grid.addRow(),
  KeyK: () => grid.addColumn(),
  Delete: () => grid.removeRow(),
});

/** Arrows leave the cell where the caret cannot go on in it. */
function arrow(grid, key) {
  const { selectionStart: start, selectionEnd: end, value } = grid.field;
  const [row, column] = grid.at;
  if (start !== end) return null;
  const to = {
    ArrowUp: !value.slice(0, start).includes("\n") && [row - 1, column],
    ArrowDown: !value.slice(end).includes("\n") && [row + 1, column],
    ArrowLeft: !start && [row, column - 1],
    ArrowRight: end === value.length && [row, column + 1],
  }[key];
  return to ? step(grid, ...to) : null;
}

/** The step to another cell, over the ends of rows where it `wraps`; null where the table ends. */
function step(grid, row, column, wraps = false) {
  const width = grid.rows[0].length;
  if (wraps && column < 0) [row, column] = [row - 1, width - 1];
  if (wraps && column >= width) [row, column] = [row + 1, 0];
  const inside = row >= 0 && row < grid.rows.length && column >= 0 && column < width;
  return inside ? () => grid.open(grid.view.cell(row, column)) : null;
}

/** Enter goes down, and from the last row to a new one where the last has something in it. */
function down(grid, row, column) {
  if (row < grid.rows.length - 1) return step(grid, row + 1, column);
  return grid.rows[row].some(Boolean) ? () => grid.addRow() : () => {};
}
