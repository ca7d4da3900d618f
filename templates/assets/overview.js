// Overviews: tables are sorted, tables and lists narrowed to what is looked for. Every page is complete without this file.
(() => {
  "use strict";

  // What a cell is sorted by: its figure, a date, or its text; what has none of them comes last.
  const key = cell => {
    const text = (cell.firstChild?.textContent ?? "").trim();
    const figure = Number(text.replaceAll(",", "").replace("−", "-"));
    if (text === "" || text === "—") return null;
    return Number.isNaN(figure) ? cell.textContent.trim() : figure;
  };
  const compare = (one, other) =>
    typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), "zh-CN");

  const sort = (body, column, direction) => {
    const rows = [...body.rows].map(row => ({ row, key: key(row.cells[column]) }));
    const empty = rows.filter(({ key }) => key === null);
    const full = rows.filter(({ key }) => key !== null).sort((one, other) => direction * compare(one.key, other.key));
    body.append(...[...full, ...empty].map(({ row }) => row));
  };

  const sortable = table => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        // Figures begin with the largest, names and the official order with the first.
        const first = column < 2 ? "ascending" : "descending";
        const other = first === "ascending" ? "descending" : "ascending";
        const order = head.getAttribute("aria-sort") === first ? other : first;
        heads.forEach(head => head.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", order);
        sort(table.tBodies[0], column, order === "ascending" ? 1 : -1);
      });
    });
  };

  // Shows of a table or a list only what has all words that were typed and is of what was chosen.
  const narrow = form => {
    const whole = document.getElementById(form.dataset.narrows);
    const items = [...whole.querySelectorAll("[data-find]")];
    const groups = [...whole.querySelectorAll("[data-group]")];
    const find = form.elements.namedItem("find");
    const choices = [...form.querySelectorAll("select")];
    const status = form.querySelector("[role=status]");
    const fits = (item, words) =>
      words.every(word => item.dataset.find.toLowerCase().includes(word)) &&
      choices.every(({ name, value }) => value === "" || (item.dataset[name] ?? "").split("|").includes(value));

    const apply = () => {
      const words = find.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(word => word !== "");
      const narrowed = words.length > 0 || choices.some(({ value }) => value !== "");
      let shown = 0;
      for (const item of items) {
        item.hidden = !fits(item, words);
        shown += item.hidden ? 0 : 1;
      }
      for (const group of groups) {
        group.hidden = [...group.querySelectorAll("[data-find]")].every(item => item.hidden);
      }
      whole.classList.toggle("narrowed", narrowed);
      status.textContent = !narrowed ? "" : shown === 0 ? "没有符合的机关。" : `列出${shown}个，共${items.length}个。`;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", event => event.preventDefault());
    form.hidden = false;
    // A browser that goes back fills in what was typed before.
    apply();
  };

  document.querySelectorAll("table[data-sortable]").forEach(sortable);
  document.querySelectorAll("form[data-narrows]").forEach(narrow);
})();
