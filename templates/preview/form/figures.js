// Figures as people type them: full-width digits, thousands set off by commas or spaces, spaces around.

const WIDE = /[\uFF0B\uFF0D\uFF0E\uFF0C\uFF10-\uFF19]/g;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SPACED = /^[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?$/;
const ROUGH = /^[约近超逾]?\d[\d,.]*(?:[余多万亿件条个次项份宗人元]|左右|以上)+$/;

export const halfWidth = text => text.replace(WIDE, mark => String.fromCharCode(mark.charCodeAt(0) - 0xFEE0));

const isNumber = text => /^[+-]?\d+(?:\.\d+)?$/.test(text);

// What is certainly a figure is written plainly; all else stays as it was typed, for the check to tell: 7 2 may be two figures.
export const plain = text => {
  const trimmed = text.replace(/[\s\u3000\u200B\uFEFF]+/g, " ").trim();
  const narrow = halfWidth(trimmed);
  if (GROUPED.test(narrow) || SPACED.test(narrow)) return narrow.replace(/[, ]/g, "");
  return isNumber(narrow) ? narrow : trimmed;
};

// A figure as tables print it, with its unit and its remark behind it: 16（其中修订2件）, 3件. What is no such thing is the figure as it
// stands.
export const withRemark = text => {
  const [, front, remark] = /^([^（(]+)[（(](.+)[)）]$/s.exec(text.trim()) ?? [null, text, ""];
  const figure = plain(halfWidth(front).trim().replace(/(\d)\s*件$/, "$1"));
  return isNumber(figure) ? { figure, remark: remark.replace(/\s+/g, " ").trim() } : { figure: plain(text), remark: "" };
};

// Whether a text stands where a figure stands: one, or what forms print for none.
export const isFigure = text => isNumber(withRemark(text).figure) || /^(?:[/／—–-]+|无)$/.test(text.trim());

// Whether somebody wrote a text where a figure belongs, although it may be none: 300余, 约300件, 12.3万元. It goes there, for the check to
// tell, and never is a name.
export const isMeantAsFigure = text => isFigure(text) || ROUGH.test(halfWidth(text).replace(/\s/g, ""));
