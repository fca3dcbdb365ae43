// Every typed box of a page gets its controls: <div class="typed" data-widget="items">.

import { enhance as counts } from "./counts.js";
import { enhance as grid } from "./grid.js";
import { enhance as items } from "./items.js";
import { enhance as yesNo } from "./yesno.js";

const WIDGETS = { counts, grid, items, yes_no: yesNo };

export function enhance(page = document) {
  for (const box of page.querySelectorAll(".typed[data-widget]")) WIDGETS[box.dataset.widget]?.(box);
}
