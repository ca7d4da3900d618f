() => {
  const wrong = [];
  const active = document.activeElement;
  const told = active.outerHTML.slice(0, 120).replaceAll("\n", " ");
  const expected = window.stops[AT];
  if (active !== expected) wrong.push(`${told} instead of ${expected.outerHTML.slice(0, 120).replaceAll("\n", " ")}`);
  const { outlineStyle, outlineWidth } = getComputedStyle(active);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) wrong.push(`${told} does not show that it is reached`);
  const boxes = [...active.getClientRects()].map(box => ({
    left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth), top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight),
  }));
  const seen = boxes.some(({ left, right, top, bottom }) => {
    if (right <= left || bottom <= top) return false;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return hit !== null && (active.contains(hit) || hit.contains(active));
  });
  if (!seen) wrong.push(`${told} is out of sight or covered`);
  return wrong;
}
