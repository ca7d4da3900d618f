// From elements to Markdown that reads back as what is seen: whatever would mean something is escaped.

const BLANK = "[\\s\\u3000\\u200B\\uFEFF]";
const EDGES = new RegExp(`^${BLANK}+|${BLANK}+$`, "g");
const CJK = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F“”‘’—…]/;

export const textOf = node => node.textContent.replace(/[\u200B\uFEFF]/g, "");

const escaped = (text, place) => {
  let plain = text.replace(/[\\*_`[\]<]/g, "\\$&").replace(/~(?=~)|(?<=~)~/g, "\\~").replace(/&(?=#?\w+;)/g, "\\&");
  if (place === "cell") plain = plain.replace(/\|/g, "\\|");
  return plain;
};

// What would open a heading, a list, a quote, a table or a rule at the beginning of a line.
const lineStart = line => line
  .replace(/^＃/, "&#65283;")
  .replace(/^(?:[#>=|:]|\+(?=\s|$)|-(?![\p{L}\p{N}]))/u, "\\$&")
  .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");

// The runs of a block: texts, breaks and look-ups with what they stand in.
const runs = (node, marks = {}, found = []) => {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      const text = child.data.replace(/[\u200B\uFEFF]/g, "").replace(/\u00A0/g, " ");
      if (text !== "") found.push({ ...marks, text });
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      const name = child.localName;
      if (child.dataset.lookup) found.push({ ...marks, lookup: child.dataset.lookup });
      else if (child.dataset.source) found.push({ ...marks, source: child.dataset.source });
      else if (name === "br") found.push({ ...marks, line: true });
      else if (name !== "ul" && name !== "ol") {
        runs(child, {
          strong: marks.strong || name === "b" || name === "strong",
          em: marks.em || name === "i" || name === "em",
          href: name === "a" ? child.getAttribute("href") : marks.href,
        }, found);
      }
    }
  }
  return found;
};

const single = (run, place) => {
  if (run.lookup) return `{{ ${run.lookup} }}`;
  if (run.source) return run.source;
  if (run.line) return place === "paragraph" ? "\n" : " ";
  return escaped(run.text, place);
};

const address = href => /^[\w\-.~:/?#@!$'+,;=%]+$/.test(href) ? href : `<${href.replace(/[<>\\]/g, "\\$&").replace(/[|\s]/g, encodeURIComponent)}>`;

const around = (mark, inner) => {
  const [, before, text, after] = /^(\s*)([^]*?)(\s*)$/.exec(inner);
  return text === "" ? inner : before + mark.replace("…", () => text) + after;
};

// Runs that share a mark stand in it together: bold around slanted around linked.
const marked = (list, names, place) => {
  const [name, ...inside] = names;
  if (!name) return list.map(run => single(run, place)).join("");
  let text = "";
  for (let at = 0; at < list.length;) {
    const value = list[at][name];
    let end = at + 1;
    while (end < list.length && (list[end][name] ?? false) === (value ?? false)) end += 1;
    const inner = marked(list.slice(at, end), inside, place);
    if (!value) text += inner;
    else if (name === "href") text += around(`[…](${address(value)})`, inner);
    else text += inner.split("\n").map(line => around(name === "strong" ? "**…**" : "*…*", line)).join("\n");
    at = end;
  }
  return text;
};

const inline = (node, place) => {
  const list = runs(node);
  while (list.at(-1)?.line) list.pop();
  return marked(list, ["strong", "em", "href"], place).replace(EDGES, "");
};

const paragraph = node => inline(node, "paragraph").split("\n").map(line => line.replace(EDGES, ""))
  .filter(line => line !== "").map(lineStart).join("\\\n");

const heading = (node, level) => {
  const text = inline(node, "heading").replace(/\s+/g, " ").replace(/#$/, "\\#");
  return text === "" ? "" : `${"#".repeat(level)} ${text}`;
};

const list = (node, depth = 0) => {
  const ordered = node.localName === "ol";
  let number = node.start || 1;
  const lines = [];
  for (const item of node.children) {
    if (item.localName !== "li") continue;
    const mark = ordered ? `${number++}. ` : "- ";
    const inner = item.querySelector(":scope > p")
      ? [...item.querySelectorAll(":scope > p")].map(paragraph).filter(Boolean).join("\n\n")
      : paragraph(item);
    const below = [...item.children].filter(child => child.localName === "ul" || child.localName === "ol")
      .map(child => depth < 3 ? list(child, depth + 1) : "");
    const text = [inner, ...below].filter(Boolean).join("\n");
    if (text === "") { number -= 1; continue; }
    lines.push(mark + text.replace(/\n(?!\n)/g, `\n${" ".repeat(mark.length)}`));
  }
  return lines.join("\n");
};

const RULES = { left: ":---", center: ":---:", right: "---:" };

const table = node => {
  const rows = [...node.rows].map(row => [...row.cells]);
  const width = Math.max(0, ...rows.map(row => row.length));
  if (width === 0 || textOf(node).replace(EDGES, "") === "" && !node.querySelector("[data-lookup]")) return "";
  const isEmpty = row => row.every(cell => textOf(cell).replace(EDGES, "") === "" && !cell.querySelector("[data-lookup]"));
  // The head stands first, whatever it says; another row in which nothing stands is none yet.
  const written = rows.filter((row, at) => at === 0 || !isEmpty(row));
  const line = texts => `| ${Array.from({ length: width }, (_, at) => texts[at] ?? "").join(" | ")} |`;
  const texts = written.map(row => line(row.map(cell => inline(cell, "cell").replace(/\s+/g, " "))));
  const rule = Array.from({ length: width }, (_, at) => RULES[rows[0]?.[at]?.dataset.align] ?? "---");
  return [texts[0], `|${rule.join("|")}|`, ...texts.slice(1)].join("\n");
};

// The Markdown of a block; empty where nothing stands in it.
export const markdown = node => {
  switch (node.localName) {
    case "h3": return heading(node, 2);
    case "h4": return heading(node, 3);
    case "h5": return heading(node, 4);
    case "ul":
    case "ol": return list(node);
    case "table": return table(node);
    default: return paragraph(node);
  }
};

// A line end of a source is no space between Chinese characters.
export const joined = text => text.replace(/(.?)[ \t]*\n\s*(.?)/gs, (_, before, after) =>
  before + ([before, after].every(side => side === "" || CJK.test(side)) ? "" : " ") + after);
