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
form.addEventListener("toggle", (event) => {
  if (event.target.open && document.activeElement === event.target.firstElementChild) event.target.querySelector("textarea").focus();
}, true);
addEventListener("hashchange", open);
count();
open();
