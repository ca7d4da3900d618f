// 说明: why a finding that is no error stays as it is. Those who check the report read it; it is never published.
import { edit } from "./cells.js";
import { button, byId, element, say } from "./dom.js";
import { store } from "./store.js";

const keyOf = code => `reason|${code}`;

// Accepted no more.
const takeBack = code => edit([[keyOf(code), ""]], { focus: byId("findings") });

const ask = finding => {
  const dialog = byId("reason");
  const text = byId("reason-text");
  const same = store.judged.findings.filter(other => other.code === finding.code && other.acceptable);
  byId("reason-what").textContent = finding.message;
  byId("reason-count").textContent = same.length > 1
    ? `这份报告里这一类问题（${finding.code}）有 ${same.length} 处，一条说明管全部 ${same.length} 处；先每一处都看一看。` : "";
  text.value = store.value(keyOf(finding.code));
  say(byId("reason-fault"), "");
  const write = () => {
    const reason = text.value.trim();
    if (reason === "") { say(byId("reason-fault"), "请写明为什么可以这样。"); text.focus(); return; }
    dialog.close();
    edit([[keyOf(finding.code), reason]], { focus: byId("findings") });
  };
  byId("reason-write").onclick = write;
  text.onkeydown = event => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); write(); } };
  dialog.querySelector("[data-close]").onclick = () => dialog.close();
  dialog.showModal();
  text.focus();
};

// What can be done about a finding beside mending it; nothing where that is all.
export const reasonActs = finding => {
  const acts = [];
  if (finding.explains) acts.push(button("删去这条说明", () => takeBack(finding.explains)));
  if (finding.acceptable && !finding.accepted) acts.push(button("写说明", () => ask(finding)));
  if (finding.accepted) acts.push(button("改说明", () => ask(finding)), button("收回说明", () => takeBack(finding.code)));
  return acts.length > 0 ? element("p", { className: "acts" }, ...acts) : null;
};
