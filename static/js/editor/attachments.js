// The PDFs behind the paper: chosen or dropped, named, put in order, taken off.

import { speak } from "./speak.js";

export class Attachments {
  constructor(paper) {
    this.paper = paper;
    const parts = document.getElementById("parts");
    parts.addEventListener("change", (event) => event.target.id === "new-file" && this.bring([...event.target.files]));
    parts.addEventListener("click", (event) => {
      const button = event.target.closest("[data-file]");
      if (button) this.act(button.dataset.file, button.closest(".file"));
    });
    parts.addEventListener("dragover", (event) => event.target.closest("#attachments") && event.dataTransfer.types.includes("Files") && event.preventDefault());
    parts.addEventListener("drop", (event) => {
      if (!event.target.closest("#attachments") || !event.dataTransfer.files.length) return;
      event.preventDefault();
      this.bring([...event.dataTransfer.files]);
    });
  }

  async bring(files) {
    this.wrong("");
    for (const file of files) {
      document.getElementById("file-going").textContent = `「${file.name}」を確かめています。`;
      const data = new FormData();
      data.set("title", file.name.replace(/\.pdf$/i, ""));
      data.set("file", file);
      const result = await this.paper.server.form(document.getElementById("attachments").dataset.at, data);
      document.getElementById("file-going").textContent = "";
      if (result.kind !== "ok") return this.wrong(result.sentence ?? "送れませんでした。つながってから、もう一度選んでください。", file.name);
      await this.paper.refresh();
      speak(`「${file.name}」を付けました。`);
    }
  }

  wrong(sentence, name = "") {
    const line = document.getElementById("file-wrong");
    line.textContent = sentence && `「${name}」：${sentence}`;
    document.getElementById("new-file").value = "";
  }

  async act(verb, row) {
    const { pk, title } = row.dataset;
    if (verb === "rename") {
      const box = row.querySelector(".rename");
      box.hidden = !box.hidden;
      if (!box.hidden) box.querySelector("input").select();
      return;
    }
    if (verb === "renamed") return this.send(pk, "rename", { title: row.querySelector("input").value, base: title }, "題名を変えました。");
    if (verb === "detach") return this.send(pk, "detach", {}, `「${title}」を外しました。`);
    const rows = [...row.parentElement.children];
    const to = rows.indexOf(row) + (verb === "up" ? -1 : 1);
    if (to < 0 || to >= rows.length) return speak(verb === "up" ? "いちばん上です。" : "いちばん下です。");
    const before = rows[verb === "up" ? to : to + 1]?.dataset.key ?? "";
    await this.send(pk, "move", { before }, `${to + 1}番目に移しました。`);
    return document.querySelector(`.file[data-pk="${pk}"] [data-file="${verb}"]`)?.focus();
  }

  async send(pk, verb, data, done) {
    const result = await this.paper.server.at(`/attachments/${pk}/${verb}/`, data);
    if (result.kind !== "ok") this.paper.status.tell(result.kind, result.sentence);
    else speak(done);
    return this.paper.refresh();
  }
}
