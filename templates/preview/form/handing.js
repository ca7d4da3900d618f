// Handing the report in, and taking it back: what is still in the way, one button, and what comes next.
import { byId } from "./dom.js";
import { edit } from "./cells.js";
import { showShortly } from "./findings.js";
import { server } from "./server.js";
import { store } from "./store.js";
import { asksAboutPastes } from "./wrong_pastes.js";

const KEY = "field|report|状态";
const [DRAFT, RELEASED] = ["起草", "可公开"];

const blocking = state => state.findings.filter(finding => !finding.accepted && finding.severity === "error");

export class HandIn {
  // `flush` takes in what was typed last, `save` writes at once, `go` leads to a place of the form.
  constructor({ flush, save, go }) {
    Object.assign(this, { flush, save, go, asking: false });
    this.button = byId("hand-in-act");
    this.button.addEventListener("click", () => this.act());
  }

  get isHandedIn() { return store.value(KEY) === RELEASED; }

  words(errors, warnings) {
    const rest = warnings > 0 ? `还有 ${warnings} 条警告：看一看，该改的改；确实没有错的，点“写说明”写上理由，不妨碍报送。` : "";
    if (this.isHandedIn && errors > 0) return `已经报送，可是有 ${errors} 处错误：改好以前不能公开。改好就行，不用再报送。`;
    if (this.isHandedIn) return `已经报送，等政务公开办公布。公布以前还要改的，可以直接改；还没有写好的，先收回。${rest}`;
    if (errors > 0) return `还不能报送：有 ${errors} 处错误，改好了就能报送。`;
    return `没有错误，可以报送了。先看一遍网页，从头读到尾。${rest}`;
  }

  show(state) {
    const errors = blocking(state);
    byId("hand-in").hidden = Boolean(store.state.correction);
    const locked = Boolean(store.state.readonly);
    // Nothing is saved of what is only read.
    for (const words of document.querySelectorAll(".saves")) words.hidden = locked;
    byId("hand-in-words").textContent = locked ? store.state.readonly : this.words(errors.length, state.counts?.warnings ?? 0);
    byId("hand-in").dataset.tone = this.isHandedIn && errors.length === 0 ? "good" : "plain";
    this.button.textContent = this.isHandedIn ? "收回" : "报送";
    this.button.hidden = locked;
    this.button.classList.toggle("main", !this.isHandedIn && errors.length === 0);
    showShortly(byId("hand-in-errors"), locked ? [] : errors, state, this.go);
  }

  // What is wrong with the report as it would be handed in, which the program says once more before.
  async errors() {
    this.flush();
    const change = { field: "状态", file: "report", value: RELEASED };
    const state = await server.judge({ changes: [...store.changes(), change] });
    return { state, errors: blocking(state) };
  }

  async act() {
    if (this.asking) return;
    if (this.isHandedIn) {
      this.flush();
      edit([[KEY, DRAFT]], { focus: this.button });
      this.show(store.judged);
      this.save();
      return;
    }
    this.asking = true;
    try {
      const { state, errors } = await this.errors();
      const asks = errors.length === 0 && asksAboutPastes();
      if (errors.length === 0 && !asks) {
        edit([[KEY, RELEASED]], { focus: this.button });
        this.save();
      }
      this.show(state);
      if (asks) byId("hand-in-words").textContent = "还没有报送：粘贴的内容像是别的报告的。没有粘错的，在最上面点“没有粘错”，再报送；粘错了的，先删去。";
      if (errors.length > 0) byId("hand-in-errors").querySelector("a")?.focus();
    } catch {
      byId("hand-in-words").textContent = "没有报送：连不上程序。写的内容都留着；等最上面一行写着“已保存”，再点一次。";
    }
    this.asking = false;
  }
}
