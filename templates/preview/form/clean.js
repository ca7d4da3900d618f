// What was copied from Word, WPS or a page, as clean paragraphs, sub-headings, lists and tables. Only texts are taken over, never markup.
import { gridOf, textsOf } from "./clipboard.js";
import { element, parsed, styleOf } from "./dom.js";
import { joined } from "./markdown.js";
import { carriedFile } from "./pictures.js";
import { isAround, isGone, kindOf, levelOf, sectionHeading, subHeading, takeMark, typedBullet } from "./word.js";

const BLOCKS = new Set(["address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
  "figcaption", "footer", "form", "header", "hr", "li", "main", "nav", "p", "pre", "section", "ul", "ol", "table", "tbody", "thead", "tr", "td", "th",
  "h1", "h2", "h3", "h4", "h5", "h6"]);
const DEEPEST = 200;

const isBold = node => {
  const weight = styleOf(node, "font-weight");
  if (weight !== "") return /bold|[6-9]00/.test(weight);
  return node.localName === "b" || node.localName === "strong" || undefined;
};

// Takes the leading white space of a block away, and so many characters.
const cutStart = (block, length = 0) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = length;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const taken = Math.min(left, node.length);
    node.data = node.data.slice(taken).replace(/^[\s\u3000]+/, "");
    left -= taken;
    if (left === 0 && node.data !== "") return;
  }
};

// Whereto a link leads, if that is a page.
const pageOf = node => {
  const href = node.localName === "a" ? (node.getAttribute("href") ?? "").trim() : "";
  return /^https?:\/\/[^\s/]/i.test(href) ? href : null;
};

// The words of a cell with its links.
const cellOf = cell => {
  if (![...cell.querySelectorAll("a")].some(pageOf)) return cell.textContent.replace(/[\s\u00A0\u3000]+/g, " ").trim();
  const cleaner = new Cleaner();
  const walk = node => {
    if (node.nodeType === Node.TEXT_NODE) cleaner.text(node.data, false);
    else if (node.nodeType === Node.ELEMENT_NODE && !isGone(node)) cleaner.linked(node, () => node.childNodes.forEach(walk));
  };
  walk(cell);
  const block = element("p", {}, ...cleaner.line);
  cutStart(block);
  return [...block.childNodes];
};

class Cleaner {
  constructor() {
    this.made = [];
    this.line = [];
    this.dropped = [];
    this.carried = [];
    this.before = "";
    this.around = [];
    this.href = null;
  }

  // What `act` reads of a link is one.
  linked(node, act) {
    const before = this.href;
    this.href = pageOf(node) ?? before;
    act();
    this.href = before;
  }

  text(data, strong) {
    const text = joined(data.replace(/\u00A0/g, " ")).replace(/[\u200B\uFEFF]/g, "").replace(/[ \t]+/g, " ");
    if (text === "") return;
    // A link is one piece, whatever of it is bold.
    if (this.href && text.trim() !== "") this.line.push(element("a", { href: this.href }, text));
    else this.line.push(strong ? element("strong", {}, text) : document.createTextNode(text));
  }

  // Ends the line that was begun. `as` says what it is, if that is known.
  end(as = {}) {
    const block = element("p", {}, ...this.line);
    this.line = [];
    block.normalize();
    cutStart(block);
    const text = block.textContent.trim();
    if (text === "") { this.pictures(); return; }
    this.before = text.slice(-12);
    const bullet = as.kind ? 0 : typedBullet(text);
    if (bullet > 0) cutStart(block, bullet);
    if (as.kind === "ul" || as.kind === "ol" || bullet > 0) this.item(block, as.kind ?? "ul", as.level ?? 0);
    else this.paragraph(block, text, as.heading);
    this.pictures();
  }

  // A place for each picture of the line that ended.
  pictures() {
    this.made.push(...this.carried.splice(0).map(src => element("p", { "data-picture": src })));
  }

  // A picture that the page carries within itself is asked for later; others are out of reach.
  picture(node) {
    const src = node.getAttribute("src");
    if (node.localName === "img" && carriedFile(src)) { this.carried.push(src); return; }
    const line = this.line.map(part => part.textContent).join("").trim();
    this.dropped.push({ after: (line || this.before).slice(-12), at: this.made.length + (line ? 1 : 0) });
  }

  paragraph(block, text, heading) {
    const section = sectionHeading(text);
    if (section) block.dataset.part = section.numeral;
    const sub = section ? null : subHeading(text, Boolean(heading));
    if (!sub && !heading || section) { this.made.push(block); return; }
    if (sub) cutStart(block, sub.cut);
    this.made.push(element(sub?.name ?? heading, {}, block.textContent.trim()));
  }

  // Items that follow each other are one list, deeper ones a list within the item before.
  item(block, kind, level) {
    const last = this.made.at(-1);
    let list = last && ["ul", "ol"].includes(last.localName) ? last : null;
    if (!list || level === 0 && list.localName !== kind) {
      list = element(kind);
      this.made.push(list);
    }
    for (let deeper = 0; deeper < Math.min(level, 3) && list.lastElementChild; deeper += 1) {
      const item = list.lastElementChild;
      const below = item.querySelector(":scope > ul, :scope > ol");
      list = below ?? item.appendChild(element(kind));
    }
    list.append(element("li", {}, ...block.childNodes));
  }

