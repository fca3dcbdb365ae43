// One sentence for whoever listens instead of looking.

export function speak(words) {
  const line = document.getElementById("spoken");
  line.textContent = "";
  requestAnimationFrame(() => { line.textContent = words; });
}
