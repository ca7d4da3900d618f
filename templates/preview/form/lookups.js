// Picking a figure of the tables for the text.
import { byId, element, say } from "./dom.js";
import { store } from "./store.js";

const MOST = 80;
const NONE = "三张表里没有这样的数。请换成表里的行名，如“本年新收”“予以公开”。";

const found = words => {
  const asked = words.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const has = lookup => asked.every(word => `${lookup.label} ${lookup.path} ${lookup.value}`.normalize("NFKC").toLowerCase().includes(word));
  const named = store.judged.lookups.filter(lookup => lookup.rank !== "same" && has(lookup));
  // Of a row people mean its total, unless they name a column; of what is added up, that which adds up most.
  const [totals, cells] = [named.filter(({ rank }) => rank === "total"), named.filter(({ rank }) => rank === "cell")];
  if (asked.length > 0) totals.sort((one, other) => other.cells - one.cells);
  return [...totals, ...cells].slice(0, MOST);
};

// What somebody picks; nothing where they would rather not.
export const pickLookup = () => new Promise(resolve => {
  const [dialog, words, list] = [byId("lookup"), byId("lookup-words"), byId("lookup-list")];
  let chosen = null;
  const offer = lookup => {
    const button = element("button", { type: "button" }, element("span", {}, lookup.label), element("strong", {}, lookup.value));
    button.addEventListener("click", () => { chosen = lookup; dialog.close(); finish(); });
    return element("li", {}, button);
  };
  const show = () => {
    list.replaceChildren(...found(words.value).map(offer));
    say(byId("lookup-none"), list.children.length > 0 ? "" : NONE);
  };
  const press = event => {
    if (event.isComposing || event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") list.querySelector("button")?.click();
    // By itself the key would only empty the field, and what is typed next would go there.
    else dialog.close();
  };
  // At once, not with the event of closing, which comes later: what is typed right behind the choice belongs behind the figure.
  const finish = () => {
    words.removeEventListener("input", show);
    words.removeEventListener("keydown", press);
    resolve(chosen);
  };
  words.value = "";
  words.addEventListener("input", show);
  words.addEventListener("keydown", press);
  dialog.querySelector("[data-close]").onclick = () => dialog.close();
  dialog.addEventListener("close", finish, { once: true });
  show();
  dialog.showModal();
  words.focus();
});

// Values of the look-ups in all texts, as they are now.
export const showLookups = state => {
  const values = new Map(state.lookups.map(lookup => [lookup.path, lookup.value]));
  for (const chip of document.querySelectorAll(".chip[data-lookup]")) {
    const value = values.get(chip.dataset.lookup);
    if (value !== undefined && chip.textContent !== value) chip.textContent = value;
  }
};
