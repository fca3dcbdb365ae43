// Items used before, offered while typing. Where the server cannot be reached there are simply none.

import { make } from "./dom.js";

const PAUSE = 200;
let lists = 0;

/** A datalist filled from `url?q=…`, which answers {"items": [...]}; null without a `url`. */
export function suggestions(url) {
  if (!url) return null;
  lists += 1;
  const list = make("datalist", { id: `suggested-items-${lists}` });
  let waiting = 0;
  let asked = "";

  async function fill(query) {
    asked = query;
    try {
      const answer = await fetch(`${url}?${new URLSearchParams({ q: query })}`, { headers: { Accept: "application/json" } });
      const { items } = answer.ok ? await answer.json() : { items: [] };
      if (asked === query) list.replaceChildren(...items.map((value) => make("option", { value })));
    } catch {
      list.replaceChildren();
    }
  }

  return {
    list,
    ask(query) {
      clearTimeout(waiting);
      if (query && query !== asked && navigator.onLine) waiting = setTimeout(() => fill(query), PAUSE);
    },
  };
}
