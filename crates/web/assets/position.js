// Takes a position without loading the page again. Without this file the same form does the same.
"use strict";
(() => {
  const listen = (form) => form?.addEventListener("submit", send);

  // The ordinary way, which also shows what a rule says no to.
  const sendPlainly = (form, button) => {
    form.removeEventListener("submit", send);
    form.requestSubmit(button);
  };

  async function send(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const button = event.submitter;
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams({ position: button.value }), keepalive: true });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = answer.ok && page.getElementById("positions");
      if (!fresh) return answer.redirected ? location.assign(answer.url) : sendPlainly(form, button);
      document.getElementById("positions").replaceWith(fresh);
      const same = fresh.querySelector(`button[value="${button.value}"]`) ?? fresh.querySelector("button");
      same?.focus();
      listen(fresh.querySelector("form[data-position]"));
    } catch {
      sendPlainly(form, button);
    }
  }

  listen(document.querySelector("form[data-position]"));
})();
