() => {
  const wrong = [];
  const say = (what, element) => wrong.push(element ? `${what}: ${element.outerHTML.slice(0, 160).replaceAll("\n", " ")}` : what);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)].filter(element => element.checkVisibility());

  if (document.documentElement.lang !== "zh-CN") say(`the language is ${document.documentElement.lang}`);
  if (document.title.trim() === "") say("no title");
  const viewport = document.querySelector("meta[name=viewport]")?.content ?? "";
  if (!viewport.includes("width=device-width") || /user-scalable|maximum-scale/.test(viewport)) say(`the viewport is ${viewport}`);
  for (const place of ["main", "body > header", "h1"]) {
    if (document.querySelectorAll(place).length !== 1) say(`not one ${place}`);
  }

  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.localName[1]);
    if (own > level + 1) say(`below h${level}`, heading);
    if (heading.textContent.trim() === "") say("a heading without text", heading);
    level = own;
  }

  const known = new Set();
  for (const element of document.querySelectorAll("[id]")) {
    if (known.has(element.id)) say("an id that stands twice", element);
    known.add(element.id);
  }
  for (const element of document.querySelectorAll("[tabindex]")) if (element.tabIndex > 0) say("before its turn", element);
  for (const image of document.querySelectorAll("img")) if (!image.alt) say("a picture without words", image);
  for (const link of all("a")) {
    const text = (link.getAttribute("aria-label") ?? link.textContent).trim() || link.querySelector("img")?.alt || "";
    if (text === "" || /^(点击|点此|这里|此处|更多|详情|链接)/.test(text)) say("a link that does not say where it leads", link);
    if (!link.hasAttribute("href")) say("a link to nowhere", link);
  }
  for (const control of all("button, input, select")) {
    if (!(control.textContent.trim() || control.labels?.length)) say("a control without a name", control);
  }
  for (const nav of all("nav")) {
    if (!nav.hasAttribute("aria-label") && !nav.hasAttribute("aria-labelledby")) say("navigation without a name", nav);
  }
  for (const table of all("table")) {
    if (!table.caption && !table.hasAttribute("aria-labelledby") && !table.closest("[aria-label]")) say("a table without a name", table);
    if (!table.querySelector("th[scope]")) say("a table without headings", table);
    for (const heading of table.querySelectorAll("th:not([scope])")) say("a heading of nothing", heading);
  }

  // WCAG 2.5.8: 24 × 24 pixels, but for links within a sentence and what keeps its distance from others.
  const targets = all("a[href], button, input, select, summary");
  const within = element => element.localName === "a" && getComputedStyle(element).display === "inline"
    && element.parentElement.textContent.trim() !== element.textContent.trim();
  const box = element => element.getBoundingClientRect();
  const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
  const outside = ([x, y], { left, right, top, bottom }) => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  for (const target of targets.filter(target => !within(target) && !target.matches(".skip"))) {
    const own = box(target);
    if (own.width >= 24 && own.height >= 24) continue;
    const near = targets.find(other => other !== target && outside(middle(own), box(other)) < 12);
    if (near) say(`too small to tap, ${own.width} × ${own.height}`, target);
  }
  // What a thumb on a phone meets most, as WCAG 2.5.5 would have it.
  if (innerWidth < 600) {
    for (const control of all(".settings button, .contents a, .tools button, .to-contents, form.search button, form.search input")) {
      if (box(control).height < 43.5) say(`too small for a thumb, ${box(control).height}`, control);
    }
  }
  return wrong;
}
