// What was changed both here and elsewhere: both shown, somebody chooses which stays.
import { byId, element } from "./dom.js";
import { nameOf } from "./names.js";
import { store } from "./store.js";

const shown = value => {
  const text = Array.isArray(value) ? value.join("\n\n") : value;
  return element("pre", {}, text === "" ? "（没有写）" : text);
};

const side = (title, value, choose) => {
  const button = element("button", { type: "button" }, `用${title}`);
  button.addEventListener("click", choose);
  return element("div", { className: "side" }, element("h4", {}, title), shown(value), button);
};

// Texts can be kept both.
const together = choose => {
  const button = element("button", { type: "button", "data-both": "" }, "两边都要");
  button.addEventListener("click", choose);
  return element("p", { className: "both" }, button, " ",
    element("span", { className: "hint" }, "两边改的是不同的段落，各留各的；改了同一段的，别处写的在前，这里写的接在后面。留下以后读一遍，重复的删去。"));
};

// Comes to an end once all are chosen.
export const settle = conflicts => new Promise(resolve => {
  const dialog = byId("conflicts");
  const list = byId("conflict-list");
  const open = new Map();
  const choose = (key, which) => {
    if (!open.has(key)) return;
    store.choose(key, which);
    open.get(key).remove();
    open.delete(key);
    if (open.size === 0) dialog.close();
    else list.querySelector("button").focus();
  };
  for (const { key, mine, theirs } of conflicts) {
    open.set(key, element("section", { className: "conflict" }, element("h3", {}, nameOf(key)),
      element("div", { className: "sides" },
        side("这里写的", mine, () => choose(key, "mine")),
        side("别处写的", theirs, () => choose(key, "theirs"))),
      key.startsWith("text|") ? together(() => choose(key, "both")) : null));
  }
  list.replaceChildren(...open.values());
  for (const button of dialog.querySelectorAll("[data-all]")) {
    button.onclick = () => { for (const key of [...open.keys()]) choose(key, button.dataset.all); };
  }
  // There is no way around choosing: nothing would be saved any more.
  dialog.oncancel = event => event.preventDefault();
  dialog.onclose = () => { if (open.size > 0) dialog.showModal(); else resolve(); };
  dialog.showModal();
});
