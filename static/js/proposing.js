// The proposals of a new consultation follow what is filled in. Without this, 「件名の案を見る」 asks for them.

const PAUSE = 400;
const form = document.querySelector("form[data-proposes]");
const told = form.querySelector("[data-told]");
let waiting = 0;
let asking = new AbortController();

/** The parts of the page that depend on the rest, as the server shows them; where someone types just now, they stay. */
async function renew() {
  asking.abort();
  asking = new AbortController();
  const data = new FormData(form);
  data.set("act", "propose");
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: data, signal: asking.signal });
  } catch {
    return;
  }
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const before = form.elements.subject.value;
  for (const part of form.querySelectorAll("[data-live]")) {
    const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (fresh && !part.contains(document.activeElement)) part.replaceWith(document.adoptNode(fresh));
  }
  const subject = form.elements.subject.value;
  if (subject !== before) told.textContent = `件名の案：${subject}`;
}

form.addEventListener("input", (event) => {
  if (event.target.closest("[data-live='proposal']")) return;
  clearTimeout(waiting);
  waiting = setTimeout(renew, PAUSE);
});
