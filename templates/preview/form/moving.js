// What can be done with a block that is only shown: moved, taken away, with a paragraph before or behind it.
import { caretAtEnd } from "./carets.js";
import { element } from "./dom.js";

const begin = (block, where) => {
  const made = element("p", {}, element("br"));
  block[where](made);
  caretAtEnd(made);
  return true;
};

export const moveFixed = (block, name) => {
  const [before, after] = [block.previousElementSibling, block.nextElementSibling];
  if (name === "before" || name === "after") return begin(block, name);
  if (name === "gone") {
    const to = after ?? before;
    block.remove();
    if (to) caretAtEnd(to);
    return true;
  }
  const beside = name === "up" ? before : after;
  if (!beside) return false;
  beside[name === "up" ? "before" : "after"](block);
  block.querySelector(`[data-move="${name}"]`).focus();
  return true;
};
