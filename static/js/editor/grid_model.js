// A table of cells, first row the titles. Every function gives the rows anew and leaves those it was given alone.

const widest = (rows, least) => rows.reduce((width, row) => Math.max(width, row.length), least);

/** All rows as long as the longest, at least two columns and one row under the titles to type into. */
export function squared(rows) {
  const width = widest(rows, 2);
  const filled = rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
  while (filled.length < 2) filled.push(Array(width).fill(""));
  return filled;
}

export const isEmpty = (rows) => rows.every((row) => row.every((cell) => !cell));

/** `block` laid over the cells from (`top`, `left`) on; the table grows where it does not fit. */
export function spread(rows, block, top, left) {
  const width = left + widest(block, 1);
  const grown = squared(rows.map((row) => [...row, ...Array(Math.max(0, width - row.length)).fill("")]));
  while (grown.length < top + block.length) grown.push(Array(grown[0].length).fill(""));
  block.forEach((row, down) => row.forEach((cell, across) => { grown[top + down][left + across] = cell; }));
  return grown;
}

export const withRow = (rows, at) => rows.toSpliced(at, 0, Array(rows[0].length).fill(""));

export const withoutRow = (rows, at) => rows.toSpliced(at, 1);

export const withColumn = (rows, at) => rows.map((row) => row.toSpliced(at, 0, ""));

export const withoutColumn = (rows, at) => rows.map((row) => row.toSpliced(at, 1));

export const movedRow = (rows, from, to) => rows.toSpliced(from, 1).toSpliced(to, 0, rows[from]);
