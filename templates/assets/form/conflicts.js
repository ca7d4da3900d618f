// What was changed both here and elsewhere: both shown, somebody chooses which stays.
import { byId, element } from "./dom.js";
import { store } from "./store.js";

const nameOf = key => {
  const [kind, first, second] = key.split("|");
  if (kind === "cell") return byId(first)?.getAttribute("aria-label") ?? first;
  if (kind === "remark") return `${byId(first)?.getAttribute("aria-label") ?? first}的注`;
  if (kind === "field") return store.state.fields.find(field => field.file === first && field.path === second)?.label ?? second;
  return store.state.sections.find(section => section.id === first)?.title ?? first;
};

const shown = value => {
  const text = Array.isArray(value) ? value.join("\n\n") : value;
  return element("pre", {}, text === "" ? "（没有写）" : text);
};

const side = (title, value, choose) => {
  const button = element("button", { type: "button" }, `用${title}`);
  button.addEventListener("click", choose);
  return element("div", { className: "side" }, element("h4", {}, title), shown(value), button);
};

// Comes to an end once all are chosen.
export const settle = conflicts => new Promise(resolve => {
  const dialog = byId("conflicts");
  const list = byId("conflict-list");
  const open = new Map();
  const choose = (key, mine) => {
    if (!open.has(key)) return;
    store.choose(key, mine);
    open.get(key).remove();
    open.delete(key);
    if (open.size === 0) dialog.close();
    else list.querySelector("button").focus();
  };
  for (const { key, mine, theirs } of conflicts) {
    open.set(key, element("section", { className: "conflict" }, element("h3", {}, nameOf(key)),
      element("div", { className: "sides" },
        side("这里写的", mine, () => choose(key, true)),
        side("别处写的", theirs, () => choose(key, false)))));
  }
  list.replaceChildren(...open.values());
  for (const button of dialog.querySelectorAll("[data-all]")) {
    button.onclick = () => { for (const key of [...open.keys()]) choose(key, button.dataset.all === "mine"); };
  }
  // There is no way around choosing: nothing would be saved any more.
  dialog.oncancel = event => event.preventDefault();
  dialog.onclose = () => { if (open.size > 0) dialog.showModal(); else resolve(); };
  dialog.showModal();
});
