// A word of the glossary shows its definition where it stands; without this script it is a link to the glossary.

/**
 * Let each link to a term open its definition instead of leaving the page.
 * @param {Document} document
 */
export function startDefinitions(document) {
  for (const link of document.querySelectorAll("a[data-definition]")) {
    const definition = document.getElementById(link.dataset.definition);
    if (!definition || typeof definition.showPopover !== "function") continue;
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", definition.id);
    // Behind the word, so that the keyboard comes to it next.
    link.after(definition);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      definition.togglePopover();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      definition.togglePopover();
    });
    definition.addEventListener("toggle", (event) => {
      link.setAttribute("aria-expanded", String(event.newState === "open"));
    });
  }
}
