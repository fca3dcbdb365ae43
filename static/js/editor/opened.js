// One open heading: its text field and what stands around it. Made when it opens, for a paper has many headings and few
// of them are open.

import { enhance } from "./widgets.js";

const LONG = 20_000; // characters; a field that long keeps its height

export class Opened {
  constructor(item) {
    this.item = item;
    const { place, title, guide, rows, widget, flows, moves } = item.dataset;
    const { suggest, digits } = item.closest("#main").dataset;
    this.box = document.getElementById("open-item").content.cloneNode(true).firstElementChild;
    this.area = this.box.querySelector("textarea");
    this.typed = this.box.querySelector(".typed");
    const id = `text-${item.id}`;
    Object.assign(this.area, { id, rows, value: this.draft?.value ?? this.plain });
    Object.assign(this.box.querySelector(".typed > label"), { htmlFor: id, textContent: title });
    this.base = this.draft?.dataset.base ?? item.dataset.mark;
    const sentence = this.box.querySelector(".guide");
    if (guide) {
      Object.assign(sentence, { id: `guide-${id}`, textContent: guide });
      this.area.setAttribute("aria-describedby", sentence.id);
    } else sentence.remove();
    if (widget) this.typed.dataset.widget = widget;
    Object.assign(this.typed.dataset, { suggest, digits });
    if (flows) this.typed.dataset.flows = flows;
    if (moves === undefined) for (const each of this.box.querySelectorAll("[data-if=moves]")) each.remove();
    else this.nameTools(id, title, moves);
    if (!place.includes("/") || /^(head|annex)/.test(place)) this.box.querySelector("[data-do=reference]").remove();
    const conflict = item.querySelector(".item__conflict");
    if (conflict) {
      conflict.hidden = false;
      this.box.prepend(conflict);
    }
    const talk = item.querySelector(".item__talk");
    if (talk) {
      talk.hidden = false;
      this.box.insertBefore(talk, this.box.querySelector(".item__tools"));
      this.box.querySelector("[data-do=talk]").remove();
    }
    item.insertBefore(this.box, item.querySelector(":scope > .grip"));
    enhance(this.box);
    this.area.addEventListener("input", () => this.fit());
  }

  nameTools(id, title, own) {
    const name = this.box.querySelector(".rename input");
    Object.assign(name, { id: `title-${id}`, value: own });
    this.box.querySelector(".rename label").htmlFor = name.id;
    for (const [verb, words] of [["up", "上へ"], ["down", "下へ"]]) this.box.querySelector(`[data-do=${verb}]`).setAttribute("aria-label", `${title}を${words}`);
  }

  get draft() {
    return this.item.querySelector(".item__draft");
  }

  // The text of the paper, without what is being typed.
  get plain() {
    const shown = this.item.querySelector(".item__text");
    return shown.querySelector(".soft") ? "" : shown.textContent;
  }

  get theirs() {
    return this.plain;
  }

  get text() {
    return this.area.value;
  }

  get isTouched() {
    return this.text !== this.plain;
  }

  set(text) {
    this.area.value = text;
    this.typed.dispatchEvent(new Event("reload"));
    this.fit();
  }

  settled() {
    this.box.querySelector(".item__conflict")?.remove();
  }

  show() {
    this.item.classList.add("is-open");
    this.item.querySelector(".item__open").setAttribute("aria-expanded", "true");
    this.fit();
  }

  hide() {
    const talk = this.box.querySelector(".item__talk");
    if (talk) this.item.append(Object.assign(talk, { hidden: true }));
    this.draft?.remove();
    this.box.remove();
    this.item.classList.remove("is-open");
    this.item.querySelector(".item__open").setAttribute("aria-expanded", "false");
  }

  focus() {
    const first = [...this.typed.querySelectorAll("input, textarea, button, [tabindex='0']")].find((each) => each.offsetParent !== null);
    (this.box.querySelector(".item__conflict button") ?? first ?? this.area).focus();
  }

  fit() {
    if (CSS.supports("field-sizing", "content") || this.text.length > LONG) return;
    this.area.style.height = "auto";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }
}
