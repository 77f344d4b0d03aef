// A list whose rows can be ticked (`form[data-choose]`): the button says how many are. Without a script it says so in words.

export function words(button, number) {
  if (number === 1) return button.dataset.one;
  return number ? button.dataset.many.replace("%d", String(number)) : button.dataset.none;
}

export function startChoosing(page) {
  for (const form of page.querySelectorAll("form[data-choose]")) {
    const button = form.querySelector("[data-choose-button]");
    button.dataset.none = button.textContent;
    const say = () => {
      button.textContent = words(button, form.querySelectorAll("input[type=checkbox]:checked").length);
    };
    form.addEventListener("change", say);
    say();
  }
}
