// What the page asks of the program.

const TIMEOUT = 60_000;
let token = document.querySelector("meta[name=nianbao-token]")?.content ?? "";

const address = name => new URL(name, location.href.replace(/[?#].*$/, "").replace(/([^/])$/, "$1/"));

const send = (name, body, options = {}) => fetch(address(name), {
  method: "POST",
  headers: { "Content-Type": "application/json", "X-Nianbao-Token": token },
  body: JSON.stringify(body),
  ...options,
});

// A program that was started anew has another token: the page that it serves now tells it.
const renewToken = async () => {
  const response = await fetch(location.href);
  if (!response.ok) return false;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const now = page.querySelector("meta[name=nianbao-token]")?.content;
  const changed = now !== undefined && now !== token;
  if (changed) token = now;
  return changed;
};

const post = async (name, body) => {
  const ask = () => send(name, body, { signal: AbortSignal.timeout?.(TIMEOUT) });
  const response = await ask();
  return response.status === 403 && await renewToken() ? ask() : response;
};

export const server = {
  async state() {
    const response = await fetch(address("state"));
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  },
  async judge(body) {
    const response = await post("judge", body);
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  },
  // The status, and what came with it: the new state, or why not.
  async save(body) {
    const response = await post("save", body);
    const isJson = response.headers.get("Content-Type")?.includes("json");
    return { status: response.status, answer: isJson ? await response.json() : await response.text() };
  },
  // Has something made: the status, and what came of it.
  async make(what, body) {
    const response = await post(`new/${what}`, body);
    const isJson = response.headers.get("Content-Type")?.includes("json");
    return { status: response.status, answer: isJson ? await response.json() : { message: await response.text() } };
  },
  // Adds a picture: the status, and what its file is called, or why not.
  async picture(body) {
    const response = await post("picture", body);
    const isJson = response.headers.get("Content-Type")?.includes("json");
    return { status: response.status, answer: isJson ? await response.json() : await response.text() };
  },
  // Takes a picture away that no text shows.
  async takeAway(file) {
    const response = await post("spare", { file });
    const isJson = response.headers.get("Content-Type")?.includes("json");
    return { status: response.status, answer: isJson ? await response.json() : await response.text() };
  },
  // Sent even though the page is being left; too long ones browsers refuse, and they stay in the draft.
  part(body) {
    try { send("save", body, { keepalive: true }).catch(() => {}); } catch { /* The draft has it. */ }
  },
};
