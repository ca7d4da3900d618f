// Tables of the text: from cell to cell by keyboard, rows and columns more and fewer.
import { caretAtEnd } from "./carets.js";
import { element } from "./dom.js";

const cellOf = node => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("td, th") ?? null;

export const currentCell = editor => {
  const cell = cellOf(getSelection().focusNode);
  return cell && editor.contains(cell) ? cell : null;
};

export const nextCell = (cell, back) => {
  const cells = [...cell.closest("table").querySelectorAll("td, th")];
  return cells[cells.indexOf(cell) + (back ? -1 : 1)] ?? null;
};

// Shows which heads of tables hold nothing yet.
export const showBlankHeads = editor => {
  for (const head of editor.querySelectorAll(":scope > table th")) {
    head.classList.toggle("blank", head.textContent.replace(/\u200B/g, "").trim() === "" && !head.querySelector(".chip"));
  }
};

const newRow = table => {
  const row = element("tr", {}, ...Array.from(table.rows[0].cells, () => element("td", {}, element("br"))));
  return row;
};

export const below = cell => {
  const table = cell.closest("table");
  const row = table.rows[cell.parentElement.rowIndex + 1];
  return row?.cells[cell.cellIndex] ?? null;
};

const acts = {
  row(cell, table) {
    const row = newRow(table);
    if (cell.localName === "th" && table.tHead?.contains(cell)) (table.tBodies[0] ?? table.appendChild(element("tbody"))).prepend(row);
    else cell.parentElement.after(row);
    return row.cells[cell.cellIndex];
  },
  column(cell, table) {
    const at = cell.cellIndex;
    for (const row of table.rows) row.cells[at]?.after(element(row.cells[at].localName, {}, element("br")));
    return cell.nextElementSibling;
  },
  "no-row"(cell, table) {
    if (table.tHead?.contains(cell)) return cell;
    const to = below(cell) ?? table.rows[cell.parentElement.rowIndex - 1].cells[cell.cellIndex];
    cell.parentElement.remove();
    return to;
  },
  "no-column"(cell, table) {
    const at = cell.cellIndex;
    if (table.rows[0].cells.length < 2) return cell;
    const to = cell.nextElementSibling ?? cell.previousElementSibling;
    for (const row of table.rows) row.cells[at]?.remove();
    return to;
  },
};

export const changeTable = (editor, act) => {
  const cell = currentCell(editor);
  if (!cell) return false;
  const to = acts[act](cell, cell.closest("table"));
  if (to) caretAtEnd(to);
  return true;
};

// A row behind the one that the cursor is in, which goes to its beginning.
export const addRow = editor => {
  const cell = currentCell(editor);
  caretAtEnd(acts.row(cell, cell.closest("table")).parentElement.cells[0]);
};
