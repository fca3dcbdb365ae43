// The widgets on a page of their own, as a page of the editor calls them; what they write is kept in `saved`.

import { listen } from "/static/js/editor/reference.js";
import { enhance } from "/static/js/editor/widgets.js";

globalThis.saved = [];
document.addEventListener("input", ({ target }) => target.matches(".typed > textarea") && globalThis.saved.push(target.value));

/** A paste into what has the focus; like any made event, only what the page itself does with it happens. */
globalThis.paste = (text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
};

/** Milliseconds until what `act` did is drawn. */
globalThis.timed = async (act) => {
  const start = performance.now();
  act();
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  return performance.now() - start;
};

enhance();
listen();
document.documentElement.dataset.ready = "true";
