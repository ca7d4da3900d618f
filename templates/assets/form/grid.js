// The tables under the keyboard: as in a spreadsheet, what is typed replaces the figure and arrows go on, until F2 or a second
// click asks for the text itself.
import { edit } from "./cells.js";
import { blockOf, withoutHeadings } from "./clipboard.js";
import { isFigure, plain } from "./figures.js";

// The lines of figures of a table, each in the order of its columns.
const linesOf = table => {
  const lines = new Map();
  for (const place of table.querySelectorAll("td[data-row]")) {
    const { row, column, span } = place.dataset;
    const cell = { row: Number(row), from: Number(column), to: Number(column) + Number(span), input: place.querySelector("input") };
    if (!lines.has(cell.row)) lines.set(cell.row, []);
    lines.get(cell.row).push(cell);
  }
  return [...lines.values()];
};

const nearest = (line, to) => {
  const typed = line.filter(cell => cell.input);
  const away = cell => cell.from <= to.from && to.from < cell.to ? 0 : Math.abs(cell.from - to.from);
  return typed.sort((one, other) => away(one) - away(other))[0];
};

class Grid {
  constructor(table, tell) {
    this.table = table;
    this.tell = tell;
    this.lines = linesOf(table);
    this.inParts = table.tBodies.length > 1;
    this.editing = false;
  }

  find(input) {
    const line = this.lines.findIndex(cells => cells.some(cell => cell.input === input));
    return [line, this.lines[line].findIndex(cell => cell.input === input)];
  }

  // The field so many lines below, or so many figures behind; nothing where the table ends.
  step(input, down, across) {
    const [line, at] = this.find(input);
    if (down !== 0) {
      for (let to = line + down; to >= 0 && to < this.lines.length; to += down) {
        const found = nearest(this.lines[to], this.lines[line][at]);
        if (found) return found.input;
      }
      return null;
    }
    for (let to = at + across; to >= 0 && to < this.lines[line].length; to += across) {
      if (this.lines[line][to].input) return this.lines[line][to].input;
    }
    return null;
  }

  edge(input, last, whole) {
    const [line] = this.find(input);
    const cells = (whole ? this.lines.flat() : this.lines[line]).filter(cell => cell.input);
    return cells.at(last ? -1 : 0).input;
  }

  aim(event, input) {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const far = ctrlKey || metaKey;
    if (altKey) return undefined;
    if (key === "Enter" && !far) {
      return shiftKey ? this.step(input, -1, 0) ?? this.step(input, 0, -1) : this.step(input, 1, 0) ?? this.step(input, 0, 1);
    }
    if (shiftKey) return undefined;
    if (key === "ArrowUp" || key === "ArrowDown") return this.step(input, key === "ArrowUp" ? -1 : 1, 0);
    if (this.editing) return undefined;
    if (key === "ArrowLeft" || key === "ArrowRight") return this.step(input, 0, key === "ArrowLeft" ? -1 : 1);
    if (key === "Home" || key === "End") return this.edge(input, key === "End", far);
    return undefined;
  }

  press(event, input) {
    if (event.isComposing) return;
    if (event.key === "F2" && !event.shiftKey) {
      event.preventDefault();
      this.editing = true;
      input.setSelectionRange(input.value.length, input.value.length);
      return;
    }
    if (event.key === "Escape" && input.value !== this.before) {
      event.preventDefault();
      edit([[`cell|${input.dataset.cell}`, this.before]], { focus: input });
      input.select();
      return;
    }
    const to = this.aim(event, input);
    if (to === undefined) return;
    event.preventDefault();
    (to ?? input).focus();
    if (to === null) input.select();
  }

  // Fills the places from `input` on. Totals are passed over: they follow by themselves.
  fill(input, rows) {
    const [top, left] = this.find(input);
    const isHeading = row => row.some(text => text && !isFigure(text)) && !row.some(text => text && isFigure(text));
    const holds = row => row.some(text => text !== null) && !isHeading(row);
    const taken = this.inParts ? rows.filter(holds).map(row => row.filter(text => text !== null)) : rows;
    const values = [];
    let beyond = 0;
    taken.forEach((row, down) => row.forEach((text, across) => {
      if (text === null) return;
      const cell = this.lines[top + down]?.[left + across];
      if (cell?.input) values.push([`cell|${cell.input.dataset.cell}`, plain(text)]);
      else if (!cell && text !== "") beyond += 1;
    }));
    edit(values, { focus: input });
    return `填了 ${values.length} 格${beyond > 0 ? `，有 ${beyond} 个超出了表格，没有填` : ""}`;
  }

  paste(event, input) {
    event.preventDefault();
    if (input.readOnly) return;
    const rows = blockOf(event.clipboardData);
    if (rows.length > 1 || rows[0].length > 1) {
      this.tell(`粘贴${this.fill(input, rows)}`);
    } else {
      input.setRangeText(plain(rows[0][0] ?? ""), input.selectionStart, input.selectionEnd, "end");
      edit([[`cell|${input.dataset.cell}`, plain(input.value)]], { focus: input });
    }
    input.select();
  }

  attach() {
    const of = event => event.target.closest("input[data-cell]");
    this.table.addEventListener("focusin", event => {
      const input = of(event);
      if (!input) return;
      this.editing = false;
      this.before = input.value;
      input.select();
    });
    // The first click takes the whole figure, the second sets the cursor.
    this.table.addEventListener("mousedown", event => {
      const input = of(event);
      if (!input) return;
      if (document.activeElement === input) this.editing = true;
      else { event.preventDefault(); input.focus(); }
    });
    this.table.addEventListener("keydown", event => { if (of(event)) this.press(event, of(event)); });
    this.table.addEventListener("paste", event => { if (of(event)) this.paste(event, of(event)); });
  }
}

const grids = new Map();

export const attachGrids = tell => {
  for (const table of document.querySelectorAll("table[data-table]")) {
    const grid = new Grid(table, tell);
    grid.attach();
    // Where the office's own figures are added to others, theirs is the table that is typed; it comes first.
    const { part } = table.closest("[data-part]").dataset;
    if (!grids.has(part)) grids.set(part, grid);
  }
};

// Fills the table of a part with a whole table that was pasted elsewhere, and says how; nothing where it cannot be filled.
export const fillTable = (part, rows) => {
  const grid = grids.get(part);
  const first = grid?.lines[0].find(cell => cell.input)?.input;
  return first && !first.readOnly ? `表${grid.table.dataset.table}${grid.fill(first, withoutHeadings(rows))}` : null;
};
