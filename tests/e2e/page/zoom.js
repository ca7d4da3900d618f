() => {
  const wrong = [];
  const say = (what, element) => wrong.push(`${what}: ${element.outerHTML.slice(0, 160).replaceAll("\n", " ")}`);
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) {
    const edge = root.clientWidth;
    const widest = [...document.body.querySelectorAll("*")].filter(element => !element.closest(".table-scroll"))
      .find(element => element.getBoundingClientRect().right > edge + 1);
    say(`the page scrolls sideways, ${root.scrollWidth} of ${edge}`, widest ?? document.body);
  }
  const hidden = element => !element.checkVisibility() || element.closest("svg, caption, .bars thead");
  for (const element of document.body.querySelectorAll("*")) {
    if (hidden(element) || element.clientWidth <= 1) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const wide = element.scrollWidth > element.clientWidth + 1;
    const high = element.scrollHeight > element.clientHeight + 1;
    if (/hidden|clip/.test(overflowX) && wide || /hidden|clip/.test(overflowY) && high) say("cut off", element);
    if (/auto|scroll/.test(overflowX) && wide && !element.matches(".table-scroll")) say("scrolls sideways", element);
  }
  const lines = text => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
  };
  for (const cell of document.querySelectorAll("td")) {
    if (hidden(cell)) continue;
    if (cell.scrollWidth > cell.clientWidth + 1) say("a cell cuts its figure off", cell);
    const figure = cell.firstChild;
    if (figure?.nodeType === Node.TEXT_NODE && /^[\d,.]+$/.test(figure.data) && lines(figure) > 1) say("a figure is broken", cell);
  }
  // The headings that stay in place leave room for the figures.
  for (const region of document.querySelectorAll(".table-scroll:has(.form-3)")) {
    const kept = [...region.querySelectorAll("tbody tr:nth-child(5) > th, tbody tr:nth-child(3) > th.at-1")];
    const width = kept.reduce((sum, heading) => sum + heading.offsetWidth, 0);
    if (width > 0.6 * region.clientWidth) say(`headings take ${width} of ${region.clientWidth}`, region);
  }
  return wrong;
}
