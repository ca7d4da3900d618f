// Elements, always made piece by piece: nothing that came from elsewhere is ever read as markup of this page.

export const byId = id => document.getElementById(id);

export const element = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "className" || key in made && !key.startsWith("aria")) made[key] = value;
    else if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
};

// A button that does something.
export const button = (text, act, properties = {}) => {
  const made = element("button", { type: "button", ...properties }, text);
  made.addEventListener("click", act);
  return made;
};

// Calls `act` once nothing has called for `pause` ms; `now` does so at once if it is due.
export const later = (act, pause) => {
  let timer;
  const run = () => { timer = undefined; act(); };
  return {
    soon() { clearTimeout(timer); timer = setTimeout(run, pause); },
    now() { if (timer !== undefined) { clearTimeout(timer); run(); } },
    never() { clearTimeout(timer); timer = undefined; },
  };
};

// The markup as a document of its own, in which no script runs and nothing is loaded. Its styles are read by us alone.
export const parsed = html => {
  const bare = html.replace(/<style[\s>][^]*?<\/style>/gi, "")
    .replace(/<[a-z][^<>]*>/gi, tag => tag.replace(/(\s)style(\s*=)/gi, "$1data-style$2"));
  return new DOMParser().parseFromString(bare, "text/html").body;
};

// A property among those that an element of such a document has as its style.
export const styleOf = (node, property) => {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, "i").exec(node.dataset?.style ?? "");
  return found ? found[1].trim().toLowerCase() : "";
};

// Says something at a place, or nothing any more. What somebody has to look at stands out, what went well (`good`) and what only
// tells how things are (`plain`) does not.
export const say = (place, text, tone = "doubt") => {
  place.textContent = text;
  place.dataset.tone = tone;
  place.hidden = text === "";
};
