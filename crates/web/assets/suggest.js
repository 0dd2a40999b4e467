// Names of organisations while one types. Without it, the form searches all the same.
"use strict";
(() => {
  const field = document.querySelector("input[data-suggest]");
  if (!field) return;
  const list = document.createElement("ul");
  list.id = "suggested";
  list.className = "search__suggestions search__suggestions--over";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.label);
  list.hidden = true;
  field.closest(".search__row").after(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  let waiting = 0;
  let asked = "";
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const option = ({ name, place, path }, rank) => {
    const item = document.createElement("li");
    item.id = `suggested-${rank}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.path = path;
    item.textContent = name;
    const where = document.createElement("span");
    where.className = "search__kind";
    where.textContent = ` ${place}`;
    item.append(where);
    return item;
  };

  const show = (names) => {
    list.replaceChildren(...names.map(option));
    if (names.length === 0) return close();
    chosen = -1;
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  };

  const open = (item) => location.assign(item.dataset.path);

  const choose = (next) => {
    const options = [...list.children];
    chosen = (next + options.length + 1) % (options.length + 1);
    options.forEach((one, rank) => one.setAttribute("aria-selected", String(rank === chosen)));
    if (chosen < options.length) {
      field.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  };

  const ask = async () => {
    const text = field.value.trim();
    if (text === asked) return;
    asked = text;
    if (text.length < 2) return close();
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(text.slice(0, 200))}`).catch(() => null);
    if (answer?.ok && asked === text && document.activeElement === field) show(await answer.json());
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? list.children.length - 1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && list.children[chosen]) open(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus, which closes the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) open(item);
  });
  field.addEventListener("blur", close);
})();
