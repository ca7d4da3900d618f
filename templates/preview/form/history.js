// Undoing and redoing over all that can be changed, step by step.
const MOST = 500;
const past = [];
const future = [];
let shown = () => {};
let together = null;

const run = (from, to, which) => {
  const step = from.pop();
  if (!step) return;
  step.merge = null;
  step[which]();
  to.push(step);
  shown();
};

export const history = {
  // A step that continues the last one is part of it.
  add(step) {
    if (together) {
      together.push(step);
      return;
    }
    const last = past.at(-1);
    if (step.merge && last?.merge === step.merge && future.length === 0) last.redo = step.redo;
    else past.push(step);
    if (past.length > MOST) past.shift();
    future.length = 0;
    shown();
  },
  // All that `act` changes is one step.
  asOne(act) {
    const steps = [];
    together = steps;
    try { act(); } finally { together = null; }
    const undo = () => { for (const step of [...steps].reverse()) step.undo(); };
    const redo = () => { for (const step of steps) step.redo(); };
    if (steps.length > 0) this.add({ merge: null, undo, redo });
  },
  // What comes next begins a step of its own.
  cut() { if (past.length > 0) past.at(-1).merge = null; },
  // What was done so far is neither undone nor redone any more.
  forget() {
    past.length = 0;
    future.length = 0;
    shown();
  },
  undo() { run(past, future, "undo"); },
  redo() { run(future, past, "redo"); },

  attach(undo, redo) {
    shown = () => {
      undo.disabled = past.length === 0;
      redo.disabled = future.length === 0;
    };
    undo.addEventListener("click", () => this.undo());
    redo.addEventListener("click", () => this.redo());
    document.addEventListener("keydown", event => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest("dialog")) return;
      const key = event.key.toLowerCase();
      const back = key === "z" && !event.shiftKey;
      if (!back && key !== "y" && key !== "z") return;
      event.preventDefault();
      if (back) this.undo();
      else this.redo();
    }, true);
    document.addEventListener("beforeinput", event => {
      if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
      event.preventDefault();
      if (event.inputType === "historyUndo") this.undo();
      else this.redo();
    }, true);
  },
};
