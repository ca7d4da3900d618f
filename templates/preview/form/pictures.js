// A picture for the text: chosen or pasted, with words for those who do not see it. The program keeps it as a file of the report.
import { byId, say } from "./dom.js";
import { fileContent } from "./files.js";
import { server } from "./server.js";

const LARGEST = 10 * 1024 * 1024;
const WHY = "图片可以移动、删去，可以改文字说明；换一张，就删去它，再放一张。";

const escaped = text => text.replace(/\s+/g, " ").trim().replace(/[\\*_`[\]<&{}~]/g, "\\$&");
const unescaped = text => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");

// What the words and the file of a picture's source are; nothing where it says more.
export const pictureOf = source => {
  const found = /^!\[((?:\\.|[^\]\\])*)\]\(([^\s()<>]+)\)\s*$/.exec(source);
  return found ? { alt: unescaped(found[1]), file: found[2] } : null;
};

const sourceOf = ({ alt, file }) => `![${escaped(alt)}](${file})`;

// A picture as a block of the text; `src` shows it until the program does.
export const pictureBlock = ({ alt, file, src }) => {
  const figure = document.createElement("figure");
  const image = figure.appendChild(document.createElement("img"));
  image.setAttribute("src", src ?? file);
  image.alt = alt;
  return { kind: "other", editable: false, source: sourceOf({ alt, file }), html: figure.outerHTML, why: WHY };
};

// The picture that a page carries within itself, as a file; nothing where it is elsewhere.
export const carriedFile = src => {
  const found = /^data:image\/(png|jpe?g|svg\+xml);base64,([A-Za-z0-9+/=\s]+)$/i.exec(src ?? "");
  if (!found || found[2].length > LARGEST * 1.4) return null;
  try {
    const bytes = Uint8Array.from(atob(found[2].replace(/\s+/g, "")), letter => letter.charCodeAt(0));
    return new File([bytes], `图.${found[1].replace("svg+xml", "svg")}`, { type: `image/${found[1]}` });
  } catch { return null; }
};

// Has it kept by the program: the file's name with what shows it, or why not.
const keep = async file => {
  if (file.size > LARGEST) return { fault: "这张图片超过 10 MB。请用看图软件缩小，另存一份再放。" };
  const content = await fileContent(file).catch(() => null);
  if (content === null) return { fault: "读不了这个文件：可能刚刚改过名、移走了。请再选一次。" };
  const { status, answer } = await server.picture({ name: file.name, content });
  if (status !== 200) return { fault: typeof answer === "string" ? answer : "图片没有放进来。" };
  return { file: answer.file, src: `data:${file.type || "image/png"};base64,${content}` };
};

// Asks for a picture and its words; comes to nothing where somebody would rather not. A picture that `is` there already keeps its file.
export const pickPicture = ({ file = null, is = null, told = "" } = {}) => new Promise(resolve => {
  const [dialog, input, alt, shown] = [byId("picture"), byId("picture-file"), byId("picture-alt"), byId("picture-shown")];
  const fault = (words, tone) => say(byId("picture-fault"), words, tone);
  let [chosen, busy, picked] = [file, false, null];
  const show = () => {
    const [image] = shown.children;
    shown.hidden = !chosen;
    if (!chosen) return;
    fileContent(chosen).then(content => { image.src = `data:${chosen.type || "image/png"};base64,${content}`; }, () => { shown.hidden = true; });
  };
  const act = async () => {
    const words = alt.value.trim();
    if (busy) return;
    if (!chosen && !is) { fault("请先选一张图片。"); input.focus(); return; }
    if (words === "") { fault("请写一句文字说明：图上是什么。看不见图的人靠它知道，它也印在图的下面。"); alt.focus(); return; }
    busy = true;
    fault("正在放，请稍等", "plain");
    const kept = is ?? await keep(chosen).catch(() => ({ fault: "连不上程序，图片没有放进来。等连上了再点一次。" }));
    busy = false;
    if (kept.fault) { fault(kept.fault); return; }
    picked = { ...kept, alt: words };
    dialog.close();
    resolve(picked);
  };
  byId("picture-told").textContent = told;
  byId("picture-choose").hidden = Boolean(file || is);
  byId("picture-act").textContent = is ? "改" : "放进来";
  input.value = "";
  alt.value = is?.alt ?? "";
  fault("");
  show();
  input.onchange = () => { [chosen] = input.files; show(); };
  byId("picture-act").onclick = act;
  alt.onkeydown = event => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); act(); } };
  dialog.querySelector("[data-close]").onclick = () => dialog.close();
  dialog.addEventListener("close", () => resolve(picked), { once: true });
  dialog.showModal();
  (file || is ? alt : input).focus();
});
