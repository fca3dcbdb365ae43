// A form with data-passkey asks the browser for a passkey when it is sent, and is sent with the answer in `credential`.
// What to ask for stands in the form as JSON or, at the door, comes from the address that the form goes to.

const SENTENCES = {
  NotAllowedError: "パスキーを使わずに閉じました。もう一度押すと、やり直せます。",
  InvalidStateError: "この端末のパスキーは、もう追加してあります。",
  SecurityError: "このアドレスではパスキーを使えません。事務局に知らせてください。",
};
const UNSUPPORTED = "このブラウザーではパスキーを使えません。パスワードや認証アプリをお使いください。";
const OTHERWISE = "パスキーを確認できませんでした。もう一度押すと、やり直せます。";

async function options(form) {
  const data = form.querySelector("script[type='application/json']");
  if (data) return JSON.parse(data.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  return answer.json();
}

async function created(form) {
  const { creation_options: asked } = await options(form);
  const alone = form.elements.passwordless.checked; // a key that stands in for the password as well is kept in the device
  Object.assign(asked.publicKey.authenticatorSelection, {
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone && { userVerification: "required" }),
  });
  return webauthnJSON.create(asked);
}

async function got(form) {
  const { request_options: asked } = await options(form);
  return webauthnJSON.get(asked);
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const status = form.querySelector("[role=status]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    status.textContent = "";
    if (!webauthnJSON.supported()) {
      status.textContent = UNSUPPORTED;
      return;
    }
    try {
      const credential = await (form.dataset.passkey === "create" ? created(form) : got(form));
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch (problem) {
      status.textContent = SENTENCES[problem.name] ?? OTHERWISE;
    }
  });
}
