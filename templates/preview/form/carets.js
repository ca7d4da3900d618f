// Where the cursor is in a text, as a block and a number of characters, which outlive the elements.

const lengthTo = (block, node, offset) => {
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, offset);
  return range.toString().length;
};

export const caretIn = editor => {
  const selection = getSelection();
  const block = [...editor.childNodes].findIndex(child => child.contains(selection.focusNode));
  if (block < 0) return null;
  return { block, offset: lengthTo(editor.childNodes[block], selection.focusNode, selection.focusOffset) };
};

// The place within a block behind so many characters.
export const placeAt = (block, offset) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last = null;
  while (walker.nextNode()) {
    last = walker.currentNode;
    if (left <= last.length) return [last, left];
    left -= last.length;
  }
  return last ? [last, last.length] : [block, 0];
};

export const setCaret = (editor, caret) => {
  const block = editor.childNodes[Math.min(caret?.block ?? 0, editor.childNodes.length - 1)];
  if (!block) return;
  getSelection().collapse(...placeAt(block, caret?.offset ?? 0));
};

export const caretAtEnd = node => {
  const range = document.createRange();
  range.selectNodeContents(node);
  range.collapse(false);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};
