// What department and secretariat say to each other about a heading, without leaving the page.

export class Talk {
  constructor(paper) {
    this.paper = paper;
    document.getElementById("main").addEventListener("submit", (event) => {
      if (!event.target.closest(".talk")) return;
      event.preventDefault();
      this.send(event.target);
    });
    document.getElementById("side-talk").addEventListener("click", (event) => {
      const link = event.target.closest("a[data-to]");
      if (!link) return;
      event.preventDefault();
      paper.goTo(link.dataset.to);
    });
  }

  begin(item) {
    const talk = document.getElementById("new-talk").content.cloneNode(true).firstElementChild;
    const { place, title } = item.dataset;
    talk.querySelector("[name=place]").value = place;
    const [label, words] = [talk.querySelector("label"), talk.querySelector("textarea")];
    label.htmlFor = words.id = `say-${item.id}`;
    label.querySelector(".vh").textContent = `（${title}）`;
    item.querySelector(".item__tools").before(talk);
    item.querySelector("[data-do=talk]").remove();
    words.focus();
  }

  // What was not sent stays in its field.
  async send(form) {
    const button = form.querySelector("button");
    button.disabled = true;
    const result = await this.paper.server.form(form.action, new FormData(form));
    button.disabled = false;
    if (result.kind !== "ok") return this.paper.status.tell(result.kind, result.sentence);
    const talk = form.closest(".talk");
    const holder = talk.parentElement;
    talk.outerHTML = result.data.html; // made by our server, as the page itself is
    holder.querySelector("textarea")?.focus();
    return this.paper.refresh();
  }
}
