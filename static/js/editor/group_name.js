// The name behind ①: one paragraph, in a field as high as the name is long.

import { make, whenTyped } from "./dom.js";

export function nameField(head, put) {
  const label = `${head.mark.trim()}の名前`;
  const field = make("textarea", { class: "lane__name", rows: 1, "aria-label": label, placeholder: "業務や人の名前" });
  field.value = head.name;
  whenTyped(field, () => {
    head.name = field.value.replace(/\s*\n\s*/gu, "");
    put();
  });
  return field;
}
