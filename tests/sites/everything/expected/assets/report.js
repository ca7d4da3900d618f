// Passing a report on: its citation, its address, paper. The page is complete without this file.
(() => {
  "use strict";
  const button = name => document.querySelector(`button[data-${name}]`);
  const status = document.querySelector(".tools [role=status]");

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-");
  };

  const copy = async text => {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = "已复制";
    } catch {
      status.textContent = "浏览器不让复制，请选中文字后复制";
    }
  };

  button("copy").addEventListener("click", event => {
    const citation = document.getElementById(event.target.dataset.copy);
    copy(citation.textContent.replace("[引用日期]", `[${today()}]`));
  });

  button("share").addEventListener("click", async () => {
    const url = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/#.*/, "");
    if (!navigator.share) return copy(url);
    try {
      await navigator.share({ title: document.title, url });
    } catch { /* The reader thought better of it. */ }
  });

  button("print").addEventListener("click", () => print());
})();
