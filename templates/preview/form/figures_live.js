// Totals, balance and last year's figures beside the cells, as the program derived them.
import { byId, element } from "./dom.js";
import { ofCell } from "./findings.js";
import { edit, showRemark } from "./cells.js";
import { history } from "./history.js";
import { store } from "./store.js";

// Beside 上年结转 stands what was left over then, which has another name.
const last = figure => figure?.last ? `上年${figure.last_of ?? ""} ${figure.last}` : "";

const showBalance = balance => {
  for (const list of document.querySelectorAll("[data-balance]")) {
    const table = list.previousElementSibling;
    const own = balance.filter(column => column.cells.some(path => table.contains(byId(path))));
    list.hidden = own.length === 0;
    if (own.length > 0 && own.every(column => !column.filled)) {
      list.replaceChildren(element("li", {}, "尚未填写"));
      continue;
    }
    const waits = own.filter(column => column.waits).map(column => column.column);
    const known = own.filter(column => !column.waits);
    const fails = known.filter(column => !column.holds).map(column =>
      element("li", { className: "fails" }, element("strong", {}, `${column.column} 不平`), ` ${column.text}`));
    const holds = known.filter(column => column.holds).map(column => column.column);
    const all = holds.length === own.length ? "各列都平" : `${holds.join("、")} 平`;
    const rest = [holds.length > 0 && all, waits.length > 0 && `${waits.join("、")} 还有待核对的格`];
    list.replaceChildren(...fails, ...rest.filter(Boolean).map(text => element("li", {}, text)));
  }
};

export const showLive = state => {
  for (const input of document.querySelectorAll("input[data-cell]")) {
    input.parentElement.querySelector(".last").textContent = last(state.cells[input.dataset.cell]);
    input.parentElement.classList.toggle("unsure", store.value(`cell|${input.dataset.cell}`) === "待核对");
  }
  for (const place of document.querySelectorAll("td[data-total]")) {
    const total = state.totals[place.dataset.total];
    place.querySelector("output").textContent = total?.text ?? "";
    place.querySelector(".last").textContent = last(total);
  }
  showBalance(state.balance ?? []);
};

// The strip that tells of the cell that is being typed in.
export class Strip {
  constructor() {
    Object.assign(this, { strip: byId("cell"), remark: byId("cell-remark"), path: null });
  }

  show() {
    const input = this.path ? byId(this.path) : null;
    this.strip.hidden = !input;
    if (!input) return;
    byId("cell-name").textContent = input.getAttribute("aria-label");
    byId("cell-last").textContent = input.parentElement.querySelector(".last").textContent;
    const remark = store.value(`remark|${this.path}`);
    if (this.remark.value !== remark && document.activeElement !== this.remark) this.remark.value = remark;
    this.remark.readOnly = input.readOnly;
    byId("cell-findings").replaceChildren(...ofCell(store.judged, this.path).map(finding =>
      element("li", { className: finding.severity }, finding.message)));
  }

  attach() {
    document.addEventListener("focusin", event => {
      const cell = event.target.closest("input[data-cell]");
      if (cell) this.path = cell.dataset.cell;
      else if (!this.strip.contains(event.target)) this.path = null;
      this.show();
    });
    document.addEventListener("keydown", event => {
      if (event.key !== "F2" || !event.shiftKey || !event.target.closest("input[data-cell]")) return;
      event.preventDefault();
      this.remark.focus();
    });
    this.remark.addEventListener("input", event => {
      if (event.isComposing) return;
      this.take();
    });
    this.remark.addEventListener("compositionend", () => this.take());
    this.remark.addEventListener("focus", () => history.cut());
    this.remark.addEventListener("keydown", event => {
      if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
      event.preventDefault();
      byId(this.path)?.focus();
    });
  }

  take() {
    const [path, key] = [this.path, `remark|${this.path}`];
    edit([[key, this.remark.value.trim()]], { merge: key, focus: byId(path) });
    showRemark(path);
  }
}
