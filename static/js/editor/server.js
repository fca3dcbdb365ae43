// Talking to the server. Every answer is one of: ok, offline (nobody answered), away (the session has ended, or it is
// another person's now), refused (with a sentence).

export class Server {
  constructor(base, user) {
    this.base = base;
    this.user = user;
  }

  post(page, data, options) {
    return this.at(this.base + page, data, options);
  }

  async at(address, data, { last = false } = {}) {
    const body = JSON.stringify(data);
    const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf(), "X-Typed-By": this.user };
    // A page that closes may send a little more; what is too long for that waits in the browser.
    const keepalive = last && body.length < 20_000;
    return answer(fetch(address, { method: "POST", headers, body, keepalive, redirect: "manual" }));
  }

  form(address, body) {
    const headers = { Accept: "application/json", "X-CSRFToken": csrf(), "X-Typed-By": this.user };
    return answer(fetch(address, { method: "POST", headers, body, redirect: "manual" }));
  }

  async get(page) {
    return answer(fetch(this.base + page, { redirect: "manual" }));
  }
}

function csrf() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    return { kind: "offline" };
  }
  if (response.type === "opaqueredirect" || response.status === 403) return { kind: "away" };
  if (response.status >= 500) return { kind: "offline" };
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  const data = isJson ? await response.json() : await response.text();
  if (!response.ok) return { kind: "refused", sentence: data.sentence ?? "受け付けられませんでした。画面を読み込み直してください。" };
  return { kind: "ok", data };
}
