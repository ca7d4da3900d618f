// Words about a step: they go when it is undone, and come back with it.
import { history } from "./history.js";

export const saidWithStep = (say, unsay) => {
  say();
  history.add({ merge: null, undo: unsay, redo: say });
};
