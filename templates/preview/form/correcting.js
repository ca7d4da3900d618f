// Correcting a published report: nothing of it is written but with 更正, which says what was wrong and what is right.
import { edit, showAll } from "./cells.js";
import { difference } from "./differences.js";
import { byId, element, say } from "./dom.js";
import { plain } from "./figures.js";
import { showShortly } from "./findings.js";
import { history } from "./history.js";
import { lock } from "./locking.js";
import { nameOf } from "./names.js";
import { store, valueIn } from "./store.js";

const DATE = "correction|date";
const TEXT = "correction|text";

const CORRECTS = "正在更正：哪里错了改哪里，改了的列在最下面。改好以后，到那里写明更正了什么，点“写入更正”。写入以前，公布的报告一个字也不变。";

const isChange = key => !key.startsWith("correction|");

// A figure as it is written, without zeros before it.
const textOf = (key, value) => {
  if (value === "") return key.startsWith("cell|") ? "0" : "空着";
  return key.startsWith("cell|") ? plain(value).replace(/^0+(?=\d)/, "") : value;
};

const isText = key => key.startsWith("text|");

// What was changed, in words.
const told = key => {
  if (isText(key)) return `“${nameOf(key)}”${difference(valueIn(store.state, key), store.value(key))}`;
  return `${nameOf(key)}由${textOf(key, valueIn(store.state, key))}更正为${textOf(key, store.value(key))}`;
};

export class Correcting {
  // `correct` writes at once and comes to why it did not; `restore` shows all as it stands in the files; `go` leads to a place;
  // `rewording` shows earlier ones.
  constructor({ flush, correct, restore, go, rewording }) {
    Object.assign(this, { flush, correct, restore, go, rewording, isOn: false, busy: false });
    for (const button of document.querySelectorAll("[data-correct]")) button.addEventListener("click", () => this.begin());
    byId("correction-write").addEventListener("click", () => this.write());
    byId("correction-fill").addEventListener("click", () => this.fill());
    byId("correction-stop").addEventListener("click", () => this.stop());
    const dialog = byId("correction-drop");
    dialog.querySelector("[data-drop]").addEventListener("click", () => { dialog.close(); this.drop(); });
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  }

  begin() {
    this.isOn = true;
    if (store.value(DATE) === "") edit([[DATE, store.state.correction.today]]);
    this.show(store.judged);
  }

  changes() { return store.held().filter(isChange); }

  show(state) {
    const { correction } = store.state;
    // With what was left from the last time it goes on at once.
    this.isOn = Boolean(correction) && (this.isOn || store.held().length > 0);
    this.lock();
    byId("correction").hidden = !correction;
    for (const link of document.querySelectorAll("[data-of-handing-in]")) link.hidden = Boolean(correction);
    for (const link of document.querySelectorAll("[data-of-record]")) link.hidden = !correction;
    if (!correction) return;
    say(byId("readonly"), this.isOn ? CORRECTS : store.state.readonly, "plain");
    byId("correction-top").hidden = this.isOn;
    byId("correction-there").hidden = !this.isOn;
    byId("correction-begin").hidden = this.isOn;
    byId("correction-form").hidden = !this.isOn;
    this.showEarlier(correction.entries);
    byId("correction-date").min = correction.since ?? "";
    byId("correction-date").max = correction.today;
    const changes = this.isOn ? this.changes() : [];
    byId("correction-none").hidden = changes.length > 0;
    byId("correction-changes").replaceChildren(...changes.map(key => element("li", {}, told(key))));
    byId("correction-fill").hidden = changes.length === 0;
    this.showErrors(state);
  }

  // Only what is another than before: the focus stays on the others.
  showEarlier(entries) {
    const now = JSON.stringify(entries);
    if (now !== this.earlier) byId("correction-earlier").replaceChildren(...entries.map((entry, at) => this.rewording.item(entry, at)));
    this.earlier = now;
  }

  // Only where it is another than before: a cursor within stays.
  lock() {
    const now = [this.isOn, store.state.readonly, store.state.figures_readonly].join("|");
    if (now !== this.locked) lock(this.isOn);
    this.locked = now;
  }

  showErrors(state) {
    const errors = state.findings.filter(finding => !finding.accepted && finding.severity === "error");
    byId("correction-errors-words").hidden = errors.length === 0;
    showShortly(byId("correction-errors"), errors, state, this.go);
  }

  // What was changed as the sentence that tells of it: figures and fields, then texts.
  fill() {
    this.flush();
    const changes = this.changes();
    const parts = [...changes.filter(key => !isText(key)), ...changes.filter(isText)].map(told);
    if (parts.length > 0) edit([[TEXT, `${parts.join("；")}。`]], { focus: byId("correction-text") });
    showAll();
  }

  async write() {
    if (this.busy) return;
    this.busy = true;
    this.flush();
    say(byId("correction-words"), "正在写入", "plain");
    const why = await this.correct();
    this.busy = false;
    if (why) {
      say(byId("correction-words"), `没有写入：${why}`);
      return;
    }
    this.isOn = false;
    // What is written is published with what is said of it: it is changed by another correction, not undone.
    history.forget();
    this.show(store.judged);
    say(byId("correction-words"), store.state.correction?.next ?? "", "good");
    byId("correction-title").focus();
  }

  stop() {
    this.flush();
    if (this.changes().length > 0) byId("correction-drop").showModal();
    else this.drop();
  }

  async drop() {
    this.isOn = false;
    store.drop(store.held());
    history.forget();
    await this.restore();
    say(byId("correction-words"), "没有更正，报告还是原来的样子。", "plain");
    byId("correction-title").focus();
  }
}
