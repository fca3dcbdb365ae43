// References picked from the outline: Alt R in any text. 第１の３（１）のとおり where nothing stands yet, else the number.

import { altKey, composing, make } from "./dom.js";

const plain = (text) => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
let pickers = 0;

/** The headings of the paper, `[{ address, title }]`, as the page gives them. */
export function outlineOf(page = document) {
  return JSON.parse(page.getElementById("outline")?.textContent || "[]");
}

/** Alt R in a textarea, or an input that says data-reference, opens the picker. */
export function listen(page = document) {
  page.addEventListener("keydown", (event) => {
    if (altKey(event) !== "KeyR" || !event.target.matches("textarea, input[data-reference]")) return;
    event.preventDefault();
    pickReference(event.target, outlineOf(page));
  });
}

/** Asks for a heading and writes it into `target`; the promise ends with its address, or null where people left. */
export function pickReference(target, outline) {
  const caret = [target.selectionStart, target.selectionEnd];
  return new Promise((resolve) => {
    const picker = new Picker(outline, (address) => {
      target.focus();
      target.setSelectionRange(...caret);
      if (address) insert(target, address);
      resolve(address);
    });
    document.body.append(picker.dialog);
    picker.dialog.showModal();
  });
}

function insert(target, address) {
  const whole = target.value.trim() === "" && target.dataset.reference !== "part";
  if (whole) target.value = `${address}のとおり`;
  else target.setRangeText(address, target.selectionStart, target.selectionEnd, "end");
  target.dispatchEvent(new Event("input", { bubbles: true }));
}

class Picker {
  constructor(outline, done) {
    pickers += 1;
    const id = `headings-${pickers}`;
    this.outline = outline.map((heading) => ({ ...heading, key: plain(heading.address + heading.title) }));
    this.list = make("ul", { role: "listbox", id, class: "pick__list", "aria-label": "見出し" });
    this.none = make("p", { class: "pick__none small soft", role: "status" });
    this.input = make("input", {
      class: "field",
      role: "combobox",
      "aria-label": "見出しを探す",
      "aria-controls": id,
      "aria-expanded": "true",
      "aria-autocomplete": "list",
      autocomplete: "off",
      placeholder: "番号か見出しのことば",
    });
    const key = (name) => make("kbd", {}, name);
    const keys = [key("↑"), key("↓"), " 選ぶ　", key("Enter"), " 入れる　", key("Esc"), " やめる"];
    const title = "参照する見出しを選ぶ";
    const hint = make("p", { class: "pick__keys small soft" }, ...keys);
    this.dialog = make("dialog", { class: "pick", "aria-label": title }, make("h2", {}, title), this.input, this.list, this.none, hint);
    this.input.addEventListener("input", () => this.filter());
    this.dialog.addEventListener("keydown", (event) => this.onKey(event));
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.end(null));
    this.dialog.addEventListener("close", () => this.end(null));
    this.done = done;
    this.filter();
  }

  filter() {
    const words = this.input.value.split(/\s+/u).map(plain).filter(Boolean);
    this.found = this.outline.filter(({ key }) => words.every((word) => key.includes(word)));
    this.list.replaceChildren(...this.found.map((heading, index) => this.option(heading, index)));
    this.none.textContent = this.found.length ? "" : "そのことばの見出しはありません。";
    this.list.hidden = !this.found.length;
    this.point(0);
  }

  option({ address, title }, index) {
    const choose = () => this.choose(index);
    const attributes = { role: "option", id: `${this.list.id}-${index}`, class: "pick__option", onclick: choose };
    const option = make("li", attributes, make("b", {}, address), title);
    option.addEventListener("mousedown", (event) => event.preventDefault());
    return option;
  }

  point(index) {
    this.at = index;
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = this.list.children[index];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  choose(index) {
    if (this.found[index]) this.end(this.found[index].address);
  }

  /** At once, so that the next key already meets the text. */
  end(address) {
    const { done } = this;
    if (!done) return;
    this.done = null;
    this.dialog.close();
    this.dialog.remove();
    done(address);
  }

  onKey(event) {
    event.stopPropagation(); // the keys of the page wait outside
    if (composing(event)) return;
    const count = this.found.length;
    const act = {
      ArrowDown: () => this.point((this.at + 1) % count),
      ArrowUp: () => this.point((this.at + count - 1) % count),
      Enter: () => this.choose(this.at),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    if (count) act();
  }
}
