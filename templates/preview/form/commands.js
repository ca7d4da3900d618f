// What the buttons above a text do: sub-headings, lists, tables, bold.
import { caretAtEnd } from "./carets.js";
import { tableOf } from "./clean.js";
import { element } from "./dom.js";
import { subHeading } from "./word.js";

// The blocks that the selection touches.
export const touched = editor => {
  const selection = getSelection();
  if (selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  return [...editor.children].filter(child => range.intersectsNode(child) && child.className !== "fixed");
};

const lines = block => ["ul", "ol"].includes(block.localName)
  ? [...block.querySelectorAll("li")].map(item => [...item.childNodes].filter(child => !["UL", "OL"].includes(child.nodeName)))
  : [[...block.childNodes]];

const asBlocks = (block, name) => lines(block).map(nodes => element(name, {}, ...nodes.length ? nodes : [element("br")]));

// The node that the cursor is in or before, and where in it: that moves along into new blocks, while they are others. Of an item
// without text it is the line end.
const caretNode = () => {
  const { focusNode, focusOffset } = getSelection();
  if (focusNode?.nodeType !== Node.ELEMENT_NODE) return [focusNode, focusOffset];
  if (!focusNode.hasChildNodes()) focusNode.append(element("br"));
  const node = focusNode.childNodes[focusOffset] ?? focusNode.lastChild;
  return [node, node.nodeType === Node.TEXT_NODE && !focusNode.childNodes[focusOffset] ? node.length : 0];
};

const replace = (editor, blocks, make) => {
  const [node, offset] = caretNode();
  const made = make();
  blocks[0].before(...made);
  blocks.forEach(block => block.remove());
  if (!node || !editor.contains(node)) caretAtEnd(made.at(-1));
  else if (node.nodeType === Node.TEXT_NODE) getSelection().collapse(node, offset);
  else getSelection().collapse(node.parentNode, [...node.parentNode.childNodes].indexOf(node));
};

// The number that somebody typed before a sub-heading goes: the program numbers it.
const cutNumber = heading => {
  const number = subHeading(heading.textContent, true);
  const first = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT).nextNode();
  if (number && first && first.length > number.cut) first.deleteData(0, number.cut);
};

const setKind = name => editor => {
  const blocks = touched(editor).filter(block => block.localName !== "table");
  if (blocks.length === 0) return false;
  const to = blocks.every(block => block.localName === name) ? "p" : name;
  replace(editor, blocks, () => blocks.flatMap(block => asBlocks(block, to)));
  if (to !== "p") touched(editor).forEach(cutNumber);
  return true;
};

const setList = name => editor => {
  const blocks = touched(editor).filter(block => block.localName !== "table");
  if (blocks.length === 0) return false;
  if (blocks.every(block => block.localName === name)) {
    replace(editor, blocks, () => blocks.flatMap(block => asBlocks(block, "p")));
  } else {
    replace(editor, blocks, () => [element(name, {}, ...blocks.flatMap(block => asBlocks(block, "li")))]);
  }
  return true;
};

const addTable = editor => {
  const last = touched(editor).at(-1) ?? editor.lastElementChild;
  const table = tableOf(["", ""], [["", ""], ["", ""]]);
  for (const cell of table.querySelectorAll("th, td")) cell.replaceChildren(element("br"));
  if (last) last.after(table);
  else editor.append(table);
  if (!table.nextElementSibling) table.after(element("p", {}, element("br")));
  caretAtEnd(table.rows[0].cells[0]);
  return true;
};

const bold = () => document.execCommand("bold");

export const commands = {
  h3: setKind("h3"), h4: setKind("h4"), h5: setKind("h5"), p: setKind("p"),
  ul: setList("ul"), ol: setList("ol"), table: addTable, bold,
};

// Keys with Ctrl and Alt.
export const KEYS = { Digit1: "h3", Digit2: "h4", Digit3: "h5", Digit0: "p", KeyL: "ul", KeyO: "ol", KeyT: "table", KeyI: "lookup", KeyP: "picture" };
