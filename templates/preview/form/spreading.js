// What was pasted, put where it belongs: text to its section, tables into the tables, the introduction before them. What stays out
// is told.
import { byId } from "./dom.js";
import { fillTable } from "./grid.js";
import { store } from "./store.js";
import { mistaken } from "./titles.js";
import { divided, titleOf } from "./whole.js";

const INTRODUCTION = "编制说明";

// The section that a block is the official heading of.
const partOf = block => {
  const number = block.dataset.part;
  const title = number ? byId(`part-${number}-title`)?.textContent.replace(/^.、/, "") : null;
  return title && block.textContent.replace(/[\s\u3000]/g, "").endsWith(title) ? number : null;
};

// The blocks of each section by their headings; `tables` are those that belong among figures.
const sorted = (editor, blocks, editors) => {
  const [texts, tables] = [new Map(), []];
  let [to, part] = [editor, null];
  for (const block of blocks) {
    const heading = partOf(block);
    if (heading) {
      [to, part] = [editors.get(heading) ?? null, heading];
      continue;
    }
    delete block.dataset.part;
    if (to) texts.set(to, [...texts.get(to) ?? [], block]);
    else tables.push({ part, block });
  }
  return { texts, tables };
};

const filled = tables => {
  const told = [];
  let left = 0;
  for (const { part, block } of tables) {
    const done = block.texts ? fillTable(part, block.texts) : null;
    if (done) told.push(done);
    else left += 1;
  }
  if (left > 0) told.push(`第二、三、四部分里有 ${left} 段文字没有放进来：那里只有表格`);
  return told;
};

// Which pictures of a pasted text could not be taken, by what stands before them.
const leftOut = dropped => {
  const where = dropped.slice(0, 5).map(({ after }, at) => after ? `第 ${at + 1} 张在“${after}”后面` : `第 ${at + 1} 张在开头`);
  const more = dropped.length > where.length ? "……" : "";
  return `有 ${dropped.length} 张图片没有放进来：${where.join("，")}${more}。在 Word 里一张一张地复制，到这里粘贴；或者点“图片”选文件`;
};

// Puts blocks pasted into `editor` where they belong, and gives back its own. `dropped` pictures and what is `around` the text were
// left out before.
export const spreading = (editors, tell) => (editor, pasted, { dropped, around }) => {
  const { whole, introduction, blocks, left, isWithin, title: ofWhole } = divided(pasted, partOf);
  const title = whole ? null : titleOf(blocks);
  const missed = dropped.filter(({ at }) => isWithin(at));
  const ornaments = dropped.length - missed.length;
  const out = [...around, ...title ? [title] : [], ...left, ...ornaments > 0 ? [{ why: "不是报告里的文字", text: `报告以外的图片 ${ornaments} 张` }] : []];
  const { texts, tables } = sorted(editor, title ? blocks.slice(1) : blocks, editors);
  const opening = editors.get(INTRODUCTION);
  const told = filled(tables);
  if (introduction.length > 0 && opening) {
    if (opening.sources().length > 0) told.push("“编制说明”里原来有字，粘贴的接在后面，请只留一份");
    texts.set(opening, [...introduction, ...texts.get(opening) ?? []]);
  }
  const atCursor = !(whole && editor.isOutline());
  for (const [other, parts] of texts) if (other !== editor || !atCursor) other.append(parts, { overOutline: whole });
  const words = [];
  const wrong = mistaken(ofWhole ?? title?.text ?? "", store.state);
  if (wrong) words.push(wrong);
  if (whole || told.length > 0) words.push(`粘贴的内容分到了各部分${told.length > 0 ? `：${told.join("；")}` : ""}。请对着原文核对一遍`);
  if (missed.length > 0) words.push(leftOut(missed));
  const isAll = !wrong && missed.length === 0 && out.length === 0 && told.every(part => part.startsWith("表"));
  if (words.length > 0 || out.length > 0) tell(words.join("。"), { left: out, tone: isAll ? "good" : "doubt" });
  return atCursor ? texts.get(editor) ?? [] : [];
};
