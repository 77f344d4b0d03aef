// One Menu button on narrow screens. Without JavaScript the button stays hidden and the menu is open.

export function startMenu(page) {
  const header = page.querySelector("[data-menu]");
  const button = header?.querySelector("[data-menu-button]");
  if (!button) return;
  button.hidden = false;

  const show = (open) => {
    header.classList.toggle("is-open", open);
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  header.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    show(false);
    button.focus();
  });
}
