// Blocks that were pasted, put into a text where the cursor is.
import { caretAtEnd } from "./carets.js";
import { element } from "./dom.js";

const isEmpty = block => block.textContent.replace(/\u200B/g, "").trim() === "" && !block.querySelector(".chip");

// Items behind the one that the cursor is in.
export const insertItems = blocks => {
  const focus = getSelection().focusNode;
  const item = (focus.nodeType === Node.TEXT_NODE ? focus.parentElement : focus).closest("li");
  const items = blocks.flatMap(block => block.localName === "p" ? [element("li", {}, ...block.childNodes)] : [...block.children]);
  item.after(...items);
  if (isEmpty(item)) item.remove();
  caretAtEnd(items.at(-1));
};

// What stands behind the cursor in its block, as a block of the same kind.
const takeRest = (at, range) => {
  const rest = document.createRange();
  rest.setStart(range.startContainer, range.startOffset);
  rest.setEnd(at, at.childNodes.length);
  return element(at.localName, {}, ...rest.extractContents().childNodes);
};

// The block at the cursor is parted; what is pasted stands between, its first line joined to what is before it. Returns where the
// cursor goes.
export const insertBlocks = (editor, at, range, blocks) => {
  if (!at || at.className === "fixed") {
    if (at) at.after(...blocks);
    else editor.append(...blocks);
  } else {
    const rest = takeRest(at, range);
    at.after(...blocks);
    if (!isEmpty(rest)) blocks.at(-1).after(rest);
    if (isEmpty(at)) at.remove();
    else if (at.localName === "p" && blocks[0].localName === "p" && !blocks[0].dataset.picture) {
      at.append(...blocks[0].childNodes);
      blocks[0].remove();
      blocks[0] = at;
    }
  }
  const last = blocks.at(-1);
  return last.localName === "table" ? last.rows[0].cells[0] : last;
};
