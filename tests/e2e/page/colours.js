() => {
  const wrong = [];
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const of = (element, name) => getComputedStyle(element)[name];
  const [pressed, other] = document.querySelectorAll(".settings button");
  pressed.ariaPressed = "true";
  other.ariaPressed = "false";
  if (of(pressed, "backgroundColor") === of(other, "backgroundColor")) wrong.push("a pressed button looks like any other");
  const [here, there] = [document.querySelector(".chips strong"), document.querySelector(".chips a")];
  if (here && of(here, "backgroundColor") === of(there, "backgroundColor")) wrong.push("the year of the page looks like any other");
  for (const shape of document.querySelectorAll("main svg rect")) {
    if (of(shape, "fill") === paper) wrong.push(`invisible: ${shape.outerHTML}`);
  }
  for (const cell of document.querySelectorAll(".form td, .form th")) {
    if (of(cell, "color") === paper || of(cell, "borderRightColor") === paper) wrong.push(`invisible: ${cell.outerHTML.slice(0, 80)}`);
  }
  return wrong;
}
