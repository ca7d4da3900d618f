// The page as it will be, beside the form. It renews itself when something was saved.
import { byId } from "./dom.js";

const WIDE = matchMedia("(min-width: 75rem)");
const NAME = "nianbao-form-beside";
const remembered = () => { try { return localStorage.getItem(NAME); } catch { return null; } };
const remember = value => { try { localStorage.setItem(NAME, value); } catch { /* Not remembered, then. */ } };

export const attachBeside = () => {
  const [frame, beside, button] = [byId("frame"), byId("beside-page"), byId("show-beside")];
  let wanted = remembered() !== "no";
  const show = () => {
    const shown = wanted && WIDE.matches;
    beside.hidden = !shown;
    button.hidden = !WIDE.matches;
    button.setAttribute("aria-pressed", String(shown));
    document.body.classList.toggle("with-page", shown);
    if (shown && !frame.src) frame.src = frame.dataset.src;
  };
  // It shows the part that is being filled in.
  let part;
  document.addEventListener("focusin", event => {
    const now = event.target.closest("[data-part]")?.dataset.part;
    if (!now || now === part || beside.hidden) return;
    part = now;
    const there = frame.contentDocument?.getElementById(`section-${"一二三四五六".indexOf(now) + 1}`);
    if (there) frame.contentWindow.scrollTo({ top: there.getBoundingClientRect().top + frame.contentWindow.scrollY - 16 });
  });
  button.addEventListener("click", () => {
    wanted = !wanted;
    remember(wanted ? "yes" : "no");
    show();
  });
  WIDE.addEventListener("change", show);
  show();
};
