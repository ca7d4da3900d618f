// A report of another year or body that was pasted: told as long as any of its sentences stands in the texts, also when the page is
// opened again.
import { button, byId, element } from "./dom.js";
import { saidWithStep } from "./said.js";

const NAME = `nianbao-form-pasted:${location.pathname.replace(/\/?$/, "/")}`;
const MOST = 8;
const SHORTEST = 8;

const bare = text => text.replace(/[\s\u3000\u200B\uFEFF]+/g, "");
const known = () => { try { return JSON.parse(localStorage.getItem(NAME)) ?? []; } catch { return []; } };
let entries = known();

const keep = wanted => {
  entries = wanted.slice(-MOST);
  try { localStorage.setItem(NAME, JSON.stringify(entries)); } catch { /* Told until the page is left, then. */ }
};

const textOf = editors => bare([...editors.values()].map(({ node }) => node.textContent).join("\n"));

// Only where it is another than before: what has the focus stays.
let shown = "[]";

// Leads to what somebody has to say of such a report before it is handed in; whether there is any.
export const asksAboutPastes = () => {
  const ask = byId("wrong-pastes").querySelector("button");
  ask?.focus();
  return Boolean(ask);
};

const drop = (editors, words) => {
  keep(entries.filter(entry => entry.words !== words));
  showWrongPastes(editors);
};

export const showWrongPastes = editors => {
  if (entries.length === 0 && shown === "[]") return;
  const text = textOf(editors);
  const now = entries.filter(({ pieces }) => pieces.some(piece => text.includes(piece)));
  const words = JSON.stringify(now.map(entry => entry.words));
  if (words === shown) return;
  shown = words;
  byId("wrong-pastes").replaceChildren(...now.map(entry =>
    element("p", {}, entry.words, " ", button("没有粘错", () => drop(editors, entry.words)))));
  byId("wrong-pastes").hidden = now.length === 0;
};

// Tells `words` about `blocks` that are about to be put into the texts; says whether they can be known again.
export const noteWrongPaste = (words, blocks, editors) => {
  const before = textOf(editors);
  const pieces = blocks.map(block => bare(block.textContent)).filter(piece => piece.length >= SHORTEST);
  const isNew = piece => !before.includes(piece);
  const longest = (pieces.some(isNew) ? pieces.filter(isNew) : pieces).sort((one, other) => other.length - one.length);
  if (longest.length === 0) return false;
  saidWithStep(() => {
    keep([...entries.filter(entry => entry.words !== words), { words, pieces: longest.slice(0, MOST) }]);
    showWrongPastes(editors);
  }, () => drop(editors, words));
  return true;
};
