// Hears that something was saved elsewhere. Only a page that is looked at listens: a browser keeps few connections to a server.
export const listen = heard => {
  let events;
  const open = () => {
    events ??= new EventSource("/_preview/events");
    events.onmessage = heard;
  };
  const close = () => {
    events?.close();
    events = undefined;
  };
  document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
  addEventListener("pagehide", close);
  addEventListener("pageshow", ({ persisted }) => { if (persisted) open(); });
  if (!document.hidden) open();
};
