// Saves a long form while it is filled in (`form[data-autosave]`): soon after each change, one request at a time.
// The server answers {words, fields}: what to say in `[data-autosave-state]`, and new values of hidden fields. Without
// JavaScript the button at the end saves.

export const AFTER_MS = 800;
export const AGAIN_MS = 10000;

export class Autosave {
  constructor({
    send,
    done,
    failed,
    later = (run, wait) => setTimeout(run, wait),
    cancel = (timer) => clearTimeout(timer),
  }) {
    Object.assign(this, { send, done, failed, later, cancel, timer: null, running: false, again: false });
  }

  changed() {
    this.plan(AFTER_MS);
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
    try {
      this.done(await this.send());
    } catch {
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
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      },
      done: ({ words, fields }) => {
        Object.entries(fields).forEach(([name, value]) => {
          form.elements[name].value = value;
        });
        state.textContent = words;
      },
      failed: () => {
        state.textContent = form.dataset.autosave;
      },
    });
    form.addEventListener("change", () => saving.changed());
    form.addEventListener("submit", () => saving.stop());
  });
}
