// A block of cells from the clipboard: a table of a page, of Word or of a spreadsheet, or lines with tabs.
import { parsed } from "./dom.js";
import { isFigure, isMeantAsFigure, plain } from "./figures.js";

const MOST_CELLS = 20_000;

// Figures that spaces set apart, as PDFs and plain texts have them, with or without a name before them.
const inColumns = text => {
  const parts = text.trim().split(/[\s\u3000]+/);
  const [, ...behind] = parts;
  const areColumns = behind.length > 0 && behind.every(isFigure) && (isFigure(parts[0]) || behind.length > 1);
  return areColumns && !isFigure(plain(text)) ? parts : [text];
};

// Lines and tabs as spreadsheets write them: a cell with a line break or quotes stands in quotes.
const fromText = text => {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < source.length; at += 1) {
    const mark = source[at];
    if (quoted) {
      if (mark !== "\"") cell += mark;
      else if (source[at + 1] === "\"") { cell += mark; at += 1; }
      else quoted = false;
    } else if (mark === "\"" && cell === "") quoted = true;
    else if (mark === "\t") { rows.at(-1).push(cell); cell = ""; }
    else if (mark === "\n") { rows.at(-1).push(cell); cell = ""; rows.push([]); }
    else cell += mark;
  }
  rows.at(-1).push(cell);
  // The last line ends as all others do.
  if (rows.length > 1 && rows.at(-1).length === 1 && rows.at(-1)[0] === "") rows.pop();
  return rows.every(row => row.length === 1) ? rows.map(([text]) => inColumns(text)) : rows;
};

const spanOf = (cell, name) => Math.min(Math.max(parseInt(cell.getAttribute(name), 10) || 1, 1), 100);

// A merged cell covers several places and has its text in the first of them.
export const gridOf = table => {
  const rows = [];
  let cells = 0;
  [...table.rows].slice(0, 1000).forEach((line, row) => {
    rows[row] ??= [];
    let column = 0;
    for (const cell of line.cells) {
      while (rows[row][column] !== undefined) column += 1;
      const [height, width] = [spanOf(cell, "rowspan"), spanOf(cell, "colspan")];
      cells += height * width;
      if (cells > MOST_CELLS) return;
      for (let down = 0; down < height; down += 1) {
        for (let across = 0; across < width; across += 1) {
          (rows[row + down] ??= [])[column + across] = { cell, first: down === 0 && across === 0 };
        }
      }
      column += width;
    }
  });
  return rows.slice(0, table.rows.length);
};

// The texts of a table, nothing where a merged cell covers a place.
export const textsOf = table => gridOf(table).map(row => Array.from(row, place =>
  !place ? "" : place.first ? place.cell.textContent.replace(/[\s\u3000]+/g, " ").trim() : null));

// Headings that were copied along are left out: lines and columns before the figures that hold words and no figure.
export const withoutHeadings = rows => {
  const isWords = text => Boolean(text?.trim()) && !isMeantAsFigure(text);
  const width = Math.max(...rows.map(row => row.length));
  const holdsFigure = text => Boolean(text) && isMeantAsFigure(text);
  const firstRow = rows.findIndex(row => row.some(holdsFigure));
  if (firstRow < 0) return rows;
  let top = 0;
  rows.slice(0, firstRow).forEach((row, at) => { if (row.some(isWords)) top = at + 1; });
  const below = rows.slice(top);
  let left = 0;
  for (let column = 0; column < width; column += 1) {
    const texts = below.map(row => row[column] ?? "");
    if (texts.some(holdsFigure)) break;
    if (texts.some(isWords)) left = column + 1;
  }
  return below.map(row => row.slice(left));
};

// What was copied as rows of texts; a single text where it is no block.
export const blockOf = data => {
  const html = data.getData("text/html");
  const table = html.includes("<t") ? parsed(html).querySelector("table") : null;
  return table ? textsOf(table) : fromText(data.getData("text/plain"));
};
