// What is typed goes to this browser at once and to the server a moment later, and again until it is there.

const PAUSE = 500;
const AGAIN = 4000;

export class Saving {
  constructor(server, local, tell) {
    this.server = server;
    this.local = local;
    this.tell = tell; // (kind, words): saved, saving, offline, away, refused
    this.waiting = new Map(); // place → {text, base}
    this.timer = null;
    this.sending = null;
  }

  typed(place, text, base) {
    this.waiting.set(place, { text, base });
    this.local.keep(place, text, base).catch(() => {}); // a browser that keeps nothing still sends
    this.later(PAUSE);
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), delay);
  }

  get isEmpty() {
    return this.waiting.size === 0;
  }

  // Resolves to whether everything that was typed until now is with the server.
  async flush(options) {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    this.sending = this.sendAll(options);
    const done = await this.sending;
    this.sending = null;
    return done;
  }

  async sendAll(options) {
    for (const [place, typed] of [...this.waiting]) {
      this.tell("saving");
      const result = await this.server.post("draft/", { place, ...typed }, options);
      if (result.kind === "refused") {
        this.tell("refused", result.sentence); // it stays here: nothing typed is thrown away
        return false;
      }
      if (result.kind !== "ok") {
        this.tell(result.kind);
        this.later(AGAIN);
        return false;
      }
      await this.local.forget(place, typed.text).catch(() => {});
      if (this.waiting.get(place) === typed) this.waiting.delete(place);
      this.tell("saved", result.data.saved);
    }
    return this.isEmpty;
  }

  // What is about to be put in is no draft any more: none may arrive behind it. The record in this browser stays.
  async hold(places) {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    for (const place of places) this.waiting.delete(place);
    if (!this.isEmpty) this.later(PAUSE);
  }

  // The server has this text as part of the paper now: no draft of it is needed.
  async settled(place, text) {
    if (this.waiting.get(place)?.text === text) this.waiting.delete(place);
    await this.local.forget(place, text).catch(() => {});
  }
}
