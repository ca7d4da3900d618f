// What became of it, or would: in words, one by one, with what can be done now. It gets the focus, so that nobody misses it.
import { button, byId, element } from "./dom.js";

// So many stand there of what is done; the others are folded away. Of what would be made all stand there: what folders are
// called stays for ever.
const SHOWN = 20;

// A button of the kind that the list has, too: whoever listens there makes the report.
const making = (text, { agency, year }) =>
  element("button", { type: "button", "data-make-report": agency, "data-year": year, "aria-label": `新建${text}${year}年年报` }, "新建");

const item = ({ text, note, href, offered }) =>
  element("li", {}, href ? element("a", { href }, text) : text, note ? element("span", { className: "note" }, `（${note}）`) : null,
    offered ? " " : null, offered ? making(text, offered) : null);

const list = items => element("ul", {}, ...items.map(item));

const group = shown => ({ title, items }) => {
  const [first, rest] = [items.slice(0, shown), items.slice(shown)];
  const folded = rest.length > 0 ? element("details", {}, element("summary", {}, `还有 ${rest.length} 个`), list(rest)) : null;
  return element("div", {}, element("h4", {}, `${title}：${items.length} 个`), list(first), folded);
};

const faults = wrong => element("ul", { className: "faults" },
  ...wrong.map(({ place, message }) => element("li", {}, place ? `${place}：${message}` : message)));

export class Outcome {
  constructor({ make, reports }) {
    this.make = make;
    this.reports = reports;
    this.place = byId("outcome");
  }

  hide() {
    this.place.hidden = true;
  }

  wait() {
    this.put("正在做，请稍等……", [], []);
  }

  // An answer of the program; `asked` is what has it made.
  show(answer, asked) {
    const { message = "", groups = [], wrong = [], steps = [], plan, next } = answer;
    const details = [
      wrong.length > 0 ? faults(wrong) : null,
      ...groups.map(group(plan ? Infinity : SHOWN)),
      steps.length > 0 ? element("h4", {}, "接下来") : null,
      steps.length > 0 ? element("ol", {}, ...steps.map(step => element("li", {}, step))) : null,
    ];
    const actions = [];
    if (plan && asked) {
      actions.push(button("照这样新建", () => this.make(asked.what, { ...asked.body, plan })));
      actions.push(button("不建", () => this.hide()));
    }
    if (next) actions.push(button(next.label, () => this.reports({ agencies: next.agencies, year: next.year })));
    this.put(message, details.filter(Boolean), actions);
    this.place.focus();
    this.place.scrollIntoView({ block: "nearest" });
  }

  put(message, details, actions) {
    this.place.hidden = false;
    byId("outcome-message").textContent = message;
    byId("outcome-details").replaceChildren(...details);
    byId("outcome-actions").replaceChildren(...actions);
  }
}
