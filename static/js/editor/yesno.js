// あり or なし, with an explanation.

import { make, whenTyped } from "./dom.js";
import { Frame } from "./frame.js";
import * as grammar from "./yes_no_grammar.js";

const ANSWERS = [["あり", true], ["なし", false]];
let groups = 0;

class YesNo {
  constructor(frame) {
    this.frame = frame;
    groups += 1;
    const one = { type: "radio", name: `answer-${groups}`, form: "" }; // of no form: the text alone is sent
    this.radios = ANSWERS.map(([word, yes]) =>
      make("input", { ...one, value: word, onchange: () => this.change(grammar.answered(this.model, yes)) }),
    );
    const label = `${frame.name}の説明`;
    this.text = make("textarea", { class: "field said", rows: 2, "aria-label": label, placeholder: "説明（あるときだけ）" });
    whenTyped(this.text, () => this.change(grammar.explained(this.model, this.text.value)));
    const labels = ANSWERS.map(([word], index) => make("label", {}, this.radios[index], word));
    const choice = make("div", { class: "seg", role: "radiogroup", "aria-label": "あり・なし" }, ...labels);
    frame.controls.append(make("div", { class: "answer" }, choice, this.text));
  }

  show(model) {
    this.model = model;
    ANSWERS.forEach(([, yes], index) => { this.radios[index].checked = grammar.isYes(model) === yes; });
    if (this.text.value !== model.explanation) this.text.value = model.explanation;
  }

  change(model) {
    this.model = model;
    this.frame.put(grammar.write(model));
  }

  focus() {
    (this.radios.find(({ checked }) => checked) ?? this.radios[0]).focus();
  }
}

export function enhance(box) {
  return new Frame(box, grammar, (frame) => new YesNo(frame), "あり・なしで直す");
}
