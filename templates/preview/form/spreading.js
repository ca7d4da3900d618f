// What was pasted, put where it belongs: text to its section, tables into the tables, the introduction before them. What stays out
// is told.
import { byId } from "./dom.js";
import { fillTable } from "./grid.js";
import { saidWithStep } from "./said.js";
import { store } from "./store.js";
import { mistaken } from "./titles.js";
import { divided, titleOf } from "./whole.js";
import { noteWrongPaste } from "./wrong_pastes.js";

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

// Figures into their tables: how each was filled, and what belongs into none.
const filled = tables => {
  const [told, rest] = [[], []];
  for (const { part, block } of tables) {
    const done = block.texts ? fillTable(part, block.texts) : null;
    if (done) told.push(done);
    else rest.push(block);
  }
  return { told, rest };
};

// The official headings of a piece of a text, which stay out. One below which nothing stands is words like others.
const headingsOf = blocks => {
  const heads = blocks.filter(partOf);
  if (heads.length > 0 && blocks.at(-1) === heads[0]) delete heads.pop().dataset.part;
  return heads.map(block => ({ why: "标题由程序印", text: block.textContent.trim() }));
};

// How many blocks went where.
const counted = texts => [...texts].filter(([, parts]) => parts.length > 0).map(([editor, parts]) => `“${editor.title}”${parts.length} 段`);

// Which pictures of a pasted text could not be taken, by what stands before them.
const leftOut = dropped => {
  const where = dropped.slice(0, 5).map(({ after }, at) => after ? `第 ${at + 1} 张在“${after}”后面` : `第 ${at + 1} 张在开头`);
  const more = dropped.length > where.length ? "……" : "";
  return `有 ${dropped.length} 张图片没有放进来：${where.join("，")}${more}。在 Word 里一张一张地复制，到这里粘贴；或者点“图片”选文件`;
};

const ONLY_TABLES = "第二、三、四部分里的文字，那里只有表格";

// The words about a paste, one sentence each, with those that somebody has to look at first.
const words = ({ whole, isElsewhere, texts, told, warnings, missed }) => {
  const sentences = [];
  if (whole || told.length > 0 || isElsewhere) {
    const places = [...whole || isElsewhere ? counted(texts) : [], ...told, ...warnings];
    sentences.push(whole
      ? `粘贴的内容照标题分到了各部分：${places.join("；")}。请对着原文核对一遍`
      : `粘贴的内容里有规定的标题，照标题放到了：${places.join("；")}。不对的，点“撤销”，回到粘贴以前`);
  }
  if (missed.length > 0) sentences.push(leftOut(missed));
  return sentences.map(sentence => `${sentence}。`).join("");
};

// Puts blocks pasted into `editor` where they belong, and gives back its own. `dropped` pictures and what is `around` the text were
// left out before.
export const spreading = (editors, tell) => (editor, pasted, { dropped, around }) => {
  const { whole, introduction, blocks: all, left, isWithin, title: ofWhole, signer } = divided(pasted, partOf);
  const title = whole ? null : titleOf(all);
  const blocks = title ? all.slice(1) : all;
  const headings = whole ? [] : headingsOf(blocks);
  const missed = dropped.filter(({ at }) => isWithin(at));
  const ornaments = dropped.length - missed.length;
  const { texts, tables } = sorted(editor, blocks, editors);
  const { told, rest } = filled(tables);
  // In a whole report they are what is printed around its tables; in a piece they are what somebody wants here.
  if (!whole && rest.length > 0) texts.set(editor, [...texts.get(editor) ?? [], ...rest]);
  const idle = whole ? rest.map(block => ({ why: ONLY_TABLES, text: block.textContent.trim() || "图片" })) : [];
  const out = [...around, ...title ? [title] : [], ...headings, ...left, ...idle,
    ...ornaments > 0 ? [{ why: "不是报告里的文字", text: `报告以外的图片 ${ornaments} 张` }] : []];
  const opening = editors.get(INTRODUCTION);
  const warnings = [];
  if (introduction.length > 0 && opening) {
    if (opening.sources().length > 0) warnings.push("“编制说明”里原来有字，粘贴的接在后面，请只留一份");
    texts.set(opening, [...introduction, ...texts.get(opening) ?? []]);
  }
  const isElsewhere = [...texts.keys()].some(other => other !== editor);
  const wrong = mistaken(ofWhole ?? title?.text ?? "", store.state, "标题") ?? mistaken(signer ?? "", store.state, "署名");
  const isKept = wrong && noteWrongPaste(wrong, [...texts.values()].flat(), editors);
  const said = `${wrong && !isKept ? wrong : ""}${words({ whole, isElsewhere, texts, told, warnings, missed })}`;
  const atCursor = !(whole && editor.isOutline());
  for (const [other, parts] of texts) if (other !== editor || !atCursor) other.append(parts, { overOutline: whole });
  const isAll = !wrong && (whole || !isElsewhere) && missed.length === 0 && out.length === 0 && warnings.length === 0;
  const tone = isAll ? "good" : "doubt";
  if (said !== "" || out.length > 0) saidWithStep(() => tell(said, { left: out, tone }), () => tell(""));
  return atCursor ? texts.get(editor) ?? [] : [];
};
