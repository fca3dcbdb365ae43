// The tabs beside the headings; arrow keys move among them.

export class Side {
  constructor(server) {
    this.server = server;
    this.tabs = [...document.querySelectorAll('#side [role="tab"]')];
    this.tabs.forEach((tab, n) => {
      tab.addEventListener("click", () => this.open(tab));
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        const to = this.tabs[(n + step + this.tabs.length) % this.tabs.length];
        this.open(to);
        to.focus();
      });
    });
  }

  show(name) {
    const tab = document.getElementById(`tab-${name}`);
    this.open(tab);
    tab.focus();
  }

  async open(tab) {
    for (const each of this.tabs) {
      const on = each === tab;
      each.setAttribute("aria-selected", on);
      each.tabIndex = on ? 0 : -1;
      document.getElementById(each.getAttribute("aria-controls")).hidden = !on;
    }
    const view = document.getElementById(tab.getAttribute("aria-controls")).querySelector("[data-from]");
    if (!view) return;
    const result = await this.server.get(view.dataset.from);
    if (result.kind === "ok") view.innerHTML = result.data; // made by our server, as the page itself is
  }
}
