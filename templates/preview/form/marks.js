// Findings marked in the sentence. They are told by their place in a block's source; what stands there is found again in the text.

const GRADES = ["error", "warning", "hint"];
const KNOWS = typeof Highlight === "function" && Boolean(globalThis.CSS?.highlights);

// For each character of a source the text node and place that show it. Marks of Markdown show nothing.
const trace = (block, source) => {
  const places = new Array(source.length + 1);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const chip = node.parentElement.closest("[data-lookup]");
    if (chip) {
      const open = source.indexOf("{{", at);
      const close = open < 0 ? -1 : source.indexOf("}}", open);
      if (close < 0) continue;
      for (let within = open; within < close + 2; within += 1) places[within] = [node, 0];
      places.ends ??= new Map();
      places.ends.set(node, node.length);
      at = close + 2;
      continue;
    }
    for (let offset = 0; offset < node.length; offset += 1) {
      const found = source.indexOf(node.data[offset], at);
      if (found < 0 || found - at > 60) continue;
      places[found] = [node, offset];
      at = found + 1;
    }
  }
  return places;
};

// The source counts characters; texts of scripts count some of them twice.
const unitsTo = (source, characters) => [...source].slice(0, characters).join("").length;

const rangeOf = (block, source, from, to) => {
  const places = trace(block, source);
  const [start, end] = [unitsTo(source, from), Math.max(unitsTo(source, to), unitsTo(source, from) + 1)];
  let first = null;
  let last = null;
  for (let at = start; at < end; at += 1) {
    if (!places[at]) continue;
    first ??= places[at];
    last = places[at];
  }
  if (!first) return null;
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(last[0], places.ends?.get(last[0]) ?? last[1] + 1);
  return range;
};

// The element of a section that shows the block which a finding names.
export const blockOf = (editor, section, id) => {
  const at = section.blocks.findIndex(block => block.id === id);
  if (at < 0) return null;
  const entries = editor.entries();
  const { source } = section.blocks[at];
  const entry = entries[at]?.source === source ? entries[at] : entries.find(entry => entry.source === source) ?? entries[at];
  return entry ? { node: entry.node, source } : null;
};

export const showMarks = (state, editors) => {
  for (const marked of document.querySelectorAll(".prose-editor > .marked")) marked.classList.remove("marked", ...GRADES);
  const ranges = Object.fromEntries(GRADES.map(grade => [grade, []]));
  for (const finding of state.findings) {
    if (finding.accepted || !finding.section || finding.block === null || finding.block === undefined) continue;
    const section = state.sections.find(section => section.id === finding.section);
    const editor = editors.get(finding.section);
    const block = section && editor ? blockOf(editor, section, finding.block) : null;
    if (!block) continue;
    block.node.classList.add("marked", finding.severity);
    const range = KNOWS && finding.from !== null ? rangeOf(block.node, block.source, finding.from, finding.to) : null;
    if (range) ranges[finding.severity].push(range);
  }
  if (KNOWS) for (const grade of GRADES) CSS.highlights.set(`finding-${grade}`, new Highlight(...ranges[grade]));
};
