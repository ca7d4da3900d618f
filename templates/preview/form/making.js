// Has agencies and reports made: told first, then made as it was told, and the list shows them.
import { byId } from "./dom.js";
import { fileContent, LARGEST } from "./files.js";
import { Outcome } from "./outcome.js";
import { renewList } from "./renewing.js";
import { server } from "./server.js";

const FAILED = "连不上程序，不知道建好了没有。请看看 nianbao serve 是不是还在运行，再刷新这一页。";
let renewed = () => {};
let busy = false;

const outcome = new Outcome({ make: (what, body) => run(() => carryOut(what, body)), reports: body => run(() => reports(body)) });

// One thing at a time: a second press while the first is at work does nothing.
const run = async act => {
  if (busy) return;
  busy = true;
  outcome.wait();
  try {
    await act();
  } catch {
    outcome.show({ message: FAILED });
  } finally {
    busy = false;
  }
};

// Makes what was shown. Where that has changed meanwhile, it is shown anew.
const carryOut = async (what, body) => {
  const { status, answer } = await server.make(what, body);
  if (status === 412) answer.message = `刚才又有改动，什么都没有建，请再看一遍。${answer.message}`;
  outcome.show(answer, { what, body });
  // Nobody waits for the list to go on.
  if (answer.done) renewList().then(renewed, () => {});
  return answer;
};

// What it comes to; made at once where there is nothing to look at before.
const tell = async (what, body, { atOnce = false } = {}) => {
  const { answer } = await server.make(what, body);
  if (atOnce && answer.plan && !answer.ask) return carryOut(what, { ...body, plan: answer.plan });
  outcome.show(answer, { what: what === "list" ? "agencies" : what, body: what === "list" ? listed(answer) : body });
  return answer;
};

const listed = ({ rows, unused, others }) => ({ rows, unused, others });

// Of one agency at once; of all after a look.
const reports = body => tell("reports", body, { atOnce: body.agencies !== null });

const clearFaults = form => {
  for (const fault of form.querySelectorAll(".fault")) fault.textContent = "";
  for (const field of form.elements) field.removeAttribute("aria-invalid");
};

// What is wrong at its field, which gets the focus.
const showFaults = (form, wrong) => {
  let first;
  for (const { about, message } of wrong ?? []) {
    const field = form.elements.namedItem(about);
    if (!field) continue;
    field.setAttribute("aria-invalid", "true");
    byId(`${field.id}-fault`).textContent = message;
    first ??= field;
  }
  first?.focus();
};

const text = (form, name) => form.elements.namedItem(name).value.trim();

const submitters = {
  async reports(form) {
    const year = text(form, "年度").normalize("NFKC").replace(/年$/, "");
    if (!/^\d{4}$/.test(year)) return showFaults(form, [{ about: "年度", message: "请写四位数字，如 2025。" }]) ?? outcome.hide();
    const choice = form.elements.namedItem("机关").selectedOptions[0];
    const agencies = choice.hasAttribute("data-all") ? null : [choice.value];
    const answer = await reports({ agencies, year: Number(year) });
    showFaults(form, answer.wrong);
  },
  async agency(form) {
    const names = ["名称", "简称", "上级", "类别", "电话", "文件夹"];
    const row = Object.fromEntries(names.map(name => [name, text(form, name)]));
    const answer = await tell("agencies", { rows: [row] }, { atOnce: true });
    if (answer.done) form.reset();
    showFaults(form, answer.wrong);
  },
  async list(form) {
    const [file] = form.elements.namedItem("名单").files;
    const refuse = message => { showFaults(form, [{ about: "名单", message }]); outcome.hide(); };
    if (!file) return refuse("请先选一个文件。");
    if (file.size > LARGEST) return refuse("这个文件超过 1.4 MB，不像名单；请只留名单那一张表，另存一份再选。");
    const content = await fileContent(file).catch(() => null);
    if (content === null) return refuse("读不了这个文件：可能刚刚改过名、移走了，或者正在别的程序里改。请再选一次。");
    await tell("list", { name: file.name, content });
  },
};

export const attachMaking = afterwards => {
  renewed = afterwards;
  for (const form of document.querySelectorAll("form[data-make]")) {
    form.addEventListener("submit", event => {
      event.preventDefault();
      clearFaults(form);
      run(() => submitters[form.dataset.make](form));
    });
  }
  document.addEventListener("click", event => {
    const button = event.target.closest?.("button[data-make-report]");
    if (button) run(() => reports({ agencies: [button.dataset.makeReport], year: Number(button.dataset.year) }));
  });
};
