// Who else has the paper open, and whether they have changed it.

const EVERY = 15_000;

export class Here {
  constructor(paper) {
    this.paper = paper;
    this.list = document.getElementById("who");
    this.own = this.list.firstElementChild;
    this.timer = setInterval(() => this.tell(), EVERY);
    this.tell();
  }

  async tell() {
    if (document.hidden) return;
    const result = await this.paper.server.post("here/", { place: this.paper.place ?? "" });
    if (result.kind !== "ok") return this.paper.trouble(result);
    this.show(result.data.who);
    if (this.paper.status.kind !== "saved" && !this.paper.saving.isEmpty) this.paper.saving.flush();
    if (result.data.revision > this.paper.revision) await this.paper.refresh();
  }

  show(who) {
    const names = who.map((each) => {
      const heading = document.querySelector(`.item[data-place="${CSS.escape(each.place)}"] .item__open`)?.textContent;
      return `${each.name}（${each.role}${heading ? `、「${heading}」を見ています` : ""}）`;
    });
    this.list.setAttribute("aria-label", `開いている人：${["あなた", ...names].join("、")}`);
    this.list.title = ["あなた", ...names].join("、");
    const others = who.map((each) => {
      const sign = document.createElement("span");
      sign.setAttribute("aria-hidden", "true");
      sign.textContent = each.initial;
      return sign;
    });
    this.list.replaceChildren(this.own, ...others);
  }
}
