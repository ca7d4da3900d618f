// What Word and WPS put on the clipboard: paragraphs that are items of lists, marks of lists as text, what was struck or hidden.
import { styleOf } from "./dom.js";

const BULLETS = /^[•·●○■□◆◇▪▫➢➤►▶✓✔◎★☆§Øüln](?=[\s\u00A0\u3000])|^[•●○■□◆◇▪▫➢➤►▶✓✔◎★☆]/;
const HAN = "[一二三四五六七八九十]{1,3}";
const NUMBER = /^(?:\d{1,3}[.．、)）](?!\d)|[a-zA-Z][.)])/;
const OFFICIAL = new RegExp(`^(?:[（(]${HAN}[）)]|${HAN}[、.．])`);

export const isGone = node => ["script", "style", "del", "title", "meta", "link", "noscript", "template"].includes(node.localName)
  || /^none$/.test(styleOf(node, "display")) || /^all$/.test(styleOf(node, "mso-hide")) || /^hidden$/.test(styleOf(node, "visibility"))
  || node.hasAttribute("hidden");

// Ways through a page, its foot and its buttons.
export const isAround = node => ["nav", "footer", "button", "select", "textarea", "input", "iframe"].includes(node.localName)
  || ["navigation", "contentinfo", "search", "menu", "menubar", "toolbar"].includes(node.getAttribute("role"));

// The mark that Word puts before an item, which is no text of ours.
const isMark = node => /ignore/.test(styleOf(node, "mso-list"));

export const takeMark = paragraph => {
  const marks = [...paragraph.querySelectorAll("*")].filter(isMark);
  const text = marks.map(mark => mark.textContent).join("").replace(/[\s\u00A0\u3000]+/g, "");
  marks.forEach(mark => mark.remove());
  return text;
};

// Whether a paragraph is an item of a list and on which level, from 0.
export const levelOf = paragraph => {
  const found = /level(\d)/.exec(styleOf(paragraph, "mso-list"));
  if (found) return Number(found[1]) - 1;
  return /MsoList|List\s?Paragraph|ListParagraph/.test(paragraph.className) ? 0 : null;
};

// What a mark makes of a paragraph: numbers of the official kind stay text, for they are headings.
export const kindOf = mark => {
  if (mark === "") return null;
  if (OFFICIAL.test(mark)) return "text";
  return NUMBER.test(mark) || /^[（(]?\d/.test(mark) || /^[①-⑳]/.test(mark) ? "ol" : "ul";
};

// A bullet that was typed at the beginning of a text; its length.
export const typedBullet = text => BULLETS.exec(text)?.[0].length ?? 0;

export const sectionHeading = text => {
  const found = new RegExp(`^([一二三四五六])[、.．]\\s*(.{2,40})$`).exec(text);
  return found ? { numeral: found[1], heading: found[2].replace(/[\s\u3000]/g, "") } : null;
};

// The level of a sub-heading that a line is, by its number and because no sentence ends in it; with the number left out.
export const subHeading = (text, isHeading) => {
  const short = text.length <= 40 && !/[。；;：:！？]/.test(text.slice(0, -1)) && !/[。；;，,：:]$/.test(text);
  const patterns = [
    ["h3", new RegExp(`^[（(]${HAN}[）)]\\s*`), true],
    ["h4", /^\d{1,2}[.．、]\s*(?!\d)/, isHeading],
    ["h5", /^[（(]\d{1,2}[）)]\s*/, isHeading],
  ];
  for (const [name, pattern, taken] of patterns) {
    const found = pattern.exec(text);
    if (found && short && taken && text.length > found[0].length) return { name, cut: found[0].length };
  }
  return null;
};
