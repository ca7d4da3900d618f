// The fields of figures, remarks and of the report: what is typed goes to the store, what the store has is shown.
import { halfWidth, plain } from "./figures.js";
import { history } from "./history.js";
import { store } from "./store.js";

// The element that shows a value of the store, by its key.
const shows = new Map();

const show = (key, value) => {
  const input = shows.get(key);
  if (input && input.value !== value) input.value = value;
  const [kind, path] = key.split("|");
  if (kind === "remark") {
    const place = document.getElementById(path)?.parentElement.querySelector(".remark");
    if (place) place.textContent = value === "" ? "" : `（${value}）`;
  }
};

const put = (values, focus) => {
  for (const [key, value] of values) {
    store.set(key, value);
    show(key, value);
  }
  focus?.focus();
};

// Changes some values in one step. Steps of one field that follow each other are one.
export const edit = (values, { merge = null, focus = null } = {}) => {
  const before = values.map(([key]) => [key, store.value(key)]);
  if (values.every(([, value], at) => value === before[at][1])) return;
  put(values);
  history.add({ merge, undo: () => put(before, focus), redo: () => put(values, focus) });
};

// Shows all values, without the one that is being typed if `gently`.
export const showAll = ({ gently = false } = {}) => {
  for (const [key, input] of shows) if (!gently || input !== document.activeElement) show(key, store.value(key));
};

// A field that shows the value of `key`; `tidy` makes what was typed what is meant once the field is left, what came out of an
// input method `narrow` puts right at once.
export const bind = (key, input, tidy = text => text, narrow = text => text) => {
  shows.set(key, input);
  let composing = false;
  const take = text => edit([[key, text]], { merge: key, focus: input });
  input.addEventListener("compositionstart", () => { composing = true; });
  input.addEventListener("compositionend", () => {
    composing = false;
    if (narrow(input.value) !== input.value) input.value = narrow(input.value);
    take(input.value);
  });
  input.addEventListener("input", event => { if (!composing && !event.isComposing) take(input.value); });
  input.addEventListener("change", () => {
    if (tidy(input.value) !== input.value) input.value = tidy(input.value);
    take(input.value);
  });
  input.addEventListener("focus", () => history.cut());
  input.addEventListener("blur", () => {
    history.cut();
    show(key, store.value(key));
  });
};

// All remarks, which have one field between them.
export const showRemark = path => show(`remark|${path}`, store.value(`remark|${path}`));
export const remarksOf = path => shows.set(`remark|${path}`, {});

export const bindCell = input => {
  const path = input.dataset.cell;
  bind(`cell|${path}`, input, plain, halfWidth);
  remarksOf(path);
};
