// Moving sections, headings and 別紙: Alt ↑↓, the arrows beside them, or dragging the grip.

import { speak } from "./speak.js";

const SIBLINGS = ".item[data-moves], .part[data-place]";

export class Order {
  constructor(paper) {
    this.paper = paper;
    const root = document.getElementById("parts");
    root.addEventListener("dragstart", (event) => this.lift(event));
    root.addEventListener("dragover", (event) => this.over(event));
    root.addEventListener("drop", (event) => this.drop(event));
    root.addEventListener("dragend", () => this.clear());
  }

  // The list something stands in: its neighbours of the same sort.
  list(element) {
    const siblings = element.matches(".item") ? [...element.parentElement.querySelectorAll(":scope > .item[data-moves]")] : [...document.querySelectorAll(`.part[data-sort="${element.dataset.sort}"][data-place]`)];
    return siblings;
  }

  async step(element, by) {
    const list = this.list(element);
    const from = list.indexOf(element);
    const to = from + by;
    if (to < 0 || to >= list.length) {
      speak(by < 0 ? "いちばん上です。" : "いちばん下です。");
      return;
    }
    const before = list[by < 0 ? to : to + 1]?.dataset.place ?? "";
    await this.move(element, before, to);
  }

  async move(element, before, to) {
    const { place } = element.dataset;
    const focused = document.activeElement?.dataset.do;
    const done = await this.paper.act({ do: "move", place, before });
    if (!done) return;
    speak(`${to + 1}番目に移しました。`);
    const now = document.querySelector(`[data-place="${CSS.escape(place)}"]`);
    (now?.querySelector(focused ? `[data-do="${focused}"]` : ".item__open, button") ?? now)?.focus();
  }

  lift(event) {
    this.dragged = event.target.closest(SIBLINGS);
    if (!this.dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    this.dragged.classList.add("is-dragged");
  }

  over(event) {
    const target = event.target.closest(".item[data-moves]");
    if (!this.dragged || !target || target.parentElement !== this.dragged.parentElement) return;
    event.preventDefault();
    document.querySelector(".is-target")?.classList.remove("is-target");
    if (target !== this.dragged) target.classList.add("is-target");
  }

  async drop(event) {
    const target = document.querySelector(".is-target");
    const dragged = this.dragged;
    this.clear();
    if (!dragged || !target) return;
    event.preventDefault();
    const list = this.list(dragged);
    const down = list.indexOf(dragged) < list.indexOf(target);
    const after = list[list.indexOf(target) + 1];
    await this.move(dragged, down ? after?.dataset.place ?? "" : target.dataset.place, list.indexOf(target));
  }

  clear() {
    for (const each of document.querySelectorAll(".is-dragged, .is-target")) each.classList.remove("is-dragged", "is-target");
    this.dragged = null;
  }
}
