// After the browser has carried out what was typed, a text is again a row of known blocks. The cursor stays where it is.
import { element } from "./dom.js";
import { showBlankHeads } from "./tables.js";

const TOP = new Set(["P", "H3", "H4", "H5", "UL", "OL", "TABLE"]);
const BLOCK = new Set([...TOP, "DIV", "H1", "H2", "H6", "BLOCKQUOTE", "PRE"]);

const HEADING = /^h[345]$/;

const isFixed = node => node.className === "fixed";

const unwrap = node => node.replaceWith(...node.childNodes);

const cleanInside = editor => {
  for (const node of editor.querySelectorAll("[style]")) node.removeAttribute("style");
  for (const node of editor.querySelectorAll("span:not(.chip), font, u, s, strike, sub, sup")) if (!node.closest(".fixed, .chip")) unwrap(node);
  // Blocks within a paragraph or an item are its text.
  for (const node of editor.querySelectorAll(":is(p, h3, h4, h5) :is(p, div, ul, ol, h3, h4, h5)")) if (!node.closest(".fixed")) unwrap(node);
};

const wrapLoose = editor => {
  let open = null;
  for (const node of [...editor.childNodes]) {
    if (TOP.has(node.nodeName) || isFixed(node)) { open = null; continue; }
    if (BLOCK.has(node.nodeName)) {
      open = null;
      if ([...node.children].some(child => BLOCK.has(child.nodeName))) unwrap(node);
      else node.replaceWith(element("p", {}, ...node.childNodes));
    } else if (node.nodeType === Node.TEXT_NODE && node.data.trim() === "" && !open) {
      node.remove();
    } else {
      if (!open) node.before(open = element("p"));
      open.append(node);
    }
  }
};

// Two lists of a kind beside each other would be one in the file.
const joinLists = editor => {
  for (const list of editor.querySelectorAll(":scope > ul, :scope > ol")) {
    const before = list.previousElementSibling;
    if (before?.localName !== list.localName) continue;
    before.append(...list.children);
    list.remove();
  }
  for (const list of editor.querySelectorAll("ul, ol")) if (!list.querySelector("li")) list.remove();
};

// Behind a heading comes text, and where all was deleted text begins anew.
const afterHeading = editor => {
  const [only, ...others] = editor.children;
  if (only && others.length === 0 && HEADING.test(only.localName) && only.textContent.replace(/\u200B/g, "") === "") {
    only.replaceWith(element("p", {}, element("br")));
  }
  for (const node of editor.querySelectorAll(":scope > :is(h3, h4, h5) + :is(h3, h4, h5)")) {
    if (node.textContent === "") node.replaceWith(element("p", {}, ...node.childNodes));
  }
};

// `chosen` says that somebody just made a block what it is.
export const tidy = (editor, chosen = false) => {
  const selection = getSelection();
  const { focusNode, focusOffset, anchorNode, anchorOffset } = selection;
  const within = editor.contains(focusNode);
  cleanInside(editor);
  wrapLoose(editor);
  wrapLoose(editor);
  joinLists(editor);
  showBlankHeads(editor);
  if (!chosen) afterHeading(editor);
  if (editor.lastElementChild === null || isFixed(editor.lastElementChild) || editor.lastElementChild.localName === "table") {
    editor.append(element("p", {}, element("br")));
  }
  if (!within || (selection.focusNode === focusNode && selection.focusOffset === focusOffset)) return;
  if (editor.contains(focusNode) && focusNode !== editor) {
    const at = (node, offset) => Math.min(offset, node.nodeType === Node.TEXT_NODE ? node.length : node.childNodes.length);
    selection.setBaseAndExtent(anchorNode, at(anchorNode, anchorOffset), focusNode, at(focusNode, focusOffset));
  } else {
    selection.collapse(editor.lastElementChild, 0);
  }
};
