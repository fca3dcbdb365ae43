// The editor's page: its parts, and the keys and buttons that reach them.

import { Headings } from "./headings.js";
import { Here } from "./here.js";
import { Local } from "./local.js";
import { listen, outlineOf, pickReference } from "./reference.js";
import { Order } from "./order.js";
import { refreshed } from "./refreshing.js";
import { Saving } from "./saving.js";
import { Server } from "./server.js";
import { Sheet } from "./sheet.js";
import { Side } from "./side.js";
import { Status } from "./status.js";
import { Talk } from "./talk.js";
import { speak } from "./speak.js";
import { Attachments } from "./attachments.js";
import { Structure } from "./structure.js";

const main = document.getElementById("main");

class Paper {
  constructor() {
    const { user, paper, at, revision } = main.dataset;
    this.revision = Number(revision);
    this.status = new Status(main);
    this.server = new Server(at, user);
    this.local = new Local(user, paper);
    this.saving = new Saving(this.server, this.local, (kind, words) => this.told(kind, words));
    this.sheet = new Sheet(this.server);
    this.side = new Side(this.server);
    this.headings = new Headings(this);
    this.order = new Order(this);
    this.structure = new Structure(this);
    this.talk = new Talk(this);
    this.attachments = new Attachments(this);
    this.here = new Here(this);
  }

  told(kind, words) {
    this.status.tell(kind, words);
    if (kind === "saved") this.sheet.later();
  }

  trouble(result) {
    if (result.kind === "ok") return true;
    if (result.kind === "refused" || !this.saving.isEmpty) this.status.tell(result.kind, result.sentence);
    return false;
  }

  looksAt(place) {
    if (this.place === place) return;
    this.place = place;
    this.sheet.at(place);
    for (const link of document.querySelectorAll("#rail a[data-to]")) {
      if (link.dataset.to === place) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }

  goTo(place) {
    const item = document.querySelector(`.item[data-place="${CSS.escape(place)}"]`);
    item.scrollIntoView({ block: "center" });
    this.headings.open(item);
  }

  async commit(edits) {
    const result = await this.server.post("commit/", { edits });
    if (result.kind === "ok") {
      this.revision = Math.max(this.revision, result.data.revision ?? 0);
      this.status.tell("saved", result.data.saved);
    } else {
      this.status.tell(result.kind, result.sentence);
    }
    return result;
  }

  // A change of order or headings: first what is being typed is safe, then the change goes in, then the page follows.
  async act(edit) {
    if (!(await this.saving.flush())) return false;
    const result = await this.commit([edit]);
    if (result.kind !== "ok") return false;
    await this.refresh();
    if (!result.data.refused.length) return true;
    this.status.tell("refused", "ほかの人が先に変えていました。いまの状態を確かめて、もう一度行ってください。");
    return false;
  }

  async refresh(options) {
    const result = await this.server.get("edit/");
    if (result.kind !== "ok") return this.trouble(result);
    const page = new DOMParser().parseFromString(result.data, "text/html");
    const revision = page.getElementById("main")?.dataset.revision;
    if (!revision) return false;
    refreshed(page, this.headings, options);
    this.revision = Number(revision);
    this.sheet.later();
    return true;
  }

  // What an earlier page could not send: it is typed again here, from where it began.
  async recover() {
    const kept = await this.local.all().catch(() => []);
    for (const { place, text, base } of kept) {
      const item = document.querySelector(`.item[data-place="${CSS.escape(place)}"]`);
      if (item) {
        this.headings.open(item, { focus: false });
        this.headings.of(item).base = base;
        this.headings.of(item).set(text);
      }
      this.saving.typed(place, text, base);
    }
    if (kept.length && (await this.saving.flush())) await this.refresh();
  }
}

const paper = new Paper();

const DO = {
  reference: (item) => pickReference(paper.headings.of(item).area, outlineOf()),
  close: (item) => paper.headings.close(item),
  undo: (item) => paper.headings.undo(item),
  mine: (item) => paper.headings.settle(item, "mine"),
  theirs: (item) => paper.headings.settle(item, "theirs"),
  both: (item) => paper.headings.settle(item, "both"),
  up: (item, element) => paper.order.step(element, -1),
  down: (item, element) => paper.order.step(element, 1),
  rename: (item, element) => paper.structure.rename(element),
  renamed: (item, element) => paper.structure.renamed(element),
  remove: (item, element) => paper.structure.remove(element),
  talk: (item) => paper.talk.begin(item),
  "add-heading": (item, element, button) => paper.structure.addHeading(element, button),
  "bring-back": (item, element, button) => paper.structure.bringBack(element, button),
  "add-preface": (item, element, button) => paper.structure.addPreface(button),
  adopt: (item, element) => paper.structure.adopt(element),
  aside: (item, element) => paper.structure.setAside(element.dataset.orphan),
  "add-section": () => paper.structure.addSection(),
  "add-annex": () => paper.structure.addAnnex(),
};

document.getElementById("parts").addEventListener("click", async (event) => {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  const item = button.closest(".item");
  button.disabled = true;
  await DO[button.dataset.do]?.(item, item ?? button.closest(".part"), button);
  button.disabled = false;
});

document.addEventListener("keydown", (event) => {
  const item = event.target.closest?.(".item");
  if (event.ctrlKey && event.key === "Enter" && item) {
    event.preventDefault();
    paper.headings.closeAndNext(item);
  } else if (event.key === "Escape" && item?.classList.contains("is-open") && !event.defaultPrevented && !document.querySelector("dialog[open]")) {
    paper.headings.close(item).then(() => {
      if (document.activeElement !== document.body) return; // the person has gone on already
      document.querySelector(`.item[data-place="${CSS.escape(item.dataset.place)}"] .item__open`)?.focus();
    });
  } else if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key) && !event.defaultPrevented) {
    const element = item ?? event.target.closest?.(".part[data-place]");
    if (!element) return;
    event.preventDefault();
    if (element.matches("[data-moves], .part")) paper.order.step(element, event.key === "ArrowUp" ? -1 : 1);
  } else if (event.altKey && event.code === "KeyP") {
    event.preventDefault();
    paper.side.show("paper");
  } else if (event.altKey && event.code === "KeyH") {
    event.preventDefault();
    paper.side.show("log");
  } else if (event.key === "?" && !event.target.closest("input, textarea, select")) {
    document.getElementById("keys").showModal();
  }
});

