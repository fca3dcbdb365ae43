// The headings of the paper: opened in place, typed in, and put in when they close.

import { Opened } from "./opened.js";

export class Headings {
  constructor(paper) {
    this.paper = paper;
    this.opened = new WeakMap();
    const root = document.getElementById("parts");
    root.addEventListener("click", (event) => {
      const item = event.target.closest(".item");
      if (item && event.target.closest(".item__open, .item__text") && !event.target.closest(".item__edit")) this.toggle(item);
    });
    root.addEventListener("input", (event) => {
      const item = event.target.closest(".item");
      if (item && event.target === this.of(item)?.area) this.typed(item);
    });
    root.addEventListener("focusin", (event) => {
      const item = event.target.closest(".item");
      if (item) this.paper.looksAt(item.dataset.place);
    });
    this.prepare(root);
  }

  // What was left unfinished, and what two people changed, opens itself.
  prepare(root) {
    for (const item of root.querySelectorAll(".item")) {
      if (item.dataset.moves !== undefined && !item.querySelector(".grip")) item.append(document.getElementById("grip").content.cloneNode(true));
      if (item.querySelector(".item__draft") && !this.isOpen(item)) this.open(item, { focus: false });
    }
  }

  of(item) {
    return this.opened.get(item);
  }

  isOpen(item) {
    return item.classList.contains("is-open");
  }

  openOnes() {
    return [...document.querySelectorAll(".item.is-open")];
  }

  open(item, { focus = true } = {}) {
    if (!this.of(item)) this.opened.set(item, new Opened(item));
    this.of(item).show();
    this.paper.looksAt(item.dataset.place);
    if (focus) this.of(item).focus();
  }

  toggle(item) {
    if (this.isOpen(item)) this.close(item);
    else this.open(item);
  }

  typed(item) {
    const { text, base } = this.of(item);
    this.paper.saving.typed(item.dataset.place, text, base);
  }

  // Closing puts the text into the paper. Without a connection it closes only when that has been done.
  async close(item) {
    if (item.hasAttribute("data-conflict")) return false;
    if (!this.of(item).isTouched && !this.of(item).draft) {
      this.fold(item);
      return true;
    }
    if (!(await this.putIn([item]))) return false;
    this.fold(item);
    await this.paper.refresh();
    return true;
  }

  fold(item) {
    this.of(item)?.hide();
    this.opened.delete(item);
  }

  async putIn(items) {
    const { saving } = this.paper;
    const texts = items.filter((item) => this.isOpen(item)).map((item) => this.typedIn(item));
    const again = () => texts.filter((each) => each.touched).forEach(({ place, text, base }) => saving.typed(place, text, base));
    await saving.hold(texts.map((each) => each.place));
    const result = await this.paper.commit(texts.map(({ place, text, base }) => ({ do: "text", place, text, base })));
    if (result.kind !== "ok") {
      again();
      return false;
    }
    const refused = new Set(result.data.refused.map((each) => each.place));
    for (const { place, text } of texts) if (!refused.has(place)) await saving.settled(place, text);
    if (!refused.size) return true;
    // Someone else was there first: the text stays a draft, and the page shows both.
    for (const { place, text, base } of texts) if (refused.has(place)) saving.typed(place, text, base);
    await saving.flush();
    await this.paper.refresh({ replace: refused });
    return false;
  }

  typedIn(item) {
    const { text, base, isTouched: touched } = this.of(item);
    return { place: item.dataset.place, text, base, touched };
  }

  async closeAndNext(item) {
    const { place } = item.dataset;
    if (!(await this.close(item))) return;
    const all = [...document.querySelectorAll(".item")];
    const next = all[all.findIndex((each) => each.dataset.place === place) + 1];
    if (next) this.open(next);
  }

  async undo(item) {
    const { place } = item.dataset;
    const typed = this.of(item).text;
    const result = await this.paper.server.post("draft/drop/", { place });
    if (result.kind !== "ok") return this.paper.trouble(result);
    await this.paper.saving.settled(place, typed);
    this.fold(item);
    return this.paper.refresh({ replace: new Set([place]) });
  }

  // Two texts of one heading: mine, theirs, or both joined for going on.
  async settle(item, choice) {
    const { place, mark } = item.dataset;
    const opened = this.of(item);
    if (choice === "theirs") {
      if (!(await this.paper.saving.flush())) return false;
      const result = await this.paper.server.post("draft/drop/", { place, aside: true });
      if (result.kind !== "ok") return this.paper.trouble(result);
      this.fold(item);
      return this.paper.refresh({ replace: new Set([place]) });
    }
    opened.base = mark;
    item.removeAttribute("data-conflict");
    if (choice === "mine") return this.close(item);
    opened.settled();
    opened.set(`${opened.theirs}\n${opened.text}`);
    this.typed(item);
    return opened.focus();
  }
}
