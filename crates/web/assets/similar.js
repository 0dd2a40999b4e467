// Shows what is already proposed while somebody writes. Without it, the preview says the same.
"use strict";
(() => {
  const place = document.querySelector("[data-similar]");
  const title = document.getElementById("title");
  const problem = document.getElementById("problem");
  if (!place || !title || !problem) return;
  let waiting = 0;
  let asked = "";

  const show = (near) => {
    const list = document.createElement("ul");
    list.className = "search__suggestions";
    list.setAttribute("aria-label", place.dataset.title);
    for (const { title, path } of near) {
      const link = document.createElement("a");
      link.href = path;
      link.target = "_blank";
      link.textContent = title;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    const heading = document.createElement("p");
    heading.className = "small muted";
    heading.textContent = place.dataset.title;
    place.replaceChildren(heading, list);
    place.hidden = near.length === 0;
  };

  const ask = async () => {
    const text = `${title.value}\n${problem.value}`.trim().slice(0, 1500);
    if (text === asked || text.length < 12) return;
    asked = text;
    const answer = await fetch(`${place.dataset.similar}?text=${encodeURIComponent(text)}`).catch(() => null);
    if (answer?.ok && asked === text) show(await answer.json());
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 600);
  };
  title.addEventListener("input", later);
  problem.addEventListener("input", later);
})();
