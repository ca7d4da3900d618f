// The tables under the keyboard: as in a spreadsheet, what is typed replaces the figure and arrows go on, until F2 or a second
// click asks for the text itself.
import { edit } from "./cells.js";
import { blockOf } from "./clipboard.js";
import { byId, element, say } from "./dom.js";
import { plain, withRemark } from "./figures.js";
import { history } from "./history.js";
import { nameOf, placed, valuesOf } from "./placing.js";
import { saidWithStep } from "./said.js";
import { store } from "./store.js";

// The lines of figures of a table with their names, each with its cells in the order of the columns.
const linesOf = table => {
  const lines = new Map();
  for (const place of table.querySelectorAll("td[data-row]")) {
    const { row, column, span, total } = place.dataset;
    const cell = { from: Number(column), to: Number(column) + Number(span), input: place.querySelector("input"), total };
    if (!lines.has(row)) {
      const name = [...place.parentElement.querySelectorAll("th")].at(-1)?.textContent ?? "";
      lines.set(row, { name: nameOf(name), cells: [] });
    }
    lines.get(row).cells.push(cell);
  }
  return [...lines.values()];
};

const nearest = (line, to) => {
  const typed = line.cells.filter(cell => cell.input);
  const away = cell => cell.from <= to.from && to.from < cell.to ? 0 : Math.abs(cell.from - to.from);
  return typed.sort((one, other) => away(one) - away(other))[0];
};

class Grid {
  constructor(table) {
    this.table = table;
    this.told = element("p", { className: "notice", role: "status", hidden: true });
    table.parentElement.previousElementSibling.before(this.told);
    Object.assign(this, { pasted: [], stated: [], left: false });
    this.lines = linesOf(table);
    this.inParts = table.tBodies.length > 1;
    this.editing = false;
  }

  find(input) {
    const line = this.lines.findIndex(({ cells }) => cells.some(cell => cell.input === input));
    return [line, this.lines[line].cells.findIndex(cell => cell.input === input)];
  }

  // The field so many lines below, or so many figures behind; nothing where the table ends.
  step(input, down, across) {
    const [line, at] = this.find(input);
    if (down !== 0) {
      for (let to = line + down; to >= 0 && to < this.lines.length; to += down) {
        const found = nearest(this.lines[to], this.lines[line].cells[at]);
        if (found) return found.input;
      }
      return null;
    }
    const { cells } = this.lines[line];
    for (let to = at + across; to >= 0 && to < cells.length; to += across) if (cells[to].input) return cells[to].input;
    return null;
  }

  edge(input, last, whole) {
    const [line] = this.find(input);
    const typed = (whole ? this.lines : [this.lines[line]]).flatMap(({ cells }) => cells).filter(cell => cell.input);
    return typed.at(last ? -1 : 0).input;
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

  // Fills the places that a block is for, from `input` on where its rows have no names, and says how.
  fill(input, block) {
    const { values, stated, beyond, unknown } = placed(block, this.lines, this.find(input), this.inParts);
    edit(values, { focus: input });
    Object.assign(this, { pasted: values, stated });
    const names = unknown.slice(0, 3).map(name => `“${name}”`).join("、") + (unknown.length > 3 ? "等" : "");
    this.left = beyond > 0 || unknown.length > 0;
    this.isMisnamed = unknown.length > 0;
    const cells = values.filter(([key]) => key.startsWith("cell|")).length;
    return [`填了 ${cells} 格`, beyond > 0 && `有 ${beyond} 个超出了表格，没有填`,
      unknown.length > 0 && `有 ${unknown.length} 行没有填，这张表里没有这样的行：${names}`].filter(Boolean).join("，");
  }

  // Nothing is said of what was pasted any more.
  forget() {
    Object.assign(this, { pasted: [], stated: [] });
    delete this.told.dataset.pasted;
    say(this.told, "");
  }

  // Says which totals that were pasted are not what follows from the figures.
  compare(totals) {
    if (this.pasted.some(([key, value]) => store.value(key) !== value)) { this.forget(); return; }
    const wrong = this.stated.filter(({ total, text }) => /^\d/.test(text) && totals[total] && totals[total].text !== text);
    const told = wrong.slice(0, 3).map(({ total, text }) => `${byId(total).parentElement.dataset.label} 粘贴的是 ${text}，算出来是 ${totals[total].text}`);
    const more = wrong.length > told.length ? `等 ${wrong.length} 处` : "";
    const words = [this.told.dataset.pasted, told.length > 0 && `粘贴的合计和算出来的不一样，请对着原文核对：${told.join("；")}${more}。`];
    say(this.told, words.filter(Boolean).join(""), this.left || told.length > 0 ? "doubt" : "good");
  }

  paste(event, input) {
    event.preventDefault();
    if (input.readOnly) return;
    const rows = blockOf(event.clipboardData);
    if (rows.length > 1 || rows[0].length > 1) {
      history.asOne(() => {
        const filled = this.fill(input, rows);
        const pasted = `粘贴的内容${filled}。${this.isMisnamed ? "请把行名改成和这张表的一样，再粘贴一次。" : ""}`;
        const tone = this.left ? "doubt" : "good";
        saidWithStep(() => { this.told.dataset.pasted = pasted; say(this.told, pasted, tone); }, () => this.forget());
      });
    } else {
      const { figure, remark } = withRemark(rows[0][0] ?? "");
      input.setRangeText(figure, input.selectionStart, input.selectionEnd, "end");
      edit(valuesOf(input, plain(input.value), remark), { focus: input });
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
      if (document.activeElement === input && input.value !== "待核对") this.editing = true;
      else { event.preventDefault(); input.focus(); input.select(); }
    });
    this.table.addEventListener("keydown", event => { if (of(event)) this.press(event, of(event)); });
    this.table.addEventListener("paste", event => { if (of(event)) this.paste(event, of(event)); });
  }
}

const grids = new Map();

const all = [];

export const attachGrids = () => {
  for (const table of document.querySelectorAll("table[data-table]")) {
    const grid = new Grid(table);
    grid.attach();
    all.push(grid);
    // Where the office's own figures are added to others, theirs is the table that is typed; it comes first.
    const { part } = table.closest("[data-part]").dataset;
    if (!grids.has(part)) grids.set(part, grid);
  }
};

// Fills the table of a part with a whole table that was pasted elsewhere, and says how; nothing where it cannot be filled.
export const fillTable = (part, rows) => {
  const grid = grids.get(part);
  const first = grid?.lines[0].cells.find(cell => cell.input)?.input;
  if (!first || first.readOnly) return null;
  delete grid.told.dataset.pasted;
  return `表${grid.table.dataset.table}${grid.fill(first, rows)}`;
};

// Holds the totals that were pasted against those that follow from the figures.
export const compareTotals = ({ totals }) => all.filter(({ stated }) => stated.length > 0).forEach(grid => grid.compare(totals));
