// Large text, dark pages and sorting. Every page is complete without this file.
(() => {
  "use strict";
  const page = document.documentElement;
  const remembered = {
    get(name) { try { return localStorage.getItem(`nianbao-${name}`); } catch { return null; } },
    set(name, value) { try { localStorage.setItem(`nianbao-${name}`, value); } catch { /* Not remembered, then. */ } },
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = name => {
    const value = remembered.get(name);
    if (value) page.dataset[name] = value; else delete page.dataset[name];
  };
  // Before anything is painted.
  apply("text");
  apply("theme");

  const isOn = (name, value) => name === "theme" && !page.dataset.theme ? dark.matches : page.dataset[name] === value;

  const settings = () => {
    const buttons = [...document.querySelectorAll("button[data-setting]")];
    const show = () => buttons.forEach(button =>
      button.setAttribute("aria-pressed", isOn(button.dataset.setting, button.dataset.value)));
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const { setting, value } = button.dataset;
        const off = setting === "theme" ? "light" : "normal";
        const chosen = isOn(setting, value) ? off : value;
        remembered.set(setting, chosen);
        page.dataset[setting] = chosen;
        show();
      });
    }
    dark.addEventListener("change", show);
    show();
    for (const part of document.querySelectorAll(".settings, [data-needs-script]")) part.hidden = false;
  };

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

  document.addEventListener("DOMContentLoaded", () => {
    settings();
    document.querySelectorAll("table[data-sortable]").forEach(sortable);
  });
})();
