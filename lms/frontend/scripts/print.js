// A button that prints the page (`data-print`). Without JavaScript it stays hidden: the browser's own menu prints.

export function startPrint(page, view) {
  page.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => view.print());
  });
}
