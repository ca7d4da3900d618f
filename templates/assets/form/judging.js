// After a short pause the program says what is wrong with what was typed, and what it adds up to.
import { later } from "./dom.js";
import { server } from "./server.js";
import { store } from "./store.js";

const PAUSE = 300;

export class Judging {
  constructor({ flush, show }) {
    Object.assign(this, { flush, show });
    this.timer = later(() => this.judge(), PAUSE);
  }

  soon() { this.timer.soon(); }

  async judge() {
    this.flush();
    this.timer.never();
    this.asked?.abort();
    if (store.pending.size === 0) {
      store.judged = store.state;
      this.show(store.judged);
      return;
    }
    const asked = new AbortController();
    this.asked = asked;
    try {
      const judged = await server.judge({ changes: store.changes() }, asked.signal);
      if (asked.signal.aborted) return;
      store.judged = judged;
      this.show(judged);
    } catch { /* The next change asks again, and saving says what is the matter. */ }
  }
}
