"use strict";
(() => {
  const note = document.getElementById("note");
  const hide = () => { note.hidden = true; };
  const show = (mark) => {
    note.textContent = mark.getAttribute("aria-label");
    note.hidden = false;
    const box = mark.getBoundingClientRect();
    const left = Math.min(Math.max(box.left, 8), document.documentElement.clientWidth - note.offsetWidth - 8);
    const above = box.top - note.offsetHeight - 8;
    note.style.left = `${Math.max(left, 8) + window.scrollX}px`;
    note.style.top = `${(above > 0 ? above : box.bottom + 8) + window.scrollY}px`;
  };
  for (const mark of document.querySelectorAll(".mark")) {
    mark.querySelector("title")?.remove();
    mark.addEventListener("mouseenter", () => show(mark));
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("mouseleave", hide);
    mark.addEventListener("blur", hide);
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
