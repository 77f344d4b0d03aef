// Keeps the place in a lesson: the last heading that was read past is sent to the address in `data-reading-position`.

export const EVERY_MS = 4000;

// The id of the last heading at or above the line; headings are given as {id, top} from top to bottom.
export function lastPassed(headings, line) {
  const passed = headings.filter((heading) => heading.top <= line);
  return passed.length ? passed[passed.length - 1].id : "";
}

// Lets one value through at most every `every` milliseconds and never the same one twice; the last one is not lost.
export class Throttle {
  constructor(send, { every = EVERY_MS, now = Date.now, later = (run, wait) => setTimeout(run, wait) } = {}) {
    Object.assign(this, { send, every, now, later, sent: "", sentAt: -Infinity, waiting: null });
  }

  offer(value) {
    if (!value || value === this.sent) {
      this.waiting = null;
      return;
    }
    const wait = this.sentAt + this.every - this.now();
    if (wait <= 0) {
      this.pass(value);
      return;
    }
    if (this.waiting === null) this.later(() => this.flush(), wait);
    this.waiting = value;
  }

  flush() {
    if (this.waiting !== null) this.pass(this.waiting);
  }

  pass(value) {
    this.waiting = null;
    this.sent = value;
    this.sentAt = this.now();
    this.send(value);
  }
}

export function startReadingPosition(page, view) {
  const article = page.querySelector("[data-reading-position]");
  if (!article) return;
  const headings = [...article.querySelectorAll("h2[id], h3[id]")];
  if (!headings.length) return;
  const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";

  const throttle = new Throttle((anchor) => {
    view
      .fetch(article.dataset.readingPosition, {
        method: "POST",
        keepalive: true,
        headers: { "X-CSRFToken": token },
        body: new URLSearchParams({ anchor }),
      })
      .catch(() => {});
  });
  const look = () => {
    const tops = headings.map((heading) => ({ id: heading.id, top: heading.getBoundingClientRect().top }));
    throttle.offer(lastPassed(tops, view.innerHeight / 2));
  };
  page.addEventListener("scroll", look, { passive: true });
  page.addEventListener("visibilitychange", () => {
    if (page.visibilityState === "hidden") throttle.flush();
  });
}