  table(node) {
    this.end();
    const rows = gridOf(node);
    const width = Math.max(0, ...rows.map(row => row.length));
    // A table of one column, or with others in it, is there for its looks.
    if (width < 2 || rows.length < 2 || node.querySelector("table")) {
      for (const cell of node.querySelectorAll("td, th")) if (cell.closest("table") === node) this.children(cell, false, 1);
      return;
    }
    const texts = rows.map(row => Array.from({ length: width }, (_, at) => row[at]?.first ? cellOf(row[at].cell) : ""))
      .filter(row => row.some(cell => cell !== ""));
    const columns = Array.from({ length: width }, (_, at) => at).filter(at => texts.some(row => row[at] !== ""));
    if (texts.length === 0) return;
    const [head, ...body] = texts.map(row => columns.map(at => row[at]));
    // Whoever finds out that it is one of the official tables takes its figures as they stood.
    this.made.push(Object.assign(tableOf(head, body), { texts: textsOf(node) }));
  }

  // What surrounds a text on a page stays out.
  leave(node) {
    this.end();
    const text = node.textContent.replace(/[\s\u00A0\u3000]+/g, " ").trim();
    if (text !== "") this.around.push({ why: "不是报告里的文字", text });
  }

  children(node, strong, depth) {
    for (const child of node.childNodes) this.node(child, strong, depth + 1);
    if (BLOCKS.has(node.localName)) this.end();
  }

  node(node, strong, depth) {
    if (node.nodeType === Node.TEXT_NODE) { this.text(node.data, strong); return; }
    if (node.nodeType !== Node.ELEMENT_NODE || isGone(node)) return;
    const name = node.localName;
    if (depth > DEEPEST) { this.text(node.textContent, strong); return; }
    if (name === "br") { this.end(); return; }
    if (name === "img" || name === "svg" || name === "object") { this.picture(node); return; }
    if (isAround(node)) { this.leave(node); return; }
    if (name === "table") { this.table(node); return; }
    if (BLOCKS.has(name)) { this.block(node, strong, depth); return; }
    this.linked(node, () => this.children(node, isBold(node) ?? strong, depth));
  }

  block(node, strong, depth) {
    this.end();
    const name = node.localName;
    if (name === "li") {
      const lists = [...node.parentElement ? outerLists(node) : []];
      this.inline(node, strong, depth, { kind: node.parentElement?.localName === "ol" ? "ol" : "ul", level: Math.max(lists.length - 1, 0) });
    } else if (/^h[1-6]$/.test(name)) {
      this.inline(node, false, depth, { heading: { h1: "h3", h2: "h3", h3: "h4" }[name] ?? "h5" });
    } else if (levelOf(node) !== null) {
      const mark = takeMark(node);
      const kind = kindOf(mark);
      if (kind === "text") this.text(mark, false);
      this.inline(node, strong, depth, kind === "text" || kind === null ? {} : { kind, level: levelOf(node) });
    } else {
      this.children(node, strong, depth);
    }
  }

  // A block whose words are one line, but for blocks within it.
  inline(node, strong, depth, as) {
    const inner = node.querySelector("p, div") && node.localName === "li" ? [...node.childNodes].flatMap(child => child.localName === "p" || child.localName === "div" ? [...child.childNodes] : [child]) : [...node.childNodes];
    let open = true;
    for (const child of inner) {
      if (open && BLOCKS.has(child.localName)) { this.end(as); open = false; }
      this.node(child, as.heading ? false : strong, depth + 1);
    }
    this.end(open ? as : {});
  }
}

const outerLists = node => {
  const lists = [];
  for (let outer = node.parentElement; outer; outer = outer.parentElement) {
    if (outer.localName === "ul" || outer.localName === "ol") lists.push(outer);
  }
  return lists;
};

export const tableOf = (head, body) => element("table", {},
  element("thead", {}, element("tr", {}, ...head.map(text => element("th", {}, ...[text].flat())))),
  element("tbody", {}, ...body.map(row => element("tr", {}, ...row.map(text => element("td", {}, ...[text].flat()))))));

// Lines of plain text: paragraphs, lists by their bullets, tables by their tabs.
const fromLines = text => {
  const cleaner = new Cleaner();
  const lines = text.replace(/\r\n?|\u2028|\u2029|\v/g, "\n").split("\n");
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (end < lines.length && lines[end].trim().includes("\t")) end += 1;
    if (end - at >= 2) {
      const texts = lines.slice(at, end).map(line => line.split("\t").map(cell => cell.trim()));
      const [head, ...body] = texts;
      cleaner.made.push(Object.assign(tableOf(head, body), { texts }));
      at = end;
    } else {
      cleaner.text(lines[at].replaceAll("\t", " "), false);
      cleaner.end();
      at += 1;
    }
  }
  return cleaner;
};

// The blocks of what was copied, places for the pictures that it carries, which ones were left out, and what is around a text on a
// page. `flow` tells a piece of a line from whole lines.
export const cleaned = data => {
  const html = data.getData("text/html");
  const text = data.getData("text/plain");
  let cleaner = new Cleaner();
  if (html.trim() !== "") {
    cleaner.children(parsed(html), false, 0);
    cleaner.end();
  }
  const { dropped, around } = cleaner;
  if (cleaner.made.length === 0) cleaner = fromLines(text);
  const [only] = cleaner.made;
  const flow = cleaner.made.length === 1 && only.localName === "p" && !only.dataset.picture && !/\n\s*$/.test(text);
  return { blocks: cleaner.made, flow, dropped, around };
};
