// What was found: in a list, and at the cells that are wrong, with those they are compared with in a second tone.
import { byId, element } from "./dom.js";
import { reasonActs } from "./reasons.js";
import { store } from "./store.js";
import { sentenceAt } from "./words.js";

const GRADES = { error: "错误", warning: "警告", hint: "提示" };
const FEW = 8;
const ORDER = ["error", "warning", "hint"];

const gradeOf = finding => finding.accepted ? "accepted" : finding.severity;
const idOf = at => `finding-${at + 1}`;

// The sentence of a section that a finding is about; nothing where it is about all of it.
const sentence = (finding, section) => {
  const source = section.blocks.find(block => block.id === finding.block)?.source;
  if (source === undefined) return "";
  return `：“${sentenceAt(source, finding.from ?? 0, finding.to ?? [...source].length)}”`;
};

// Where a finding leads, and what that is called.
const place = (finding, sections) => {
  const [path, ...others] = finding.cells ?? [];
  const cell = path ? byId(path) : null;
  if (cell) {
    const name = cell.getAttribute("aria-label") ?? cell.parentElement.dataset.label ?? path;
    return { href: `#${path}`, text: others.length > 0 ? `${name}等 ${others.length + 1} 格` : name };
  }
  if (finding.field) return { href: `#field-${finding.field}`, text: finding.field };
  const section = sections.find(section => section.id === finding.section);
  if (!section) return null;
  const text = `${section.title}${sentence(finding, section)}`;
  return { href: `#text-${section.id}`, text, section: section.id, block: finding.block, from: finding.from };
};

// A link to where a finding stands; nothing where the form does not show that.
const linkTo = (finding, sections, go) => {
  const to = place(finding, sections);
  const link = to && element("a", { href: to.href }, to.text);
  link?.addEventListener("click", event => { if (go(to)) event.preventDefault(); });
  return link;
};

// Findings in short below each other: where, and what. More than a few are folded away.
export const showShortly = (list, findings, { sections }, go) => {
  const isOpen = Boolean(list.querySelector("details")?.open);
  const items = findings.map(finding => {
    const link = linkTo(finding, sections, go);
    return element("li", {}, ...link ? [link, "："] : [], finding.message);
  });
  const rest = items.splice(FEW);
  if (rest.length > 0) {
    const summary = element("summary", {}, `还有 ${rest.length} 处`);
    items.push(element("li", {}, element("details", { open: isOpen }, summary, element("ul", {}, ...rest))));
  }
  list.replaceChildren(...items);
};

// What the form does not show is for others to mend, who are told where.
const elsewhere = ({ place }) => `这一处不在这一页上改，请告诉政务公开办：${place}`;

const item = (finding, at, sections, go) => {
  const grade = gradeOf(finding);
  const link = linkTo(finding, sections, go);
  return element("li", { id: idOf(at), className: `finding ${grade}` },
    element("p", { className: "what" },
      element("strong", {}, finding.accepted ? "已说明" : GRADES[finding.severity]), " ", finding.message, " ",
      finding.manual
        ? element("a", { className: "code", href: finding.manual, target: "_blank", "aria-label": `${finding.code}的说明` }, finding.code)
        : element("span", { className: "code" }, finding.code)),
    finding.accepted ? element("p", { className: "help" }, `理由：${finding.reason}`) : null,
    finding.help && !finding.accepted ? element("p", { className: "help" }, `怎样改：${finding.help}`) : null,
    link || finding.place ? element("p", { className: "where" }, link ?? elsewhere(finding)) : null,
    store.state.readonly && !store.state.correction ? null : reasonActs(finding));
};

const clear = () => {
  for (const marked of document.querySelectorAll(".wrong, .operand")) {
    marked.classList.remove("wrong", "operand", ...ORDER);
    marked.querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
  }
  for (const described of document.querySelectorAll("[data-describes]")) {
    if (described.dataset.hint) described.setAttribute("aria-describedby", described.dataset.hint);
    else described.removeAttribute("aria-describedby");
    delete described.dataset.describes;
  }
};

const describe = (target, id) => {
  target.dataset.describes = `${target.dataset.describes ?? ""} ${id}`.trim();
  target.setAttribute("aria-describedby", `${target.dataset.hint ?? ""} ${target.dataset.describes}`.trim());
};

const mark = (finding, at) => {
  if (finding.accepted) return;
  for (const path of finding.cells ?? []) {
    const target = byId(path);
    target?.parentElement.classList.add("wrong", finding.severity);
    if (!target) continue;
    describe(target, idOf(at));
    if (finding.severity === "error" && target.localName === "input") target.setAttribute("aria-invalid", "true");
  }
  for (const path of finding.operands ?? []) byId(path)?.parentElement.classList.add("operand");
  const field = finding.field ? byId(`field-${finding.field}`) : null;
  if (!field) return;
  (field.closest(".field") ?? field.parentElement).classList.add("wrong", finding.severity);
  describe(field, idOf(at));
  if (finding.severity === "error") field.setAttribute("aria-invalid", "true");
};

const counted = counts => {
  const some = ORDER.map(grade => [grade, counts[`${grade}s`] ?? 0]).filter(([, count]) => count > 0);
  if (some.length === 0) return [element("span", { className: "count good" }, "没有发现问题")];
  return some.map(([grade, count]) => element("span", { className: `count ${grade}` }, `${GRADES[grade]} ${count}`));
};

// Those of an address of a cell, for the strip that tells of it.
export const ofCell = (state, path) => (state?.findings ?? []).filter(finding =>
  !finding.accepted && [...finding.cells ?? [], ...finding.operands ?? []].includes(path));

export const showFindings = (state, go) => {
  const rank = finding => finding.accepted ? ORDER.length : ORDER.indexOf(finding.severity);
  const findings = [...state.findings].sort((one, other) => rank(one) - rank(other));
  clear();
  byId("counts").replaceChildren(...counted(state.counts));
  byId("findings").replaceChildren(...findings.map((finding, at) => item(finding, at, state.sections, go)));
  findings.forEach(mark);
};
