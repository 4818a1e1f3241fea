"use strict";
(() => {
  const find = (selector) => document.querySelector(selector);

  // Single keys, which can be turned off, and which never work while somebody writes in a field.
  const ALIKE = { j: "n", k: "p", ArrowRight: "n", ArrowLeft: "p", "=": "+" };
  const box = find("#keys-on");
  const on = () => localStorage.getItem("keys") !== "off";
  if (box) {
    box.checked = on();
    box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
  }
  const writing = (at) => at.matches("select, textarea, input:not([type=checkbox])") || at.isContentEditable;
  let gone = false;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const form = event.target.closest?.("details[open]");
      if (form) { form.open = false; form.querySelector("summary").focus(); }
      return;
    }
    if (!on() || gone || event.ctrlKey || event.altKey || event.metaKey || event.repeat || writing(event.target)) return;
    if (event.key.startsWith("Arrow") && event.target.closest(".picture, .text, .scroll")) return;
    const key = ALIKE[event.key] ?? event.key.toLowerCase();
    const target = [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);
    if (!target) return;
    event.preventDefault();
    target.click();
  });
  // A second press while the first is on its way would decide about the same number twice.
  document.addEventListener("submit", (event) => {
    if (gone) event.preventDefault();
    gone = true;
  });
  window.addEventListener("pageshow", () => { gone = false; });

  for (const opener of document.querySelectorAll("[data-open]")) {
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      const part = document.getElementById(opener.dataset.open);
      part.open = true;
      part.querySelector("select, input:not([type=hidden])").focus();
    });
  }

  // The page as a picture: its size, and the number in the middle.
  const page = find(".page");
  const middle = () => {
    const mark = find(".picture .marks .number");
    const frame = find(".picture:not(.tall)");
    if (!mark || !frame) return;
    const at = mark.getBoundingClientRect(), around = frame.getBoundingClientRect();
    frame.scrollTop += at.top + at.height / 2 - around.top - frame.clientHeight / 2;
    frame.scrollLeft += at.left + at.width / 2 - around.left - frame.clientWidth / 2;
  };
  const picture = page?.querySelector("img");
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => {
      const now = Number(/z(\d)/.exec(page.className)[1]);
      const then = Math.min(4, Math.max(1, now + (button.dataset.zoom === "in" ? 1 : -1)));
      page.className = `page z${then}`;
      if (then > 1) { picture.removeAttribute("srcset"); picture.src = picture.dataset.sharp; }
      middle();
    });
  }
  if (picture) picture.complete ? middle() : picture.addEventListener("load", middle, { once: true });
  const text = find(".text:not(.tall)"), mark = text?.querySelector("mark.number");
  if (mark) text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  if (page?.dataset.marks) {
    fetch(page.dataset.marks).then((answer) => answer.text().then((said) => {
      const waiting = find(".waiting");
      if (!answer.ok) { waiting.textContent = "The marks cannot be shown."; return; }
      page.insertAdjacentHTML("beforeend", said);
      waiting.remove();
      middle();
    }));
  }

  // The form offers what the measure that is chosen can have.
  const form = find(".record-form");
  if (form) {
    fetch("/catalogue.json").then((answer) => answer.json()).then(({ metrics, dimensions }) => {
      const members = (row) => {
        const list = document.getElementById(`members${row}`);
        const known = dimensions[form.elements[`dimension${row}`].value] ?? [];
        list.replaceChildren(...known.map((value) => new Option("", value)));
      };
      const fit = () => {
        const metric = metrics[form.elements.metric.value];
        const units = metric?.[form.elements.kind.value];
        for (const option of form.elements.unit.options) option.disabled = !!units && !units.includes(option.value);
        const unit = form.elements.unit;
        if (units && unit.selectedOptions[0]?.disabled) unit.value = units[0];
        for (let row = 0; form.elements[`dimension${row}`]; row += 1) {
          for (const option of form.elements[`dimension${row}`].options) {
            option.disabled = !!metric && option.value !== "" && !metric.by.includes(option.value);
          }
          members(row);
        }
      };
      form.addEventListener("change", fit);
      fit();
    });
  }
})();
