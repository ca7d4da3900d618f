// What can be typed in: all of a draft, of a published report what is no part of it until a correction is begun.
import { byId } from "./dom.js";
import { editors } from "./narrative.js";
import { store } from "./store.js";

// Once published these stay.
const OF_PUBLISHING = new Set(["发布日期", "状态"]);

const isFieldOpen = (field, correcting) => {
  const { correction, readonly } = store.state;
  if (!correction) return !readonly;
  if (field.file === "agency") return true;
  return correcting && !OF_PUBLISHING.has(field.path);
};

export const lock = correcting => {
  const { readonly, figures_readonly: figures } = store.state;
  const open = !readonly || correcting;
  for (const input of document.querySelectorAll("input[data-cell]")) {
    input.readOnly = !open || Boolean(figures) && !input.dataset.cell.startsWith("本级.");
  }
  for (const field of store.state.fields) {
    const input = byId(`field-${field.path}`);
    if (input?.localName === "input") input.disabled = !isFieldOpen(field, correcting);
  }
  for (const editor of editors.values()) editor.lock(!open);
};
