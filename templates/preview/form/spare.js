// Pictures beside the report that no text shows: each can be taken away, and comes back with a step back.
import { byId, element, say } from "./dom.js";
import { history } from "./history.js";
import { server } from "./server.js";
import { store } from "./store.js";

const told = words => say(byId("spare-told"), words);

export class Spare {
  // `settled` comes once nothing waits to be saved, to whether that is so; `renew` takes in what others changed.
  constructor({ settled, renew }) {
    Object.assign(this, { settled, renew, busy: false, shown: "" });
  }

  show() {
    const files = store.judged.spare_pictures;
    const now = files.join("|");
    byId("spare").hidden = files.length === 0 && byId("spare-told").hidden;
    if (now === this.shown) return;
    this.shown = now;
    byId("spare-words").hidden = files.length === 0;
    byId("spare-files").replaceChildren(...files.map(file => {
      const button = element("button", { type: "button", "aria-label": `删去图片 ${file}` }, "删去这张图片");
      button.addEventListener("click", () => this.act(file));
      return element("li", {}, `${file} `, button);
    }));
  }

  async act(file) {
    if (this.busy) return;
    this.busy = true;
    try {
      if (await this.settled()) await this.takeAway(file);
      else told("还有内容没有保存，等最上面一行写着“已保存”，再点一次。");
    } catch {
      told("连不上程序，图片没有删。等连上了再点一次。");
    } finally {
      this.busy = false;
    }
  }

  async takeAway(file) {
    const content = await this.takenAway(file);
    if (content === null) return;
    history.add({ merge: null, undo: () => this.putBack(file, content), redo: () => this.takenAway(file) });
    byId("undo").focus();
  }

  // What stood in the file; nothing where it stays.
  async takenAway(file) {
    const { status, answer } = await server.takeAway(file);
    told(status === 200 ? "" : typeof answer === "string" ? answer : "图片没有删。");
    this.renew();
    return status === 200 ? answer.content : null;
  }

  async putBack(file, content) {
    const { status, answer } = await server.picture({ name: file, content }).catch(() => ({ answer: "连不上程序。" }));
    const isBack = status === 200 && answer.file === file;
    told(isBack ? "" : `图片 ${file} 没有放回来：${answer.file ? `有了别的同名的图片，放成了 ${answer.file}。` : answer}`);
    this.renew();
  }
}
