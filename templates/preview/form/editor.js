// The text of a section: typed as in Word, kept as the sources of its blocks.
import { blockElement, copies, isKept, isWritten, lookupChip, sourceOf } from "./blocks.js";
import { caretAtEnd, caretIn, placeAt, setCaret } from "./carets.js";
import { cleaned } from "./clean.js";
import { commands, KEYS } from "./commands.js";
import { element, later } from "./dom.js";
import { history } from "./history.js";
import { store } from "./store.js";
import { markdown } from "./markdown.js";
import { insertBlocks, insertItems } from "./inserting.js";
import { moveFixed } from "./moving.js";
import { carriedFile, pickPicture, pictureBlock, pictureOf } from "./pictures.js";
import { addRow, below, changeTable, currentCell, nextCell, showBlankHeads } from "./tables.js";
import { tidy } from "./tidying.js";

const isEmptyLine = block => block.localName === "p" && sourceOf(block) === "" && !block.dataset.picture;

const HEADING = /^h[345]$/;

const same = (one, other) => one.length === other.length && one.every((text, at) => text === other[at]);

export class Editor {
  constructor(section, { pickLookup, tell, spread, fillPlaces }) {
    Object.assign(this, { id: section.id, title: section.title, key: `text|${section.id}`, pickLookup, tell, spread, fillAllPlaces: fillPlaces });
    this.node = element("div", {
      id: `text-${section.id}`, className: "prose-editor text", contentEditable: store.state.readonly ? "false" : "true", role: "textbox", "aria-multiline": "true",
      "aria-label": section.title, "aria-describedby": `guide-${section.id}`, lang: "zh-CN",
    });
    this.taking = later(() => this.take(), 150);
    this.attach();
  }

  // Whether nothing can be typed here.
  lock(isLocked) {
    this.node.contentEditable = isLocked ? "false" : "true";
    if (this.bar) this.bar.hidden = isLocked;
  }

  // Shows blocks of the program's; those of `sources` are what stands here, if it is not the same.
  show(blocks, labels) {
    if (this.last && same(this.sources(), blocks.map(block => block.source))) return;
    const place = this.node.contains(document.activeElement) ? this.place() : null;
    this.node.replaceChildren(...blocks.map(block => blockElement(block, labels)));
    this.headings = blocks.filter(block => block.kind === "heading" && block.editable).length;
    this.renumbered = false;
    tidy(this.node);
    if (place) this.comeBack(place);
    this.last = this.snapshot();
  }

  // Where the cursor is among the blocks that hold something; a line that is still empty stands in no file.
  place() {
    const caret = caretIn(this.node);
    if (!caret) return null;
    const within = this.node.childNodes[caret.block];
    const entries = this.entries();
    const at = entries.findIndex(({ node }) => node === within);
    if (at >= 0) return { at, offset: caret.offset };
    return { at: entries.filter(({ node }) => within.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING).length, isEmpty: true };
  }

  comeBack({ at, offset, isEmpty }) {
    if (!isEmpty) { setCaret(this.node, { block: at, offset }); return; }
    const line = element("p", {}, element("br"));
    const before = this.node.children[at - 1];
    if (before) before.after(line);
    else this.node.prepend(line);
    getSelection().collapse(line, 0);
  }

  // The sources of the blocks that hold something, each with its element. Once there is another sub-heading, the numbers that the
  // file gives them are wrong: all go, for the program numbers them.
  entries() {
    const headings = [...this.node.children].filter(node => HEADING.test(node.localName));
    this.renumbered ||= headings.length !== this.headings || !headings.every(isKept);
    const source = node => this.renumbered && HEADING.test(node.localName) ? markdown(node) : sourceOf(node);
    return [...this.node.children].map(node => ({ node, source: source(node) })).filter(({ source: text }) => text !== "");
  }

  sources() { return this.entries().map(({ source }) => source); }

  snapshot() { return { nodes: copies([...this.node.childNodes]), caret: caretIn(this.node) }; }

  // What went into another text than the one that somebody is in leaves them there.
  restore({ nodes, caret }, isHere) {
    this.node.replaceChildren(...copies(nodes));
    if (isHere) {
      this.node.focus({ preventScroll: false });
      setCaret(this.node, caret);
    }
    this.last = { nodes, caret };
    this.take();
  }

