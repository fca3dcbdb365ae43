// Says how many headings go back, while their reasons are being written.
const form = document.querySelector(".return");
const sentence = form.querySelector("[data-count]");
const atFirst = sentence.textContent;
const reasons = [...form.querySelectorAll(".reason")];

function count() {
  const filled = reasons.filter((reason) => {
    const is = reason.querySelector("textarea").value.trim() !== "";
    reason.classList.toggle("is-filled", is);
    return is;
  }).length;
  const said = filled ? `${filled}か所を差し戻します。理由は所管課にそのまま届きます。` : atFirst;
  if (sentence.textContent !== said) sentence.textContent = said;
}

// A summary's link to a field opens what the field stands in.
function open() {
  const field = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const around = field?.closest("details");
  if (around) { around.open = true; field.focus(); }
}

form.addEventListener("input", count);
// At once and not when the browser says that it has opened: the first letters typed would go elsewhere.
for (const reason of reasons) {
  reason.querySelector("summary").addEventListener("click", (event) => {
    if (reason.open) return;
    event.preventDefault();
    reason.open = true;
    reason.querySelector("textarea").focus();
  });
}
addEventListener("hashchange", open);
count();
open();
