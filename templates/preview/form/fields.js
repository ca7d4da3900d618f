// What the report and the agency say of themselves.
import { byId, element } from "./dom.js";
import { bind } from "./cells.js";
import { store } from "./store.js";

const FILES = { report: "这份报告", agency: "机关（各年度共用）" };

const control = (field, id) => {
  const common = { id, autocomplete: "off", "aria-describedby": field.hint ? `${id}-hint` : null, "data-hint": field.hint ? `${id}-hint` : null };
  // A date that is none yet stays to be seen, which a browser's own field would not show.
  const isDate = field.kind === "date" && /^(?:\d{4}-\d{2}-\d{2})?$/.test(field.value);
  return element("input", { ...common, type: isDate ? "date" : "text" });
};

const row = field => {
  const id = `field-${field.path}`;
  const input = control(field, id);
  bind(`field|${field.file}|${field.path}`, input, text => text.trim());
  return element("div", { className: "field" },
    element("label", { htmlFor: id }, field.label), input,
    field.hint ? element("p", { id: `${id}-hint`, className: "hint" }, field.hint) : null);
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