  // Takes in what was typed: one step, or part of the last where it is of the same kind.
  note(kind, chosen = false) {
    tidy(this.node, chosen);
    const [before, after] = [this.last, this.snapshot()];
    this.last = after;
    const isHere = this.node.contains(document.activeElement);
    history.add({ merge: kind && `${this.key}|${kind}`, undo: () => this.restore(before, isHere), redo: () => this.restore(after, isHere) });
    this.takeSoon();
  }

  takeSoon() {
    this.taking.soon();
    store.tell("typing");
  }

  take() {
    this.taking.never();
    const sources = this.sources();
    if (same(sources, store.value(this.key))) store.tell("untouched");
    else store.set(this.key, sources);
  }

  // What was sent stands in the file now, as `blocks`; what the file calls them is their source.
  written(blocks, labels, isFree) {
    const entries = this.entries();
    const sources = blocks.map(block => block.source);
    if (entries.length === blocks.length) {
      if (isFree) entries.forEach(({ node, source }, at) => { if (source !== sources[at]) isWritten(node, sources[at]); });
    } else if (isFree) this.show(blocks, labels);
  }

  // Changes the text by a step of its own.
  change(act) {
    history.cut();
    this.last = { ...this.last, caret: caretIn(this.node) ?? this.last.caret };
    if (act() !== false) this.note(null, true);
  }

  command(name) {
    if (this.node.contentEditable !== "true") return;
    if (name === "lookup") { this.insertLookup(); return; }
    if (name === "picture") { this.insertPicture(); return; }
    if (!this.node.contains(getSelection().focusNode)) { this.node.focus(); setCaret(this.node, this.last.caret); }
    if (["row", "column", "no-row", "no-column"].includes(name)) this.change(() => changeTable(this.node, name));
    else this.change(() => commands[name](this.node));
  }

  async insertLookup() {
    const caret = caretIn(this.node) ?? this.last.caret;
    const chosen = await this.pickLookup();
    this.node.focus();
    setCaret(this.node, caret);
    if (!chosen) return;
    this.change(() => this.insert([lookupChip(chosen.path, chosen.value, chosen.label), document.createTextNode("\u200B")]));
  }

  // Puts a picture behind the block that the cursor is in; `file` is one that was pasted.
  async insertPicture(file = null) {
    const caret = caretIn(this.node) ?? this.last.caret;
    const chosen = await pickPicture({ file });
    this.node.focus();
    setCaret(this.node, caret);
    if (!chosen) return;
    this.change(() => {
      const made = blockElement(pictureBlock(chosen));
      const at = this.node.children[caret?.block ?? this.node.children.length - 1];
      if (!at) this.node.append(made);
      else if (isEmptyLine(at)) at.replaceWith(made);
      else at.after(made);
      if (!made.nextElementSibling) made.after(element("p", {}, element("br")));
      getSelection().collapse(made.nextElementSibling, 0);
    });
  }

  // The words of a picture anew.
  async describe(block) {
    const is = pictureOf(sourceOf(block));
    const chosen = is && await pickPicture({ is });
    if (!chosen || chosen.alt === is.alt) return;
    const src = block.querySelector("img").getAttribute("src");
    this.change(() => { block.replaceWith(blockElement(pictureBlock({ ...chosen, src: src.startsWith("data:") ? src : undefined }))); });
  }

  // Pictures that pasted text carried: each is asked for, and stands where it was.
  async fillPlaces() {
    const places = [...this.node.querySelectorAll("[data-picture]")];
    for (const [at, place] of places.entries()) {
      const chosen = await pickPicture({ file: carriedFile(place.dataset.picture), told: `粘贴的内容里有图片，这是第 ${at + 1} 张，共 ${places.length} 张。` });
      this.change(() => {
        if (chosen) place.replaceWith(blockElement(pictureBlock(chosen)));
        else place.remove();
      });
    }
  }

  // Puts nodes where the cursor is, in place of what is selected.
  insert(nodes) {
    const range = getSelection().getRangeAt(0);
    range.deleteContents();
    const last = nodes.at(-1);
    for (const node of [...nodes].reverse()) range.insertNode(node);
    getSelection().collapse(last, last.nodeType === Node.TEXT_NODE ? last.length : last.childNodes.length);
  }

  paste(event) {
    event.preventDefault();
    if (this.node.contentEditable !== "true") return;
    const { blocks, flow, ...left } = cleaned(event.clipboardData);
    const words = blocks.filter(block => !block.dataset.picture);
    const [file] = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"));
    if (words.length === 0 && file) { this.insertPicture(file); return; }
    history.asOne(() => {
      const parts = this.spread(this, blocks, left);
      if (parts.length > 0) this.pasteBlocks(parts, flow);
    });
    if (words.length < blocks.length) this.fillAllPlaces();
  }

