// Adding, renaming and taking out headings, sections, prefaces and 別紙.

import { speak } from "./speak.js";

export class Structure {
  constructor(paper) {
    this.paper = paper;
  }

  rename(element) {
    const box = element.querySelector(".rename");
    box.hidden = !box.hidden;
    if (!box.hidden) box.querySelector("input").select();
  }

  async renamed(element) {
    const { place, title: base } = element.dataset;
    const title = element.querySelector(".rename input").value;
    if (await this.paper.act({ do: "title", place, title, base })) speak("見出しを変えました。");
  }

  // What was typed goes in before it is taken out, so that it can be brought back.
  async remove(element) {
    const { place } = element.dataset;
    if (element.matches(".item") && !(await this.paper.headings.close(element))) return;
    const base = document.querySelector(`[data-place="${CSS.escape(place)}"]`)?.dataset.mark ?? element.dataset.mark;
    if (await this.paper.act({ do: "remove", place, base })) speak("外しました。履歴から戻せます。");
  }

  // A new thing is opened, so that its text can be typed at once.
  async added(edit, selector) {
    const before = new Set([...document.querySelectorAll(selector)].map((each) => each.dataset.place));
    if (!(await this.paper.act(edit))) return;
    const fresh = [...document.querySelectorAll(selector)].find((each) => !before.has(each.dataset.place));
    const item = fresh?.matches(".item") ? fresh : fresh?.querySelector(".item");
    if (!item) return;
    this.paper.headings.open(item);
    item.scrollIntoView({ block: "center" });
    if (item.dataset.moves === "") this.rename(item);
  }

  // What was typed at a heading that is gone becomes a heading of its own, at the end of the last section.
  async adopt(orphan) {
    const section = [...document.querySelectorAll(".part[data-section]")].at(-1).dataset.section;
    const text = orphan.querySelector(".item__text").textContent;
    const result = await this.paper.commit([{ do: "heading", section, title: "", text }]);
    if (result.kind === "ok") await this.setAside(orphan.dataset.orphan, false);
  }

  async setAside(place, aside = true) {
    const result = await this.paper.server.post("draft/drop/", { place, aside });
    if (result.kind === "ok") await this.paper.refresh();
    else this.paper.trouble(result);
  }

  addHeading(card) {
    return this.added({ do: "heading", section: card.dataset.section, title: "" }, ".item");
  }

  bringBack(card, button) {
    return this.added({ do: "heading", section: card.dataset.section, key: button.dataset.key }, ".item");
  }

  addPreface(button) {
    return this.added({ do: "preface", title: button.dataset.title }, ".item");
  }

  addSection() {
    return this.added({ do: "section", kind: document.getElementById("more-kind").value }, ".part[data-sort=section]");
  }

  addAnnex() {
    const n = document.querySelectorAll(".part[data-sort=annex]").length;
    const label = n ? `【別紙${String.fromCharCode(0xff11 + n)}】` : "【別紙】";
    return this.added({ do: "annex", label }, ".part[data-sort=annex]");
  }
}
