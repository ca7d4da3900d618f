// What stands in the files, what was changed here since, and the draft of it that survives the browser.
// A key names a value: `cell|path`, `remark|path`, `field|file|path`, `text|section`, `reason|code`, `correction|what`. A text is the list of its
// blocks' sources. What a published report says is held back until a correction is written with it.
import { bothOf, wire } from "./texts.js";

const DRAFT = `nianbao-form:${location.pathname.replace(/\/?$/, "/")}`;
const listeners = [];

const kept = {
  get() { try { return JSON.parse(localStorage.getItem(DRAFT)); } catch { return null; } },
  set(draft) { try { localStorage.setItem(DRAFT, JSON.stringify(draft)); return true; } catch { return false; } },
  drop() { try { localStorage.removeItem(DRAFT); } catch { /* There was none, then. */ } },
};

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export const valueIn = (state, key) => {
  const [kind, first, second] = key.split("|");
  if (kind === "cell") return state.cells[first]?.text ?? "";
  if (kind === "remark") return state.cells[first]?.remark ?? "";
  if (kind === "field") return state.fields.find(field => field.file === first && field.path === second)?.value ?? "";
  if (kind === "correction") return "";
  if (kind === "reason") return state.acceptances[first] ?? "";
  return (state.sections.find(section => section.id === first)?.blocks ?? []).map(block => block.source);
};

const isCorrection = key => key.startsWith("correction|");

const change = (state, key, value) => {
  const [kind, first, second] = key.split("|");
  if (kind === "cell") return { cell: first, text: value };
  if (kind === "remark") return { cell: first, remark: value };
  if (kind === "field") return { field: second, file: first, value };
  if (kind === "reason") return { accept: first, reason: value };
  const blocks = state.sections.find(section => section.id === first)?.blocks ?? [];
  return { section: first, blocks: wire(value, blocks) };
};

export const store = {
  // What is on the disk, as far as we know.
  state: null,
  // The same with what was changed here, as the program judged it last.
  judged: null,
  // By key the value here, and what stood in the files when it was changed.
  pending: new Map(),
  // Whether a save is on its way.
  isSaving: false,
  // Whether the browser keeps the draft.
  keeps: true,

  listen(listener) { listeners.push(listener); },
  tell(what) { for (const listener of listeners) listener(what); },

  value(key) { return this.pending.get(key)?.value ?? valueIn(this.state, key); },

  set(key, value) {
    const base = valueIn(this.state, key);
    const sent = this.pending.get(key)?.sent;
    // What is on its way may be in the files by now, so taking it back has to be saved, too.
    if (same(value, base) && sent === undefined) this.pending.delete(key);
    else this.pending.set(key, { value, before: base, sent });
    this.keep();
    this.tell("changed");
  },

  // Of what cannot be changed the draft stays as it is.
  keep() {
    if (this.state?.readonly && !this.state.correction) return;
    if (this.pending.size === 0) kept.drop();
    else this.keeps = kept.set([...this.pending]);
  },

  recall() {
    const draft = kept.get();
    if (Array.isArray(draft)) this.pending = new Map(draft);
  },

  // Whether a value waits for a correction.
  isHeld(key) { return Boolean(this.state?.correction) && !/^(?:field\|agency|reason)\|/.test(key); },

  held() { return [...this.pending.keys()].filter(key => this.isHeld(key)); },

  // The keys of what is to be saved; what is held as well where `correcting` says so.
  due(correcting = false) { return [...this.pending.keys()].filter(key => correcting || !this.isHeld(key)); },

  // The values that are sent now, each marked as one that may be in the files from here on.
  sending(correcting) {
    const due = this.due(correcting);
    for (const key of due) this.pending.get(key).sent = this.pending.get(key).value;
    this.keep();
    return new Map(due.map(key => [key, { value: this.pending.get(key).value }]));
  },

  changesOf(keys) {
    return keys.filter(key => !isCorrection(key)).map(key => change(this.state, key, this.pending.get(key).value));
  },

  // All that was changed here.
  changes() { return this.changesOf([...this.pending.keys()]); },

  // What is sent to be saved.
  body(correcting) {
    const correction = correcting ? { date: this.value("correction|date"), text: this.value("correction|text") } : undefined;
    return { base: this.state.base, changes: this.changesOf(this.due(correcting)), correction };
  },

  // Takes back what was changed here.
  drop(keys) {
    for (const key of keys) this.pending.delete(key);
    this.keep();
    this.tell("changed");
  },

  // What was `sent` is in the files now, which are `state`.
  saved(sent, state) {
    this.state = state;
    this.judged = state;
    for (const [key, { value }] of sent) {
      const entry = this.pending.get(key);
      if (entry && same(entry.value, value)) this.pending.delete(key);
      else if (entry) this.pending.set(key, { value: entry.value, before: valueIn(state, key) });
    }
    this.keep();
    this.tell("state");
  },

  // Takes `state` for what is on the disk, and returns what was changed both there and here.
  reconcile(state) {
    const conflicts = [];
    for (const [key, entry] of this.pending) {
      const theirs = valueIn(state, key);
      const isTold = key === "correction|text" && state.correction?.entries.some(({ text }) => text === entry.value.trim());
      if (same(theirs, entry.value) || isTold) this.pending.delete(key);
      else if (entry.sent !== undefined && same(theirs, entry.sent)) this.pending.set(key, { value: entry.value, before: theirs });
      else if (!same(theirs, entry.before)) conflicts.push({ key, mine: entry.value, theirs });
    }
    this.state = state;
    this.judged ??= state;
    this.keep();
    return conflicts;
  },

  // One of the two is chosen, `mine` or `theirs`; of texts also `both`.
  choose(key, which) {
    const entry = this.pending.get(key);
    if (!entry) return;
    const theirs = valueIn(this.state, key);
    const value = which === "both" ? bothOf(entry.before, theirs, entry.value) : entry.value;
    if (which === "theirs" || same(value, theirs)) this.pending.delete(key);
    else this.pending.set(key, { value, before: theirs });
    this.keep();
  },
};
