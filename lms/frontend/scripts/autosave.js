// Saves a long form while it is filled in (`form[data-autosave]`): soon after each change, a little later while somebody
// types, and at once when the page is left; one request at a time. While something is not saved yet the page says no more
// that it is.
// The server answers {words, fields}: what to say in `[data-autosave-state]`, and new values of hidden fields. Without
// JavaScript the button at the end saves.

export const AFTER_MS = 800;
export const TYPING_MS = 3000;
export const AGAIN_MS = 10000;

export class Autosave {
  constructor({
    send,
    done,
    failed,
    unsaved = () => {},
    later = (run, wait) => setTimeout(run, wait),
    cancel = (timer) => clearTimeout(timer),
  }) {
    Object.assign(this, { send, done, failed, unsaved, later, cancel });
    Object.assign(this, { timer: null, running: false, again: false, dirty: false, stopped: false });
  }

  changed(wait = AFTER_MS) {
    this.dirty = true;
    this.unsaved();
    this.plan(wait);
  }

  // The page is left: there is no time to wait for a request that runs.
  flush() {
    if (!this.dirty || this.stopped) return undefined;
    this.cancel(this.timer);
    this.running = false;
    return this.save();
  }

  // The form's own button saves everything: nothing more is sent from here.
  stop() {
    this.cancel(this.timer);
    this.again = false;
    this.stopped = true;
  }

  plan(wait) {
    if (this.stopped) return;
    this.cancel(this.timer);
    this.timer = this.later(() => this.save(), wait);
  }

  async save() {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    this.dirty = false;
    try {
      const answer = await this.send();
      this.done(answer, !this.dirty);
    } catch {
      this.dirty = true;
      this.failed();
      this.plan(AGAIN_MS);
    }
    this.running = false;
    if (this.again && !this.stopped) {
      this.again = false;
      await this.save();
    }
  }
}

export function startAutosave(page, view) {
  page.querySelectorAll("form[data-autosave]").forEach((form) => {
    const state = form.querySelector("[data-autosave-state]");
    const saving = new Autosave({
      send: async () => {
        const body = new view.FormData(form);
        body.set("autosave", "1");
        const answer = await view.fetch(form.action, { method: "POST", body, redirect: "error", keepalive: true });
        if (!answer.ok && answer.status !== 404) throw new Error(String(answer.status)); // a 404 says what is gone
        return answer.json();
      },
      done: ({ words, fields }, isAll) => {
        Object.entries(fields).forEach(([name, value]) => {
          form.elements[name].value = value;
        });
        state.textContent = isAll ? words : "";
      },
      failed: () => {
        state.textContent = form.dataset.autosave;
      },
      unsaved: () => {
        if (state.textContent !== form.dataset.autosave) state.textContent = "";
      },
    });
    form.addEventListener("input", () => saving.changed(TYPING_MS));
    form.addEventListener("change", () => saving.changed());
    view.addEventListener("pagehide", () => saving.flush());
    form.addEventListener("submit", () => saving.stop());
  });
}
