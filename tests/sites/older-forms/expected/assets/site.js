// Large text and dark pages. Every page is complete without this file.
(() => {
  "use strict";
  const page = document.documentElement;
  const remembered = {
    get(name) { try { return localStorage.getItem(`nianbao-${name}`); } catch { return null; } },
    set(name, value) { try { localStorage.setItem(`nianbao-${name}`, value); } catch { /* Not remembered, then. */ } },
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // A script in the page has done so before anything was painted, unless a server's own policy forbids it.
  for (const name of ["text", "theme"]) {
    const chosen = remembered.get(name);
    if (chosen) page.dataset[name] = chosen;
  }

  const isOn = (name, value) => name === "theme" && !page.dataset.theme ? dark.matches : page.dataset[name] === value;

  const settings = () => {
    const buttons = [...document.querySelectorAll("button[data-setting]")];
    const show = () => buttons.forEach(button =>
      button.setAttribute("aria-pressed", isOn(button.dataset.setting, button.dataset.value)));
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const { setting, value } = button.dataset;
        const off = setting === "theme" ? "light" : "normal";
        const chosen = isOn(setting, value) ? off : value;
        remembered.set(setting, chosen);
        page.dataset[setting] = chosen;
        show();
      });
    }
    dark.addEventListener("change", show);
    show();
    for (const part of document.querySelectorAll(".settings, [data-needs-script]")) part.hidden = false;
  };

  settings();
})();
