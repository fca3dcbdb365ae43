// The headings of the paper: opened in place, typed in, and put in when they close.

import { enhance } from "./widgets.js";

export class Headings {
  constructor(paper) {
    this.paper = paper;
    const root = document.getElementById("parts");
    root.addEventListener("click", (event) => {
      const item = event.target.closest(".item");
      if (!item || event.target.closest(".item__edit")) return;
      if (event.target.closest(".item__open, .item__text")) this.toggle(item);
    });
    root.addEventListener("input", (event) => {
      const item = event.target.closest(".item");
      if (item && event.target.matches(".typed > textarea")) this.typed(item);
    });
    root.addEventListener("focusin", (event) => {
      const item = event.target.closest(".item");
      if (item) this.paper.looksAt(item.dataset.place);
    });
    this.prepare();
  }

  prepare(root = document) {
    for (const item of root.querySelectorAll(".item.is-open")) this.equip(item);
  }

  // What an open heading needs is made when it opens: a paper has many headings and one of them is open.
  equip(item) {
    const box = item.querySelector(".typed");
    if (box.dataset.ready) return;
    box.dataset.ready = "1";
    item.text = area(item).value;
    enhance(box);
    fit(area(item));
  }

  open(item, { focus = true } = {}) {
    item.classList.add("is-open");
    item.querySelector(".item__edit").hidden = false;
    item.querySelector(".item__open").setAttribute("aria-expanded", "true");
    this.equip(item);
    fit(area(item));
    this.paper.looksAt(item.dataset.place);
    if (focus) (item.querySelector("[data-first]") ?? item.querySelector(".typed textarea:not([hidden]), .typed input")).focus();
  }

  toggle(item) {
    if (item.classList.contains("is-open")) this.close(item);
    else this.open(item);
  }

  isChanged(item) {
    return item.classList.contains("is-open") && area(item).value !== plain(item);
  }

  typed(item) {
    fit(area(item));
    this.paper.saving.typed(item.dataset.place, area(item).value, item.dataset.base);
  }

  // Closing puts the text into the paper. Without a connection it closes only when that has been done.
  async close(item) {
    if (item.hasAttribute("data-conflict")) return false;
    const done = await this.putIn([item]);
    if (!done) return false;
    this.fold(item);
    await this.paper.refresh();
    return true;
  }

  fold(item) {
    item.classList.remove("is-open");
    item.querySelector(".item__edit").hidden = true;
    item.querySelector(".item__open").setAttribute("aria-expanded", "false");
  }

  async putIn(items) {
    const saving = this.paper.saving;
    const texts = items.map((item) => ({ place: item.dataset.place, text: area(item).value, base: item.dataset.base }));
    const result = await this.paper.commit(texts.map((each) => ({ do: "text", ...each })));
    if (result.kind !== "ok") return false;
    const refused = new Set(result.data.refused.map((each) => each.place));
    for (const { place, text } of texts) if (!refused.has(place)) await saving.settled(place, text);
    if (!refused.size) return true;
    // Someone else was there first: the text stays a draft, and the page shows both.
    for (const { place, text, base } of texts) if (refused.has(place)) saving.typed(place, text, base);
    await saving.flush();
    await this.paper.refresh({ conflict: refused });
    return false;
  }

  openOnes() {
    return [...document.querySelectorAll(".item.is-open")];
  }

  async closeAndNext(item) {
    const place = item.dataset.place;
    if (!(await this.close(item))) return;
    const all = [...document.querySelectorAll(".item")];
    const next = all[all.findIndex((each) => each.dataset.place === place) + 1];
    if (next) this.open(next);
  }

  async undo(item) {
    area(item).value = plain(item);
    area(item).parentElement.dispatchEvent(new Event("reload"));
    await this.paper.server.post("draft/drop/", { place: item.dataset.place });
    await this.paper.saving.settled(item.dataset.place, this.paper.saving.waiting.get(item.dataset.place)?.text);
    item.dataset.base = item.dataset.mark;
    this.fold(item);
    await this.paper.refresh();
  }

  // Two texts of one heading: mine, theirs, or both joined for going on.
  async settle(item, choice) {
    const { place, mark } = item.dataset;
    const theirs = item.querySelector("textarea.theirs").value;
    if (choice === "both") {
      item.dataset.base = mark;
      item.removeAttribute("data-conflict");
      area(item).value = `${theirs}\n${area(item).value}`;
      area(item).parentElement.dispatchEvent(new Event("reload"));
      this.typed(item);
      await this.paper.saving.flush();
      return this.paper.refresh();
    }
    if (choice === "mine") {
      item.dataset.base = mark;
      item.removeAttribute("data-conflict");
      return this.close(item);
    }
    if (!(await this.paper.saving.flush())) return false;
    const result = await this.paper.server.post("draft/drop/", { place, aside: true });
    if (result.kind !== "ok") return this.paper.trouble(result);
    this.fold(item);
    return this.paper.refresh({ replace: place });
  }
}

export function area(item) {
  return item.querySelector(".typed > textarea");
}

// The text of the paper, without what is being typed.
export function plain(item) {
  return item.querySelector(".item__text").dataset.text ?? (item.querySelector(".item__text > .soft") ? "" : item.querySelector(".item__text").textContent);
}

function fit(textarea) {
  if (CSS.supports("field-sizing", "content") || textarea.value.length > 20_000) return;
  textarea.style.height = "auto";
  textarea.style.height = `${textarea.scrollHeight + 2}px`;
}
