// What every typed widget has: its controls over a textarea that holds the one truth, and the way back to the text.

import { make, quiet } from "./dom.js";

const CONTROLS_OF = "button, input, select, textarea, [tabindex='0']";

/**
 * `grammar` is `{ parse, write, fits? }`; `build(api)` gives `{ show(model), tools?, focus? }`. Controls write with
 * `api.put(text)`, speak with `api.say(sentence, before)`, where `before` is the text 元に戻す puts back.
 */
export class Frame {
  constructor(box, grammar, build, words = "項目で直す") {
    this.box = box;
    this.grammar = grammar;
    this.area = box.querySelector("textarea");
    this.label = box.querySelector("label");
    this.plain = false;
    if (!this.area || this.area.readOnly || this.area.disabled || box.dataset.enhanced) return;
    box.dataset.enhanced = "true";
    this.words = words;
    this.controls = make("div", { class: "typed__controls", role: "group" });
    this.why = make("p", { class: "typed__why small soft" }, "この書き方は、文のまま直します。");
    this.status = make("p", { class: "typed__said small soft", role: "status" });
    this.back = quiet("元に戻す", "", () => this.takeBack(), { hidden: true });
    this.switch = quiet("文のまま直す", "", () => this.change());
    this.tools = make("div", { class: "row typed__tools" });
    this.foot = make("div", { class: "typed__foot" }, this.tools, make("div", { class: "row typed__spoken" }, this.status, this.back));
    this.widget = build(this);
    this.tools.append(...(this.widget.tools ?? []), this.switch);
    this.area.after(this.why, this.controls, this.foot);
    this.area.addEventListener("input", () => this.plain && this.note());
    box.addEventListener("reload", () => this.reload());
    this.reload();
  }

  get name() {
    return this.label?.textContent.trim() ?? "";
  }

  /** The present text as a model, null where its writing would not give exactly this text. */
  understood() {
    const text = this.area.value;
    const model = this.grammar.fits?.(text) === false ? null : this.grammar.parse(text);
    return model && this.grammar.write(model) === text ? model : null;
  }

  put(text) {
    if (this.area.value === text) return;
    this.area.value = text;
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** A text that is too much for the controls: it stands as it is. */
  give(text) {
    this.put(text);
    this.refresh();
    this.focus();
  }

  say(sentence, before = null) {
    this.before = before;
    this.status.textContent = sentence;
    this.back.hidden = before === null || before === this.area.value;
  }

  reload() {
    const within = this.controls.contains(document.activeElement);
    this.say("");
    this.refresh();
    if (within) this.focus();
  }

  /** Shows the present text; where it is not understood, as it is. Whether the controls stand. */
  refresh() {
    const model = this.plain ? null : this.understood();
    for (const own of [this.controls, ...(this.widget.tools ?? [])]) own.hidden = !model;
    this.area.hidden = Boolean(model);
    if (model) {
      this.controls.setAttribute("aria-label", this.name);
      this.widget.show(model);
    } else this.controls.removeAttribute("aria-label");
    this.note(model);
    return Boolean(model);
  }

  /** The sentence and the button that fit the text as it stands. */
  note(model = this.understood()) {
    this.why.hidden = Boolean(model);
    this.switch.hidden = !model;
    this.switch.firstChild.textContent = this.area.hidden ? "文のまま直す" : this.words;
  }

  change() {
    this.plain = !this.plain;
    this.say("");
    this.refresh();
    this.focus();
  }

  takeBack() {
    this.put(this.before);
    this.refresh();
    this.say("元に戻しました");
    this.focus();
  }

  focus() {
    if (!this.area.hidden) this.area.focus();
    else if (this.widget.focus) this.widget.focus();
    else this.controls.querySelector(CONTROLS_OF)?.focus();
  }
}
