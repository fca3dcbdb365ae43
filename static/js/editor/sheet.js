// The printed page beside the text: the same HTML that prints, scaled to its box, with the heading at work marked.

const WIDTH = 842; // what the paper needs to show itself as A4
const PAUSE = 700;

export class Sheet {
  constructor(server) {
    this.server = server;
    this.frame = document.getElementById("sheet");
    this.box = this.frame.parentElement;
    this.extent = { pages: 0, starts: {} };
    this.frame.addEventListener("load", () => {
      this.fit();
      this.mark();
    });
    new ResizeObserver(() => this.fit()).observe(this.box);
    if (this.frame.contentDocument?.readyState === "complete") this.fit();
    this.measure();
  }

  fit() {
    const content = this.frame.contentDocument?.querySelector("main");
    const scale = this.box.clientWidth / WIDTH;
    this.frame.style.width = `${WIDTH}px`;
    this.frame.style.transform = `scale(${scale})`;
    const height = content ? content.getBoundingClientRect().bottom + 24 : 1200;
    this.frame.style.height = `${height}px`;
    this.box.style.height = `${height * scale}px`;
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), PAUSE);
  }

  // The frame keeps its place: only what is in it changes.
  async show() {
    const result = await this.server.get("live/");
    if (result.kind !== "ok") return;
    const fresh = new DOMParser().parseFromString(result.data, "text/html");
    const there = this.frame.contentDocument?.body;
    if (!there) return;
    there.replaceChildren(...fresh.body.childNodes);
    this.fit();
    this.mark();
    this.measure();
  }

  async measure() {
    const result = await this.server.get("extent/");
    if (result.kind !== "ok") return;
    this.extent = result.data;
    this.count();
  }

  at(place) {
    this.place = place;
    this.mark();
    this.count();
    this.turn();
  }

  // The page turns to the heading at work, a third down from the top.
  turn() {
    const heading = this.frame.contentDocument?.getElementById(this.place);
    if (!heading) return;
    const view = this.box.parentElement;
    const at = this.box.offsetTop + heading.getBoundingClientRect().top * (this.box.clientWidth / WIDTH);
    view.scrollTo({ top: Math.max(0, at - view.clientHeight / 3) });
  }

  count() {
    const { pages, starts } = this.extent;
    const line = document.getElementById("extent");
    if (!pages) return line.replaceChildren("長いため、ページ数はPDFで確かめてください。");
    const page = starts[this.place];
    line.replaceChildren(Object.assign(document.createElement("b"), { className: "num", textContent: page ?? pages }), page ? `／${pages}ページ` : "ページ");
  }

  // From its heading to the next one.
  mark() {
    const paper = this.frame.contentDocument;
    if (!paper) return;
    for (const each of paper.querySelectorAll(".live")) each.classList.remove("live");
    const heading = this.place && paper.getElementById(this.place);
    if (!heading) return;
    heading.classList.add("live");
    for (let next = heading.nextElementSibling; next && !/^H\d$/.test(next.tagName); next = next.nextElementSibling) next.classList.add("live");
  }
}
