// The blocks of a section as elements to type in, and which source each of them was made from.
import { element, parsed, styleOf } from "./dom.js";
import { joined, markdown } from "./markdown.js";
import { pictureOf } from "./pictures.js";
import { store } from "./store.js";

// By element its source, and what it says now if nobody changed it.
const written = new WeakMap();

const KEPT = new Set(["p", "h3", "h4", "h5", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "br"]);
const SAME = { b: "strong", i: "em", h1: "h3", h2: "h3", h6: "h5" };
const GONE = new Set(["script", "style", "template", "iframe", "object", "svg", "title"]);

const chip = (node, labels) => {
  const path = node.dataset.lookup;
  return lookupChip(path, node.textContent, labels?.get(path));
};

// The mark of a footnote: one thing, which stands for what the file has of it.
const noteChip = (source, text) => element("span", {
  className: "chip note", contentEditable: "false", title: "脚注", "data-source": source,
}, text);

// The marks of footnotes in a source, in their order.
const noteMarks = source => [...source.matchAll(/(?<!\\)\[\^[^\]\s[]+\]/g)].map(([mark]) => mark);

// A figure of the tables within the text: its value, and which one it is for whoever asks.
export const lookupChip = (path, value, label = path) => element("span", {
  className: "chip", contentEditable: "false", title: `表里的数：${label}`, "data-lookup": path,
}, value);

const alignOf = cell => {
  const align = cell.dataset.align ?? (cell.getAttribute("align") || styleOf(cell, "text-align") || cell.className);
  return ["left", "center", "right"].find(known => align.split(/\s+/).includes(known));
};

// A copy made of known elements alone; `marks` are those of its footnotes that come next.
const copy = (node, labels, marks = []) => {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(joined(node.data))];
  if (node.nodeType !== Node.ELEMENT_NODE || GONE.has(node.localName)) return [];
  if (node.dataset.lookup) return [chip(node, labels)];
  if (node.className === "footnote") return [noteChip(marks.shift() ?? "", `注${node.textContent}`)];
  if (node.localName === "img") return [picture(node)];
  const inner = [...node.childNodes].flatMap(child => copy(child, labels, marks));
  const name = SAME[node.localName] ?? node.localName;
  if (name === "a" && /^(?:https?:|mailto:|tel:|[^:]*$)/i.test(node.getAttribute("href") ?? "")) {
    return [element("a", { href: node.getAttribute("href") }, ...inner)];
  }
  if (!KEPT.has(name)) return inner;
  const made = element(name, {}, ...inner);
  if (name === "ol" && node.start > 1) made.start = node.start;
  const align = (name === "th" || name === "td") && alignOf(node);
  if (align) made.dataset.align = align;
  return [made];
};

// White space between the elements of lists and tables is none of the text.
const tidy = node => {
  for (const outer of [node, ...node.querySelectorAll("*")]) {
    if (!["ul", "ol", "table", "thead", "tbody", "tr"].includes(outer.localName)) continue;
    for (const child of [...outer.childNodes]) if (child.nodeType === Node.TEXT_NODE) child.remove();
  }
  return node;
};

const MOVES = [["up", "上移"], ["down", "下移"], ["before", "前面加一段"], ["after", "后面加一段"], ["gone", "删去"]];

const fixed = (block, labels) => {
  const shown = parsed(block.html ?? "");
  const inner = [...shown.childNodes].flatMap(child => copy(child, labels)).map(child => child.nodeType === Node.TEXT_NODE ? child : tidy(child));
  const empty = inner.every(child => child.textContent.trim() === "" && child.localName !== "figure");
  const moves = pictureOf(block.source) ? [...MOVES, ["words", "改文字说明"]] : MOVES;
  return element("div", { className: "fixed", contentEditable: "false" },
    element("div", {}, ...empty ? [block.source] : inner),
    element("p", { className: "hint" }, block.why),
    element("p", { className: "moves" }, ...moves.map(([name, text]) => element("button", { type: "button", "data-move": name }, text))));
};

// What a footnote says: its mark, and words to type in.
const note = block => {
  const [, mark, label, text] = /^(\[\^([^\]]+)\]: )([^]*)$/.exec(block.source);
  return element("p", {}, noteChip(mark, `脚注 ${label}`), text.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
};

// A picture lies beside the page of its report; one that was just added is shown as it came.
const picture = node => {
  const src = node.getAttribute("src") ?? "";
  const { agency, year } = store.state;
  const shown = src.startsWith("data:image/") ? src : `/${encodeURI(agency)}/${year}/${src}`;
  return element("figure", {}, element("img", { src: shown, alt: node.alt }), element("figcaption", {}, node.alt));
};

// To which side the columns of a table lean is written in its second line.
const align = (table, source) => {
  const rules = (source.split("\n")[1] ?? "").replace(/^\s*\||\|\s*$/g, "").split("|").map(rule => rule.trim());
  const sides = rules.map(rule => ({ "10": "left", "11": "center", "01": "right" }[`${+rule.startsWith(":")}${+rule.endsWith(":")}`]));
  for (const row of table.rows) [...row.cells].forEach((cell, at) => { if (sides[at]) cell.dataset.align = sides[at]; });
};

const LEVELS = { 2: "h3", 3: "h4", 4: "h5" };

export const blockElement = (block, labels) => {
  let made;
  const marks = noteMarks(block.source);
  if (block.kind === "note") made = note(block);
  else if (block.editable) {
    const parts = [...parsed(block.html).children].flatMap(child => copy(child, labels, marks));
    const [only] = parts.filter(part => part.nodeType === Node.ELEMENT_NODE);
    made = only && tidy(only);
    if (block.kind === "heading") {
      const level = /^\s*(#+)/.exec(block.source)?.[1].length ?? 2;
      made = element(LEVELS[Math.min(Math.max(level, 2), 4)], {}, ...made?.childNodes ?? []);
    } else if (block.kind === "paragraph" && made?.localName !== "p") {
      made = element("p", {}, ...parsed(block.html).childNodes.length ? [...parsed(block.html).childNodes].flatMap(child => copy(child, labels, marks)) : []);
    }
  }
  if (made?.localName === "table") align(made, block.source);
  made ??= fixed(block, labels);
  written.set(made, { source: block.source, markdown: made.className === "fixed" ? null : markdown(made) });
  return made;
};

// Whether an element is still what stands in the file.
export const isKept = node => {
  const known = written.get(node);
  return Boolean(known) && (known.markdown === null || known.markdown === markdown(node));
};

// The source of an element: the file's own while it says the same, else what it says now.
export const sourceOf = node => isKept(node) ? written.get(node).source : markdown(node);

// Takes `source` for what stands in the file where the element is as it is now.
export const isWritten = (node, source) => {
  const known = written.get(node);
  if (known?.markdown !== null) written.set(node, { source, markdown: markdown(node) });
};

// Copies of elements that know what they were made from.
export const copies = nodes => nodes.map(node => {
  const made = node.cloneNode(true);
  if (written.has(node)) written.set(made, written.get(node));
  return made;
});
