// 汇总: whether the tables are typed or added up, and from whose reports. Written at once; the page that comes then has other tables.
import { byId, element, say } from "./dom.js";
import { server } from "./server.js";
import { store } from "./store.js";

const OF = { "": "不加下级的数", 全部下级: "全部下级", 直属: "直接的下一级", 名单: "选出来的机关" };
const SEVERAL = 5;

// Whose reports are counted, in words.
const counted = ({ scope, below }) => {
  if (scope !== "名单") return OF[scope];
  const names = below.filter(({ chosen }) => chosen).map(({ word }) => word);
  return names.length > SEVERAL ? `${names.slice(0, SEVERAL).join("、")}等 ${names.length} 个机关` : names.join("、") || "选出来的机关";
};

const told = sum => ({
  typed: "三张表由本机关自己填，不加下级的数。",
  added: `三张表是汇总的：本级加上${counted(sum)}。`,
  checked: `三张表自己填，程序核对它是不是等于本级加上${counted(sum)}。`,
})[sum.layout];

// Whether the page that is open has other tables than the report by now.
export const isOtherwise = state => state.sum.layout !== byId("sections").dataset.sum;

const choiceOf = name => document.querySelector(`[name=${name}]:checked`)?.value ?? null;
const choose = (name, value) => { for (const input of document.querySelectorAll(`[name=${name}]`)) input.checked = input.value === value; };

const item = ({ word, name, depth, chosen, has_report: hasReport, within }) => {
  const notes = [!hasReport && "还没有报告", within && `${within}的汇总里已经有`].filter(Boolean).join("，");
  return element("li", { className: `depth-${Math.min(depth - 1, 5)}` }, element("label", {},
    element("input", { type: "checkbox", value: word, checked: chosen }), ` ${name}`,
    notes && element("span", { className: "hint" }, `（${notes}）`)));
};

export class Summing {
  // `settled` comes once nothing waits to be saved, to whether that is so; `renew` takes in what others changed.
  constructor({ settled, renew }) {
    Object.assign(this, { settled, renew });
    this.dialog = byId("summing");
    byId("field-汇总").addEventListener("click", () => this.open());
    this.dialog.addEventListener("change", () => this.tell());
    this.dialog.querySelector("[data-close]").addEventListener("click", () => this.dialog.close());
    byId("sum-act").addEventListener("click", () => this.act());
  }

  show() {
    const { sum, readonly } = store.state;
    byId("sum").hidden = !sum.offered;
    byId("sum-words").textContent = told(sum);
    byId("field-汇总").hidden = Boolean(readonly);
  }

  open() {
    const { sum } = store.state;
    choose("sum-scope", sum.scope);
    choose("sum-figures", sum.layout === "checked" ? "whole" : null);
    byId("sum-names").replaceChildren(...sum.below.map(item));
    say(byId("sum-fault"), "");
    this.tell();
    this.dialog.showModal();
    document.querySelector("[name=sum-scope]:checked")?.focus();
  }

  // Asks for what hangs on the choice, and tells what becomes of figures that are there.
  tell() {
    const { sum } = store.state;
    const scope = choiceOf("sum-scope");
    byId("sum-names").hidden = scope !== "名单";
    byId("sum-figures").hidden = scope === "" || !sum.has_typed;
    byId("sum-own").hidden = sum.has_own;
    const toTables = sum.has_typed ? "“本级”的数删去；三张表里的数不动。" : "“本级”的数移到三张表里。";
    byId("sum-told").textContent = scope === "" && sum.has_own ? toTables : "";
  }

  change() {
    const scope = choiceOf("sum-scope");
    const names = [...byId("sum-names").querySelectorAll("input:checked")].map(({ value }) => value);
    const figures = byId("sum-figures").hidden ? undefined : choiceOf("sum-figures") ?? undefined;
    return { sum: scope === "名单" ? names : scope, figures };
  }

  async act() {
    const fault = (words, tone) => say(byId("sum-fault"), words, tone);
    if (this.busy) return;
    this.busy = true;
    fault("正在改", "plain");
    try {
      if (!await this.settled()) { fault("还有内容没有保存，等最上面一行写着“已保存”，再点一次。"); return; }
      const { status, answer } = await server.save({ base: store.state.base, changes: [this.change()] });
      if (status === 200) { location.reload(); return; }
      if (status === 412) await this.renew();
      fault(status === 412 ? "刚才别处改了这份报告，汇总没有改。请再点一次。" : typeof answer === "string" ? answer : "汇总没有改。");
    } catch {
      fault("连不上程序，汇总没有改。等连上了再点一次。");
    } finally {
      this.busy = false;
    }
  }
}
