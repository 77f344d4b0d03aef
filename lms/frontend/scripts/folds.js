// Filters and contents (`details.fold-s`): folded on a narrow screen, open where there is room.

export const ROOM = "(min-width: 60em)";

export function fold(details, room) {
  details.forEach((element) => {
    if (room) element.open = true;
    else if (!element.hasAttribute("data-keep-open")) element.open = false;
  });
}

export function startFolds(page, view) {
  const details = [...page.querySelectorAll("details.fold-s")];
  if (!details.length) return;
  const query = view.matchMedia(ROOM);
  fold(details, query.matches);
  query.addEventListener("change", () => fold(details, query.matches));
}
