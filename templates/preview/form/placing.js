// Where the figures of a pasted block belong in a table: by the names of its rows where it has them, else one behind the other.
import { withoutHeadings } from "./clipboard.js";
import { isMeantAsFigure, withRemark } from "./figures.js";

const isWords = text => Boolean(text?.trim()) && !isMeantAsFigure(text) && text.trim() !== "待核对";
const standsForFigure = text => Boolean(text) && (isMeantAsFigure(text) || text.trim() === "待核对");
const holdsFigure = row => row.some(standsForFigure);

// What is compared of the name of a row, however it is numbered and marked: 1．危及“三安全一稳定”.
export const nameOf = text => text.trim().replace(/^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．\s]+)+/, "").replace(/[^\p{L}\p{N}]/gu, "");

// The column that figures begin in where names stand before them, 0 where there are none: words further on stand in the place of a
// figure.
const figuresFrom = rows => {
  const first = row => Math.max(row.findIndex(standsForFigure), 0);
  const named = rows.filter(row => row.slice(0, first(row)).some(isWords));
  return named.length > 0 ? Math.min(...named.map(first)) : 0;
};

// The words in front of the figures of a row, the last of which is its name.
const nameAt = (row, from) => row.slice(0, from).findLastIndex(isWords);

// Whether a name may be another for short: 本年新收 is 本年新收政府信息公开申请数量.
const isAlike = (name, other) => name !== "" && (name === other || Math.min(name.length, other.length) >= 3 && (other.startsWith(name) || name.startsWith(other)));

// The lines that rows with names mean. One name may stand for several lines: the next one is meant.
const byNames = (rows, lines, from) => {
  const taken = new Set();
  let last = -1;
  return rows.map(row => {
    const name = nameOf(row[nameAt(row, from)] ?? "");
    const alike = lines.map((_, at) => at).filter(at => !taken.has(at) && isAlike(name, lines[at].name));
    const equal = alike.filter(at => lines[at].name === name);
    const same = equal.length > 0 ? equal : alike;
    const at = same.find(found => found > last) ?? same[0] ?? -1;
    if (at >= 0) { taken.add(at); last = at; }
    return at;
  });
};

// A whole table whose rows are called otherwise here and there: all lines in their order, and no name says anything else.
const isWhole = (found, lines) => found.length === lines.length && found.every((at, row) => at < 0 || at === row);

// So many of these are those that are typed: those that follow by themselves were not copied.
const meant = (cells, count, isTyped) => {
  const typed = cells.filter(isTyped);
  return count === typed.length ? typed : cells;
};

const isTypedLine = line => line.cells.some(cell => cell.input);
const isTypedCell = cell => Boolean(cell.input);

// What a field and its remark become; a remark that was there stays where none was pasted.
export const valuesOf = ({ dataset }, figure, remark) =>
  [[`cell|${dataset.cell}`, figure], ...remark === "" ? [] : [[`remark|${dataset.cell}`, remark]]];

// Puts the texts of a row into cells: figures into fields, what stands for a total beside it. A merged cell leaves those alone that it
// covers.
const put = (texts, cells, placed) => texts.forEach((text, at) => {
  const cell = cells[at];
  if (text === null) return;
  const { figure, remark } = withRemark(text);
  if (cell?.input) placed.values.push(...valuesOf(cell.input, figure, remark));
  else if (cell && text !== "") placed.stated.push({ total: cell.total, text: figure });
  else if (!cell && text !== "") placed.beyond += 1;
});

const placedByNames = (rows, lines, inParts) => {
  const placed = { values: [], stated: [], beyond: 0, unknown: [] };
  const from = figuresFrom(rows);
  const named = rows.filter(row => holdsFigure(row) && nameAt(row, from) >= 0);
  const found = byNames(named, lines, from);
  const whole = isWhole(found, lines);
  const behind = Math.max(...named.map(row => nameAt(row, from))) + 1;
  named.forEach((row, at) => {
    const line = lines[whole ? at : found[at]];
    if (!line) { placed.unknown.push(row[nameAt(row, from)].trim()); return; }
    const texts = row.slice(behind);
    put(inParts ? texts.filter(text => text !== null) : texts, line.cells, placed);
  });
  return placed;
};

// Blank rows stand between the parts of a table whose parts have headings of their own.
const rowsOf = (rows, lines, inParts) => {
  if (!inParts) return rows;
  const held = rows.filter(row => row.some(text => text !== null) && !(row.some(isWords) && !holdsFigure(row)));
  const filled = held.filter(row => row.some(text => text));
  const taken = held.length > lines.length && filled.length <= lines.length ? filled : held;
  return taken.map(row => row.filter(text => text !== null));
};

const placedInOrder = (block, lines, [top, left], inParts) => {
  const placed = { values: [], stated: [], beyond: 0, unknown: [] };
  const rows = rowsOf(withoutHeadings(block), lines.slice(top), inParts);
  const below = meant(lines.slice(top), rows.length, isTypedLine);
  rows.forEach((row, down) => {
    const cells = below[down]?.cells.slice(left) ?? [];
    put(row, meant(cells, row.length, isTypedCell), placed);
  });
  return placed;
};

// Where the texts of a block go from a place on, by line and cell: `values` of fields, totals that it `stated`, how many are `beyond`
// the table, and the names of rows that are `unknown` here.
export const placed = (block, lines, from, inParts) => {
  const first = figuresFrom(block);
  const hasNames = block.some(row => holdsFigure(row) && nameAt(row, first) >= 0);
  return hasNames ? placedByNames(block, lines, inParts) : placedInOrder(block, lines, from, inParts);
};
