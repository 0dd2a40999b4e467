// Keeps a draft on the server at each pause of the keys, by the form itself. Without this file the
// button does the same. Nothing is kept in the browser, which others may use.
"use strict";
(() => {
  const form = document.querySelector("form[data-autosave]");
  const told = document.getElementById("autosaved");
  if (!form || !told) return;
  const pause = 3000;
  let waiting = 0;
  let saving = null;
  let kept = "";

  const typed = () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("step", "draft");
    return fields;
  };
  const isBlank = (fields) => !["title", "problem", "change", "body"].some((name) => fields.get(name)?.trim());

  const tell = (words) => {
    told.hidden = false;
    told.textContent = words;
  };

  const save = async () => {
    const fields = typed();
    if (fields.toString() === kept || isBlank(fields)) return;
    const answer = await fetch(form.action, { method: "POST", body: fields }).catch(() => null);
    // What is kept leads to its own page; anything else, a fault or the door, does not.
    const page = answer?.ok && answer.redirected ? new URL(answer.url) : null;
    if (!page || !/^\/proposals\/[^/]+\/edit$/.test(page.pathname)) return tell(told.dataset.failed);
    kept = fields.toString();
    if (form.getAttribute("action") !== page.pathname) {
      form.setAttribute("action", page.pathname);
      history.replaceState(null, "", page.pathname);
    }
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    tell(told.dataset.saved.replace("%", time));
  };

  const begin = () => {
    saving ??= save().finally(() => { saving = null; });
    return saving;
  };

  kept = typed().toString();
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(begin, pause);
  });
  // A draft on its way to the server is waited for, so that sending the form does not make a second one.
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    if (!saving) return;
    event.preventDefault();
    saving.then(() => form.requestSubmit(event.submitter));
  });
})();
