// "Exit this page": blank at once, go elsewhere in place of this page; Shift pressed three times does the same.

export const WITHIN_MS = 5000;

// Counts lone presses of Shift: any other key, or a pause, starts again.
export class ShiftCounter {
  constructor(needed = 3, within = WITHIN_MS) {
    this.needed = needed;
    this.within = within;
    this.presses = [];
  }

  // Whether this press was the last one needed.
  press(key, at, repeated = false) {
    if (repeated) return false;
    if (key !== "Shift") {
      this.presses = [];
      return false;
    }
    this.presses = [...this.presses.filter((time) => at - time <= this.within), at];
    return this.presses.length >= this.needed;
  }
}

export function leave(address, page, place) {
  page.documentElement.classList.add("is-left");
  page.body.replaceChildren();
  page.title = "";
  place.replace(address);
}

export function startExit(page, view) {
  const link = page.querySelector("[data-exit]");
  if (!link) return;
  const address = link.href;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    leave(address, page, view.location);
  });
  const counter = new ShiftCounter();
  page.addEventListener("keydown", (event) => {
    if (counter.press(event.key, event.timeStamp, event.repeat)) leave(address, page, view.location);
  });
}
