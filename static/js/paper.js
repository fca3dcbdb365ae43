// A paper in its frame is as tall as its content, so that the page scrolls as one. Without this it scrolls in its frame.

for (const frame of document.querySelectorAll(".paper__frame")) {
  const fit = () => {
    const content = frame.contentDocument?.querySelector("main");
    if (!content) return;
    const resize = () => frame.style.setProperty("height", `${Math.ceil(content.getBoundingClientRect().bottom) + 24}px`);
    new ResizeObserver(resize).observe(content);
  };
  frame.addEventListener("load", fit);
  if (frame.contentDocument?.readyState === "complete") fit();
}
