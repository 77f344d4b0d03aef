// The words beside the player: which of the lines in the template is shown, and what a screen reader hears of it.
const TROUBLE_AFTER = 3 * 60_000;
const SLOW_AFTER = 1_000;
const IN_WORDS = /^\p{L}{3,15} \d{1,3}( of \d{1,3})?$/u;

export const placeInWords = (location) =>
  IN_WORDS.test(location ?? "") ? location[0].toLowerCase() + location.slice(1) : "";

export class SavedLine {
  // `root` holds elements with data-saved="<state>", of which one is shown, and one with data-saved-live that is heard.
  constructor(root, { timers = globalThis, clock = Date.now, locale = "en-GB" } = {}) {
    Object.assign(this, { root, timers, clock, locale, state: "opening", since: null });
    this.wasTrouble = false;
    this.isDone = false;
    this.timer = null;
  }

  time(at) {
    return new Intl.DateTimeFormat(this.locale, { hour: "2-digit", minute: "2-digit" }).format(new Date(at));
  }

  // A message from the shell: opened, unopened, saving, saved, unsaved, superseded, expired, refused.
  hear(state, detail = {}) {
    if (state === "opened") {
      if (this.state === "unopened") this.show("opening");
      return;
    }
    this.timers.clearTimeout(this.timer);
    if (state === "saving") {
      // Only a save that takes long is worth a word: the line must not flicker every ten seconds.
      if (this.state !== "unsaved" && this.state !== "failing") {
        this.timer = this.timers.setTimeout(() => this.show("saving"), SLOW_AFTER);
      }
      return;
    }
    if (state === "unsaved") {
      this.since = detail.since ?? this.since ?? this.clock();
      const late = this.clock() - this.since >= TROUBLE_AFTER;
      this.show(late ? "failing" : "unsaved", this.since);
      if (!late) this.timer = this.timers.setTimeout(() => this.hear("unsaved", { since: this.since }), TROUBLE_AFTER);
      return;
    }
    this.since = null;
    const isNews = Boolean(detail.completed) && !this.isDone;
    this.isDone ||= Boolean(detail.completed);
    this.show(state === "saved" && this.isDone ? "completed" : state, detail.at, detail.location, isNews);
  }

  // `isNews`: that the lesson is done was not known before. It is read out then, and not after every later save.
  show(state, at = this.clock(), location = "", isNews = false) {
    const before = this.state;
    this.state = state;
    for (const line of this.root.querySelectorAll("[data-saved]")) line.hidden = line.dataset.saved !== state;
    const line = this.root.querySelector(`[data-saved="${state}"]`);
    if (!line) return;
    for (const part of line.querySelectorAll("[data-saved-time]")) part.textContent = this.time(at);
    for (const part of line.querySelectorAll("[data-saved-minutes]")) {
      part.textContent = String(Math.max(1, Math.floor((this.clock() - at) / 60_000)));
    }
    for (const part of line.querySelectorAll("[data-saved-place]")) {
      const place = placeInWords(location);
      part.hidden = place === "";
      for (const name of part.querySelectorAll("[data-saved-place-name]")) name.textContent = place;
    }
    const trouble = !["saved", "saving", "opening", "completed"].includes(state);
    const isOver = this.wasTrouble && ["saved", "completed"].includes(state);
    if ((trouble && before !== state) || isOver || isNews) {
      this.root.querySelector("[data-saved-live]").textContent = line.textContent.replace(/\s+/g, " ").trim();
    }
    if (state !== "saving") this.wasTrouble = trouble;
  }
}
