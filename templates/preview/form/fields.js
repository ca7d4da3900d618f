// What the report and the agency say of themselves.
import { button, byId, element } from "./dom.js";
import { bind, edit } from "./cells.js";
import { dayOf } from "./days.js";
import { store } from "./store.js";

const FILES = { report: "这份报告", agency: "机关（各年度共用）" };

const OWN_TITLE = "标题";

const keyOf = field => `field|${field.file}|${field.path}`;

const hintOf = field => {
  if (field.kind === "date") return `${field.hint}，写成 2025-01-20、2025年1月20日、2025.1.20 都可以，也可以点“日历”选`;
  if (field.path === OWN_TITLE) return `这份报告有自己的标题，网页和 PDF 上印的是它；空着的，印规定的标题“${store.state.official_title}”`;
  return field.hint;
};

// A calendar to pick from, beside a field that takes days as people write them.
const calendar = (field, input) => {
  const picker = element("input", { type: "date", className: "picker", tabIndex: -1, "aria-hidden": "true" });
  picker.addEventListener("change", () => edit([[keyOf(field), picker.value]], { focus: input }));
  return [button("日历", () => { picker.value = dayOf(input.value); picker.showPicker(); }, { "aria-label": `从日历里选${field.label}` }), picker];
};

// What stands behind a field to help with it.
const helpers = (field, input) => {
  if (field.kind === "date") return calendar(field, input);
  if (field.path === OWN_TITLE) return [button("用规定的标题", () => edit([[keyOf(field), ""]], { focus: input }))];
  return [];
};

const row = field => {
  const id = `field-${field.path}`;
  const hint = hintOf(field);
  const input = element("input", {
    id, type: "text", autocomplete: "off", "aria-describedby": hint ? `${id}-hint` : null, "data-hint": hint ? `${id}-hint` : null,
  });
  bind(keyOf(field), input, field.kind === "date" ? dayOf : text => text.trim());
  const beside = helpers(field, input);
  return element("div", { className: field.path === OWN_TITLE ? "field wide" : "field" },
    element("label", { htmlFor: id }, field.label),
    beside.length > 0 ? element("span", { className: "with-button" }, input, ...beside) : input,
    hint ? element("p", { id: `${id}-hint`, className: "hint" }, hint) : null);
};

// Each file's fields; `first` are elements that stand before those of a file.
export const makeFields = (first = {}) => {
  const groups = Object.entries(FILES).map(([file, title]) => {
    // How far the report is, is changed by handing it in.
    const own = store.state.fields.filter(field => field.file === file && field.kind !== "choice");
    return own.length === 0 ? null
      : element("fieldset", {}, element("legend", {}, title), ...first[file] ?? [], ...own.map(row));
  });
  byId("fields").replaceChildren(...groups.filter(Boolean));
};
