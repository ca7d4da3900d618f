// The words of a correction that was written before, put in another way. Written at once.
import { byId, element, say } from "./dom.js";
import { server } from "./server.js";
import { store } from "./store.js";

export class Rewording {
  // `settled` comes once nothing waits to be saved, to whether that is so; `renew` takes in what others changed.
  constructor({ settled, renew }) {
    Object.assign(this, { settled, renew, busy: false });
    this.dialog = byId("reword");
    this.dialog.querySelector("[data-close]").addEventListener("click", () => this.dialog.close());
    byId("reword-act").addEventListener("click", () => this.act());
    byId("reword-text").addEventListener("keydown", event => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.act();
    });
  }

  // An entry of 更正 with what can be done about it.
  item({ date, text }, at) {
    const button = element("button", { type: "button", "aria-label": `改 ${date} 这一条更正的文字` }, "改文字");
    button.addEventListener("click", () => this.open(at));
    return element("li", {}, `${date}：${text} `, button);
  }

  open(at) {
    const { date, text } = store.state.correction.entries[at];
    Object.assign(this, { at, was: text });
    byId("reword-what").textContent = `${date}：${text}`;
    byId("reword-text").value = text;
    say(byId("reword-fault"), "");
    this.dialog.showModal();
    byId("reword-text").focus();
  }

  async act() {
    const fault = (words, tone) => say(byId("reword-fault"), words, tone);
    if (this.busy) return;
    this.busy = true;
    fault("正在改", "plain");
    try {
      if (!await this.settled()) { fault("还有内容没有保存，等最上面一行写着“已保存”，再点一次。"); return; }
      const change = { reword: this.at, was: this.was, text: byId("reword-text").value };
      const { status, answer } = await server.save({ base: store.state.base, changes: [change] });
      if (status === 200 || status === 412) await this.renew();
      if (status === 200) this.dialog.close();
      else fault(status === 412 ? "刚才别处改了这份报告，没有改。请再点一次。" : typeof answer === "string" ? answer : "没有改。");
    } catch {
      fault("连不上程序，没有改。等连上了再点一次。");
    } finally {
      this.busy = false;
    }
  }
}
