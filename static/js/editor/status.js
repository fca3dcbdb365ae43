// The line that says whether what is typed is safe. It is spoken only when it changes kind.

const WORDS = {
  saving: "保存しています",
  offline: "つながっていません。入力はこの端末に残っています",
  away: "しばらく操作がなかったので、サインインし直してください。入力は残っています",
};

export class Status {
  constructor(main) {
    this.line = document.getElementById("saved");
    this.words = document.getElementById("saved-words");
    this.notice = document.getElementById("notice");
    this.signIn = `${main.dataset.signIn}?next=${encodeURIComponent(location.pathname)}`;
    this.kind = "saved";
  }

  tell(kind, words) {
    // On the way from trouble to rest nothing flickers: "saving" shows only from rest.
    if (kind === "saving" && this.kind !== "saved") return;
    this.line.classList.toggle("is-waiting", kind === "offline" || kind === "away");
    const said = kind === "saved" ? `${words}に保存` : WORDS[kind] ?? words;
    if (this.words.textContent !== said) this.words.textContent = said;
    if (kind === "saving") return;
    if (kind !== this.kind) this.explain(kind, words);
    this.kind = kind;
  }

  explain(kind, words) {
    this.notice.hidden = kind === "saved";
    this.notice.replaceChildren();
    if (kind === "offline") this.notice.append(sentence("つながっていません。入力はこの端末に残り、つながると保存します。"));
    if (kind === "away") this.notice.append(sentence("しばらく操作がなかったので、サインインし直してください。入力は残っています。"), this.door());
    if (kind === "refused") this.notice.append(sentence(words));
  }

  door() {
    const link = document.createElement("a");
    Object.assign(link, { href: this.signIn, target: "_blank", rel: "opener", textContent: "サインインする（新しいタブ）" });
    return link;
  }
}

function sentence(words) {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}
