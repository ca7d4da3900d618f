// Whoever prints the form is told where the PDF is: paper leads nowhere.
import { byId } from "./dom.js";

export const attachPrinting = () => {
  const place = byId("print-address");
  place.textContent = decodeURI(new URL(place.textContent, location.href).href);
};
