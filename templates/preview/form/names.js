// What people call a value of the store.
import { byId } from "./dom.js";
import { store } from "./store.js";

export const nameOf = key => {
  const [kind, first, second] = key.split("|");
  if (kind === "cell") return byId(first)?.getAttribute("aria-label") ?? first;
  if (kind === "remark") return `${byId(first)?.getAttribute("aria-label") ?? first}的注`;
  if (kind === "field") return store.state.fields.find(field => field.file === first && field.path === second)?.label ?? second;
  if (kind === "reason") return `${first}的说明`;
  return store.state.sections.find(section => section.id === first)?.title ?? first;
};
