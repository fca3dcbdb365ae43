// The page follows the server without losing what is typed: what is open here stays as it is, all else is replaced.

export function refreshed(page, headings, { replace = new Set() } = {}) {
  const parts = document.getElementById("parts");
  const fresh = page.getElementById("parts");
  const focus = document.activeElement;
  const caret = focus?.matches("textarea, input") ? [focus.selectionStart, focus.selectionEnd] : null;
  const top = scrollY;
  for (const item of headings.openOnes()) {
    const { place } = item.dataset;
    const there = fresh.querySelector(`.item[data-place="${CSS.escape(place)}"]`);
    // With both texts in it, the server's version is the one to look at.
    if (!there || replace.has(place) || there.hasAttribute("data-conflict") !== item.hasAttribute("data-conflict")) continue;
    adopt(item, there, headings.of(item));
    there.replaceWith(item);
  }
  parts.replaceChildren(...fresh.childNodes);
  keepUp(page);
  headings.prepare(parts);
  if (focus?.isConnected && document.activeElement !== focus) {
    focus.focus({ preventScroll: true });
    if (caret) focus.setSelectionRange?.(...caret);
  }
  scrollTo({ top });
}

// An open heading takes over what the server says of it, but never another text than the one that is being typed.
function adopt(item, fresh, opened) {
  const wasTouched = opened.isTouched;
  for (const part of ["h3", ".item__text"]) item.querySelector(part).replaceWith(fresh.querySelector(part));
  item.querySelector(".item__open").setAttribute("aria-expanded", "true");
  for (const name of ["mark", "title"]) item.dataset[name] = fresh.dataset[name];
  if (wasTouched) return;
  opened.base = fresh.dataset.mark;
  if (opened.isTouched) opened.set(opened.plain);
}

function keepUp(page) {
  const rail = document.getElementById("rail");
  const { open } = rail.querySelector("details");
  rail.replaceChildren(...page.getElementById("rail").childNodes);
  rail.querySelector("details").open = open;
  for (const id of ["side-talk", "tab-talk"]) {
    const there = document.getElementById(id);
    if (!there.contains(document.activeElement) || id === "tab-talk") there.replaceChildren(...page.getElementById(id).childNodes);
  }
  document.getElementById("outline").textContent = page.getElementById("outline").textContent;
  const top = document.getElementById("top");
  for (const part of ["h1", ".legal", ".way"]) {
    const [now, then] = [top.querySelector(part), page.getElementById("top").querySelector(part)];
    if (now && then) now.replaceWith(then);
  }
}
