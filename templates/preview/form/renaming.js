// A new name of the agency: from which year's report on, and what that means for each report. Written at once, and the page shows
// it everywhere.
import { byId, element, say } from "./dom.js";
import { server } from "./server.js";
import { store } from "./store.js";

const yearOf = text => {
  const year = text.normalize("NFKC").replace(/年度?$/, "").trim();
  return /^\d{4}$/.test(year) ? Number(year) : null;
};

// 2019、2020 和 2021 as people list them.
const listed = years => years.join("、");

// What stands on which report from then on.
const told = (name, since) => {
  const { name: old, reports } = store.state.naming;
  const kept = reports.filter(report => report.kept);
  const open = reports.filter(report => !report.kept);
  const changed = open.filter(report => report.name === old && (since === null || report.year >= since));
  const same = open.filter(report => !changed.includes(report));
  const parts = [];
  if (changed.length > 0) parts.push(`${listed(changed.map(report => report.year))} 年的报告改写“${name}”`);
  if (same.length > 0) parts.push(`${listed(same.map(report => report.year))} 年的仍写原来的名称`);
  if (kept.length > 0) parts.push(`${listed(kept.map(report => report.year))} 年的已经公布，一个字也不变`);
  return parts.length > 0 ? `${parts.join("；")}。` : "";
};

export class Renaming {
  // `settled` comes once nothing waits to be saved, to whether that is so; `renew` takes in what others changed.
  constructor({ settled, renew }) {
    Object.assign(this, { settled, renew });
    this.dialog = byId("rename");
    for (const name of ["rename-name", "rename-since"]) byId(name).addEventListener("input", () => this.tell());
    this.dialog.addEventListener("change", () => this.tell());
    this.dialog.querySelector("[data-close]").addEventListener("click", () => this.dialog.close());
    byId("rename-act").addEventListener("click", () => this.act());
    this.dialog.addEventListener("keydown", event => {
      if (event.key !== "Enter" || event.isComposing || event.target.localName !== "input") return;
      event.preventDefault();
      this.act();
    });
  }

  // The line of the agency's name among its fields.
  row() {
    const button = element("button", { type: "button" }, "改名");
    button.addEventListener("click", () => this.open());
    return element("div", { className: "field" },
      element("span", { className: "label" }, "名称"),
      element("p", { className: "with-button" }, element("strong", { id: "agency-name" }, store.state.naming.name), " ", button));
  }

  get isNew() { return this.dialog.querySelector("[name=rename-why]:checked").value === "new"; }

  open() {
    byId("rename-old").textContent = store.state.naming.name;
    byId("rename-name").value = "";
    byId("rename-since").value = store.state.year;
    say(byId("rename-fault"), "");
    this.tell();
    this.dialog.showModal();
    byId("rename-name").focus();
  }

  tell() {
    const name = byId("rename-name").value.trim();
    const since = yearOf(byId("rename-since").value);
    byId("rename-since").disabled = !this.isNew;
    byId("rename-told").textContent = name === "" || this.isNew && since === null ? "" : told(name, this.isNew ? since : null);
  }

  async act() {
    const fault = words => say(byId("rename-fault"), words);
    const since = this.isNew ? yearOf(byId("rename-since").value) : null;
    if (this.isNew && since === null) { fault("请写从哪个年度的报告起用新的名称，四位数字，如 2025。"); return; }
    if (!await this.settled()) { fault("还有内容没有保存，等最上面一行写着“已保存”，再点一次。"); return; }
    try {
      const change = { rename: byId("rename-name").value, since };
      const { status, answer } = await server.save({ base: store.state.base, changes: [change] });
      if (status === 200) { location.reload(); return; }
      if (status === 412) await this.renew();
      fault(status === 412 ? "刚才别处改了机关的内容，没有改名。请再点一次。" : typeof answer === "string" ? answer : "没有改名。");
    } catch {
      fault("连不上程序，没有改名。等连上了再点一次。");
    }
  }
}