document.querySelector("#rail details").open = window.matchMedia("(min-width: 64.01rem)").matches; // a list to scroll past elsewhere
document.getElementById("rail").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-to]");
  if (!link) return;
  event.preventDefault();
  paper.goTo(link.dataset.to);
});

// Steps of the way leave the page: what is open goes in first, and only then the page is left.
document.getElementById("top").addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-after-saving]");
  if (!link) return;
  event.preventDefault();
  const open = paper.headings.openOnes();
  if (open.some((item) => item.hasAttribute("data-conflict"))) {
    speak("2つの文がある見出しを、先に決めてください。");
    open.find((item) => item.hasAttribute("data-conflict")).scrollIntoView({ block: "center" });
    return;
  }
  const touched = open.filter((item) => paper.headings.of(item).isTouched);
  if ((await paper.saving.flush()) && (!touched.length || (await paper.headings.putIn(touched)))) location.href = link.href;
});

// Signing out waits for what is typed; what cannot be sent stays in this browser for its owner.
document.querySelector('form[action$="/logout/"]')?.addEventListener("submit", async (event) => {
  if (paper.saving.isEmpty) return;
  event.preventDefault();
  await paper.saving.flush();
  event.target.submit();
});

addEventListener("pagehide", () => paper.saving.flush({ last: true }));
addEventListener("online", () => paper.saving.flush());
addEventListener("focus", () => paper.saving.isEmpty || paper.saving.flush());
addEventListener("pageshow", (event) => event.persisted && paper.refresh());
document.addEventListener("visibilitychange", () => document.hidden || paper.here.tell());
listen();
paper.recover();
document.documentElement.dataset.ready = "editor";
