// The widgets on a page of their own, as a page of the editor calls them, and their pure parts for tests to ask.

import * as counts from "/static/js/editor/counts_grammar.js";
import * as items from "/static/js/editor/items_grammar.js";
import { listen } from "/static/js/editor/reference.js";
import { pieces, splitItems } from "/static/js/editor/text.js";
import * as tsv from "/static/js/editor/tsv.js";
import { enhance } from "/static/js/editor/widgets.js";
import * as yesNo from "/static/js/editor/yes_no_grammar.js";

globalThis.grammars = { counts, items, tsv, yesNo };
globalThis.cut = { pieces, splitItems };
globalThis.saved = [];
document.addEventListener("input", ({ target }) => target.matches(".typed > textarea") && globalThis.saved.push(target.value));

enhance();
listen();
document.documentElement.dataset.ready = "true";
