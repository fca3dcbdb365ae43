// A block of cells as spreadsheets copy it: tabs between cells, a line a row, quoted where a cell holds any of these.

const QUOTED = /["\t\n\r]/;
const END = /[\t\n]/g;

/** The text as rows of cells; rows may differ in length. A quote that is never closed is only a quote. */
export function parse(text) {
  const rows = [[]];
  for (let at = 0; ; ) {
    const [cell, end] = quoted(text, at) ?? plain(text, at);
    rows.at(-1).push(cell);
    if (end >= text.length) return rows;
    if (text[end] === "\n") rows.push([]);
    at = end + 1;
  }
}

/** What the clipboard of a spreadsheet holds: the last line is ended too. */
export function parsePasted(text) {
  return parse(text.replace(/\r\n?/g, "\n").replace(/\n$/, ""));
}

function plain(text, at) {
  END.lastIndex = at;
  const end = END.exec(text)?.index ?? text.length;
  return [text.slice(at, end), end];
}

function quoted(text, at) {
  if (text[at] !== '"') return null;
  for (let end = text.indexOf('"', at + 1); end > 0; end = text.indexOf('"', end + 2)) {
    if (text[end + 1] === '"') continue;
    const closes = end + 1 === text.length || "\t\n".includes(text[end + 1]);
    return closes ? [text.slice(at + 1, end).replaceAll('""', '"'), end + 1] : null;
  }
  return null;
}

export function write(rows) {
  return rows.map((row) => (row.length === 1 && !row[0] && rows.length > 1 ? '""' : row.map(cell).join("\t"))).join("\n");
}

function cell(text) {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