  pasteBlocks(blocks, flow) {
    if (!this.node.contains(getSelection().focusNode)) { this.node.focus(); setCaret(this.node, this.last.caret); }
    this.change(() => {
      const range = getSelection().getRangeAt(0);
      range.deleteContents();
      const at = [...this.node.children].find(child => child.contains(range.startContainer));
      if (flow) this.insert([...blocks[0].childNodes]);
      else if (currentCell(this.node)) this.insert([document.createTextNode(blocks.map(block => block.textContent).join(" "))]);
      else if (at && /^[uo]l$/.test(at.localName) && blocks.every(block => /^(?:p|ul|ol)$/.test(block.localName))) insertItems(blocks);
      else caretAtEnd(insertBlocks(this.node, at, range, blocks));
    });
  }

  // Whether there are headings and nothing below any of them, as a new report has them.
  isOutline() {
    const entries = this.entries();
    return entries.length > 0 && entries.every(({ node }) => HEADING.test(node.localName));
  }

  // Puts blocks behind all others, or in the place of an outline without text.
  append(blocks, { overOutline = false } = {}) {
    this.last = this.snapshot();
    if (overOutline && this.isOutline()) this.node.replaceChildren();
    const last = this.node.lastElementChild;
    if (last?.localName === "p" && last.textContent.trim() === "" && !last.querySelector(".chip")) last.remove();
    this.node.append(...blocks);
    this.note(null);
  }

  press(event) {
    if (event.isComposing || event.target.closest("button")) return;
    if (event.ctrlKey && event.altKey && KEYS[event.code]) { event.preventDefault(); this.command(KEYS[event.code]); return; }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "b") { event.preventDefault(); this.command("bold"); return; }
    const cell = currentCell(this.node);
    if (cell && event.key === "Tab") {
      const to = nextCell(cell, event.shiftKey);
      if (to) { event.preventDefault(); caretAtEnd(to); }
      // As in Word, what is typed behind the last cell begins a row.
      else if (!event.shiftKey) { event.preventDefault(); this.change(() => addRow(this.node)); }
    } else if (cell && event.key === "Enter") {
      event.preventDefault();
      const to = below(cell);
      if (to) caretAtEnd(to);
      else this.command("row");
    }
    if (/^(?:Arrow|Home|End|Page)/.test(event.key)) history.cut();
  }

  attach() {
    const { node } = this;
    let composing = false;
    node.addEventListener("compositionstart", () => { composing = true; });
    node.addEventListener("compositionend", () => { composing = false; this.note("insert"); });
    node.addEventListener("beforeinput", event => {
      if (/^format(?!Bold)|^insertHorizontalRule|^insertFromDrop/.test(event.inputType)) event.preventDefault();
    });
    node.addEventListener("input", event => {
      // What is still being composed is held as well: whatever is shown anew would end it.
      if (composing || event.isComposing) { showBlankHeads(node); this.takeSoon(); return; }
      const kind = /^insertText|^insertComposition/.test(event.inputType) ? "insert" : /^deleteContent/.test(event.inputType) ? "delete" : null;
      this.note(kind);
    });
    node.addEventListener("keydown", event => this.press(event));
    node.addEventListener("paste", event => this.paste(event));
    node.addEventListener("click", event => {
      const move = event.target.closest("[data-move]");
      if (!move || node.contentEditable !== "true") return;
      if (move.dataset.move === "words") this.describe(move.closest(".fixed"));
      else this.change(() => moveFixed(move.closest(".fixed"), move.dataset.move));
    });
    node.addEventListener("mousedown", () => history.cut());
    node.addEventListener("blur", () => { history.cut(); this.last = { ...this.last, caret: caretIn(node) ?? this.last.caret }; });
    node.addEventListener("focus", () => document.execCommand("defaultParagraphSeparator", false, "p"));
  }

  // Places the cursor in a block behind so many characters, and shows it.
  go(at, offset) {
    let block = this.node.children[at] ?? this.node.firstElementChild;
    this.node.focus({ preventScroll: true });
    if (!block) return;
    // What is missing below headings is no part of them.
    if (this.isOutline()) {
      if (HEADING.test(block.nextElementSibling?.localName ?? "h3")) block.after(element("p", {}, element("br")));
      block = block.nextElementSibling;
    }
    getSelection().collapse(...placeAt(block, offset ?? 0));
    block.scrollIntoView({ block: "center" });
  }
}
