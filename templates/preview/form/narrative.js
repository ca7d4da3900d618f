// The sections of text: each under its official heading with a line of guidance, buttons, and how long it is.
import { Editor } from "./editor.js";
import { byId, element, say } from "./dom.js";
import { pickLookup } from "./lookups.js";
import { blockOf, showMarks } from "./marks.js";
import { spreading } from "./spreading.js";
import { store } from "./store.js";

const BUTTONS = [
  ["h3", "（一）", "小标题（一）", "1"], ["h4", "1.", "小标题 1.", "2"], ["h5", "（1）", "小标题（1）", "3"], ["p", "正文", "改回正文", "0"],
  ["ul", "列表", "列表", "L"], ["ol", "编号", "编号的列表", "O"], ["table", "表格", "插入表格", "T"], ["bold", "加粗", "加粗", null],
  ["lookup", "表里的数", "插入表里的数", "I"], ["picture", "图片", "插入图片", "P"],
];
const IN_TABLE = [["row", "加一行"], ["column", "加一列"], ["no-row", "删这行"], ["no-column", "删这列"]];

export const editors = new Map();

const button = (editor, name, text, title, key) => {
  const made = element("button", { type: "button", tabIndex: -1, title: key ? `${title}（Ctrl+Alt+${key}）` : title, "aria-label": title }, text);
  // The cursor stays in the text.
  made.addEventListener("mousedown", event => event.preventDefault());
  made.addEventListener("click", () => editor.command(name));
  return made;
};

// One stop for the keyboard; arrows go from button to button.
const roving = (bar, editor) => {
  const buttons = () => [...bar.querySelectorAll("button")].filter(one => one.checkVisibility());
  const stop = one => { for (const other of bar.querySelectorAll("button")) other.tabIndex = other === one ? 0 : -1; };
  stop(bar.querySelector("button"));
  bar.addEventListener("keydown", event => {
    const all = buttons();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") { event.preventDefault(); editor.node.focus(); }
    if (to === undefined || !all[to]) return;
    event.preventDefault();
    stop(all[to]);
    all[to].focus();
  });
  editor.node.addEventListener("keydown", event => {
    if (event.key !== "F10" || !event.altKey) return;
    event.preventDefault();
    bar.querySelector("button[tabindex='0']").focus();
  });
};

const toolbar = (editor, title) => {
  const bar = element("div", { className: "tools", role: "toolbar", "aria-label": `${title}的按钮` },
    ...BUTTONS.map(([name, text, label, key]) => button(editor, name, text, label, key)),
    element("span", { className: "in-table" }, ...IN_TABLE.map(([name, text]) => button(editor, name, text, text))));
  roving(bar, editor);
  return bar;
};

const labels = () => new Map(store.judged.lookups.map(lookup => [lookup.path, lookup.label]));

// Pictures that came along with pasted text, one after the other.
const fillPlaces = async () => { for (const editor of editors.values()) await editor.fillPlaces(); };

const make = (section, tell) => {
  const editor = new Editor(section, { pickLookup, tell, spread: spreading(editors, tell), fillPlaces });
  const count = element("p", { className: "characters", id: `count-${section.id}` });
  editor.bar = toolbar(editor, section.title);
  editor.bar.hidden = Boolean(store.state.readonly);
  const titles = element("p", { className: "titles-typed", role: "status", hidden: true });
  const parts = [element("p", { className: "guide", id: `guide-${section.id}` }, section.guidance), editor.bar, editor.node, count, titles];
  const place = byId(`part-${section.id}`);
  if (place) place.append(...parts);
  else {
    const title = `part-${section.id}-title`;
    const made = element("section", { id: `part-${section.id}`, className: "part", "aria-labelledby": title },
      element("h2", { id: title }, section.title), ...parts);
    byId(editors.size === 0 ? "before" : "after").append(made);
  }
  Object.assign(editor, { count, titles });
  editors.set(section.id, editor);
};

export const makeSections = tell => { for (const section of store.state.sections) make(section, tell); };

// What stands in the texts, to tell later whether somebody typed on.
export const sectionSources = () => new Map([...editors].map(([id, editor]) => [id, editor.sources().join("\n\n")]));

export const showSections = (state, before, wanted = () => true) => {
  const now = sectionSources();
  for (const section of state.sections.filter(section => wanted(section.id))) {
    if (now.get(section.id) === before.get(section.id)) editors.get(section.id)?.show(section.blocks, labels());
  }
};

export const flushSections = () => { for (const editor of editors.values()) editor.taking.now(); };

// What was saved is what stands in the files; texts that were typed on meanwhile stay as they are.
export const sectionsWritten = state => {
  for (const section of state.sections) {
    editors.get(section.id)?.written(section.blocks, labels(), !store.pending.has(`text|${section.id}`));
  }
};

// A heading without its number.
const bareTitle = text => text.replace(/[\s\u3000\u200B]+/g, "").replace(/^[一二三四五六][、.．]/, "");

// What is typed stays where it is, also where it reads like an official heading, which is printed anyway.
const showTitlesTyped = editor => {
  const official = new Set([...document.querySelectorAll("section[data-part] > h2")].map(title => bareTitle(title.textContent)));
  const typed = [...editor.node.querySelectorAll(":scope > :is(p, h3, h4, h5)")].filter(({ textContent }) => official.has(bareTitle(textContent)));
  const names = typed.map(({ textContent }) => `“${textContent.trim()}”`).join("、");
  say(editor.titles, names === "" ? "" : `${names}是规定的标题，程序自己印。写在这里的当作正文，还在这一部分；不要的，删去这一行。`);
};

export const showSectionFindings = state => {
  for (const section of state.sections) {
    const editor = editors.get(section.id);
    if (!editor) continue;
    editor.count.textContent = `${section.characters} 字`;
    showTitlesTyped(editor);
  }
  showMarks(state, editors);
};

export const goToSection = to => {
  const editor = editors.get(to.section);
  if (!editor) return false;
  const section = store.judged.sections.find(section => section.id === to.section);
  const block = section && to.block !== null ? blockOf(editor, section, to.block) : null;
  editor.go(block ? [...editor.node.children].indexOf(block.node) : 0, 0);
  return true;
};
