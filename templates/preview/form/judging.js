// After a short pause the program says what is wrong with what was typed, and what it adds up to.
import { later } from "./dom.js";
import { server } from "./server.js";
import { store } from "./store.js";

const PAUSE = 300;

export class Judging {
  constructor({ flush, show }) {
    Object.assign(this, { flush, show, asking: false, again: false });
    this.timer = later(() => this.judge(), PAUSE);
  }

  soon() { this.timer.soon(); }

  async judge() {
    this.flush();
    this.timer.never();
    if (store.pending.size === 0) {
      store.judged = store.state;
      this.show(store.judged);
      return;
    }
    // One question at a time, and none while the answer to a save is on its way: a busy program would answer questions that
    // nobody has any more.
    if (this.asking || store.isSaving) {
      this.again = true;
      return;
    }
    this.asking = true;
    this.again = false;
    try {
      const judged = await server.judge({ changes: store.changes() });
      if (!this.again) {
        store.judged = judged;
        this.show(judged);
      }
    } catch { /* The next change asks again, and saving says what is the matter. */ }
    this.asking = false;
    if (this.again) this.soon();
  }
}
