// Saves by itself, and says in words how far that is. What is not saved yet stays in the browser's draft.
import { later } from "./dom.js";
import { server } from "./server.js";
import { store } from "./store.js";

const PAUSE = 1000;
const WAITS = [1000, 2000, 4000, 8000];
const LOST = "连不上程序，正在重试；写的内容都留在这个浏览器里";

const pause = time => new Promise(resolve => { setTimeout(resolve, time); });

const clock = () => new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });

export class Saving {
  // `settle` shows what was changed on both sides and comes to true once all is chosen; `flush` takes in what was typed last;
  // `elsewhere` hears of what others changed in other files.
  constructor(place, { flush, settle, changed, elsewhere }) {
    Object.assign(this, { place, flush, settle, changed, elsewhere, running: false, failed: 0, settling: false, saves: 0, asking: false, stale: false, correcting: false, refused: null });
    this.timer = later(() => this.save(), PAUSE);
  }

  say(kind, text) {
    this.place.dataset.state = kind;
    if (this.place.textContent !== text) this.place.textContent = text;
  }

  // Whether nothing waits to be saved.
  isDone() { return store.due(this.correcting).length === 0; }

  // Saves at once; whether nothing waits any more.
  async settled() {
    while (this.running) await pause(50);
    await this.save();
    return this.isDone() && !this.settling;
  }

  // Writes what was held back, with the correction that tells of it. Comes to why it did not, if so.
  async correct() {
    this.correcting = true;
    this.refused = null;
    // What changed in the files meanwhile is taken in, and the rest sent again.
    for (let round = 0; round < 5 && this.correcting && !this.refused; round += 1) {
      this.timer.never();
      while (this.running || this.settling) await pause(50);
      await this.save();
    }
    const why = this.correcting ? this.refused ?? "文件一直在变，请稍后再点一次。" : null;
    this.correcting = false;
    return why;
  }

  idle() {
    if (store.held().length > 0) this.say("waiting", "更正还没有写入");
    else this.say("saved", this.at ? `已保存 ${this.at}` : "没有改动");
  }

  // Somebody types: before it is known what comes of it, nothing says that all is saved.
  typing() {
    if (!this.running && this.failed === 0 && !this.settling) this.say("waiting", "还没有保存");
  }

  touched() {
    if (this.isDone()) {
      if (!this.running) this.idle();
      return;
    }
    if (!this.running && this.failed === 0) this.say("waiting", "还没有保存");
    if (this.failed === 0) this.timer.soon();
  }

  async save() {
    this.timer.never();
    if (this.running || this.settling) return;
    this.flush();
    if (this.isDone()) { this.idle(); return; }
    this.running = true;
    store.isSaving = true;
    if (this.failed === 0) this.say("saving", "正在保存");
    let wait;
    try {
      wait = await this.attempt();
    } catch {
      wait = this.correcting ? this.refuse("连不上程序。写的内容都留在这个浏览器里，等连上了再点一次。") : this.fail(LOST);
    }
    this.running = false;
    this.saves += 1;
    store.isSaving = false;
    store.tell("free");
    if (wait !== undefined) this.timer = later(() => this.save(), wait), this.timer.soon();
    else this.timer = later(() => this.save(), PAUSE);
    if (wait === undefined && !this.isDone() && !this.settling) this.touched();
  }

  // Returns how long to wait for the next attempt, nothing where none is needed.
  async attempt() {
    const sent = store.sending(this.correcting);
    const { status, answer } = await server.save(store.body(this.correcting));
    // What was typed meanwhile is more than was sent.
    this.flush();
    if (status === 200) {
      this.failed = 0;
      this.correcting = false;
      this.at = clock();
      store.saved(sent, answer);
      this.idle();
      return undefined;
    }
    if (status === 412 && answer.state) return this.merge(answer.state);
    const words = (typeof answer === "string" ? answer : answer.message ?? "").trim() || "程序没有说明原因";
    if (this.correcting) return this.refuse(words);
    return this.fail(words);
  }

  // Somebody else wrote the file: what only one side changed is taken as it is, the rest somebody has to choose.
  async merge(state) {
    const conflicts = store.reconcile(state);
    if (conflicts.length > 0) {
      this.settling = true;
      this.say("failed", `没有保存：别处也改了 ${conflicts.length} 处，请选用哪一个`);
      await this.settle(conflicts);
      this.settling = false;
    }
    this.changed();
    if (this.correcting) return undefined;
    this.failed += 1;
    if (this.failed > 5) return this.fail("文件一直在变，稍后再试");
    return 10;
  }

  // A correction that is wrong waits for whoever writes it.
  refuse(words) {
    this.refused = words;
    this.say("failed", "没有写入更正");
    return undefined;
  }

  fail(words) {
    const wait = WAITS[Math.min(this.failed, WAITS.length - 1)];
    this.failed += 1;
    const why = words.replace(/。$/, "");
    this.say("failed", `没有保存：${why}${store.keeps ? "" : "；浏览器也存不下草稿，请先把写的内容复制出来"}`);
    return wait;
  }

  // Something in the workspace is another. What others did is told only by an answer from a time without a save of ours: taken
  // for a change of theirs, one from before would take back what was typed here.
  async heard() {
    this.stale = true;
    if (this.asking) return;
    this.asking = true;
    try {
      while (this.stale) await this.catchUp();
    } finally {
      this.asking = false;
    }
  }

  async catchUp() {
    this.stale = false;
    while (this.running) await pause(50);
    const { saves } = this;
    const state = await server.state().catch(() => null);
    if (this.running || this.saves !== saves) this.stale = true;
    else if (state) await this.moved(state);
  }

  // What the disk holds is `state`.
  async moved(state) {
    if (JSON.stringify(state.base) === JSON.stringify(store.state.base)) {
      // The files of this report say the same; what is found in them may hang on others.
      store.state = state;
      this.elsewhere();
      return;
    }
    this.flush();
    this.running = true;
    try { await this.merge(state); } finally { this.running = false; }
    this.failed = 0;
    if (this.isDone()) this.idle(); else this.timer.soon();
  }

  attach() {
    const leave = () => {
      this.flush();
      if (!this.isDone() && !this.settling) {
        store.sending(false);
        server.part(store.body(false));
      }
    };
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.save(); });
    addEventListener("beforeunload", event => {
      this.flush();
      if (this.isDone() && (store.keeps || store.pending.size === 0)) return;
      this.save();
      event.preventDefault();
    });
    addEventListener("online", () => this.save());
  }
}
