// Cells that say 待核对: how many are left, from one to the next, and all that are left as 0, or as what last year handed on.
import { edit } from "./cells.js";
import { store } from "./store.js";

const UNSURE = "待核对";

const isUnsure = input => !input.readOnly && store.value(`cell|${input.dataset.cell}`).trim() === UNSURE;

// Those of the table below a bar; of all tables where none stands there.
const unsureOf = bar => [...(bar?.dataset.unsure ? bar.nextElementSibling : document).querySelectorAll("input[data-cell]")].filter(isUnsure);

// What last year left over, which is what this year begins with; nothing where nobody knows it.
const handedOn = input => {
  const cell = store.judged.cells[input.dataset.cell];
  return cell?.last_of ? cell.last ?? null : null;
};

const go = (inputs, back) => {
  const now = document.activeElement;
  const isBehind = input => Boolean(now.compareDocumentPosition(input) & (back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING));
  const beyond = inputs.filter(input => input !== now && now !== document.body && isBehind(input));
  const to = back ? beyond.at(-1) ?? inputs.at(-1) : beyond[0] ?? inputs[0];
  to?.focus({ preventScroll: true });
  to?.scrollIntoView({ block: "center", inline: "center" });
};

export const showUnsure = () => {
  for (const bar of document.querySelectorAll("[data-unsure]")) {
    const unsure = unsureOf(bar);
    const count = unsure.length;
    if (count > 0) delete bar.dataset.told;
    bar.hidden = count === 0 && !bar.dataset.told;
    bar.classList.toggle("done", count === 0);
    bar.querySelector("span").textContent = count > 0 ? `还有 ${count} 格待核对。` : bar.dataset.told ?? "";
    const [next, zero] = bar.querySelectorAll("button");
    next.hidden = count === 0;
    zero.hidden = count === 0;
    const isCarried = unsure.some(input => (handedOn(input) ?? "0") !== "0");
    zero.textContent = isCarried ? `其余 ${count} 格填 0，上年结转照上年的填` : `其余 ${count} 格都填 0`;
  }
};

const fill = bar => {
  const inputs = unsureOf(bar);
  const carried = inputs.filter(input => (handedOn(input) ?? "0") !== "0");
  edit(inputs.map(input => [`cell|${input.dataset.cell}`, handedOn(input) ?? "0"]), { focus: inputs[0] });
  const zeros = inputs.length - carried.length;
  const told = [zeros > 0 && `${zeros} 格填了 0`, carried.length > 0 && `上年结转的 ${carried.length} 格照上年的“结转下年度”填了`];
  bar.dataset.told = `${told.filter(Boolean).join("，")}。不对的，点“撤销”（Ctrl+Z），这 ${inputs.length} 格都回到待核对。`;
  showUnsure();
  // The button that had the focus is gone.
  bar.querySelector("span").focus();
};

export const attachUnsure = () => {
  for (const bar of document.querySelectorAll("[data-unsure]")) {
    const [next, zero] = bar.querySelectorAll("button");
    next.addEventListener("click", () => go(unsureOf(bar), false));
    zero.addEventListener("click", () => fill(bar));
  }
  document.addEventListener("keydown", event => {
    if (event.key !== "F8" || event.ctrlKey || event.altKey || event.target.closest("dialog")) return;
    event.preventDefault();
    go(unsureOf(null), event.shiftKey);
  });
};
