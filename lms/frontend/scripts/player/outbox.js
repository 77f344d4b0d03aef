// The outbox: sends what changed, one commit at a time and in order, and tries again until the server has it.
//
// A commit that fails is never sent again as it was: the next one has a higher number and holds everything, so that it
// does not matter which of them arrived.
import { changes, isEmpty } from "./delta.js";

export const BEACON_BYTES = 60_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const FINAL = { 400: "refused", 403: "expired", 404: "expired", 409: "superseded", 410: "expired", 413: "refused" };

const HEAVY = ["suspend_data", "interactions", "comments_from_learner", "comments", "objectives"];
export const bytes = (body) => new Blob([JSON.stringify(body)]).size;

// As much of a commit as fits a beacon: status, score, time and place before all. What is left out is not taken away.
function lightened(body) {
  const light = { ...body, full: false, cmi: { ...body.cmi } };
  for (const name of HEAVY) {
    if (bytes(light) <= BEACON_BYTES) break;
    delete light.cmi[name];
  }
  return light;
}

export class Outbox {
  // send(body) -> Promise of {status, retryAfter, data}; beacon(body) -> whether the browser took it;
  // keep(entry or null): what the site's page holds for the next launch; tell(state, detail): for the learner to see.
  constructor({ sequence = 0, send, beacon, keep, tell, timers = globalThis, clock = Date.now }) {
    Object.assign(this, { sequence, send, beacon, keep, tell, timers, clock });
    this.acknowledged = null;
    this.wanted = null;
    this.sending = false;
    this.failures = 0;
    this.unsavedSince = null;
    this.closed = false;
    this.timer = null;
    this.beaconed = null;
    this.leaving = false; // the page may go any moment, perhaps for a new launch of the same lesson
  }

  // Take a snapshot of the CMI. `urgent`: the page is being left, so there is no time to wait for answers.
  offer(cmi, { terminated = false, earlierSeconds = 0, urgent = false } = {}) {
    if (this.closed) return;
    const ends = terminated || (this.wanted?.terminated && isEmpty(changes(this.wanted.cmi, cmi)));
    this.wanted = { cmi, terminated: Boolean(ends), earlierSeconds, at: this.clock() };
    if (!this.isDue()) {
      this.tell("saved", { at: this.clock() });
      return;
    }
    this.unsavedSince ??= this.clock();
    this.keep(this.body(this.sequence + 1));
    if (urgent) this.leave();
    else if (!this.sending && this.failures === 0) this.next();
  }

  isDue() {
    if (!this.wanted) return false;
    if (this.acknowledged === null) return true;
    if (this.wanted.terminated !== this.acknowledged.terminated) return true;
    return !isEmpty(changes(this.acknowledged.cmi, this.wanted.cmi));
  }

  body(sequence) {
    const full = this.acknowledged === null;
    return {
      sequence,
      full,
      terminated: this.wanted.terminated,
      leaving: this.leaving,
      earlier_seconds: this.wanted.earlierSeconds,
      cmi: full ? this.wanted.cmi : changes(this.acknowledged.cmi, this.wanted.cmi),
    };
  }

  async next() {
    this.timers.clearTimeout(this.timer);
    if (this.closed || this.sending || !this.isDue()) return;
    const offered = this.wanted;
    const body = this.body(++this.sequence);
    this.sending = true;
    this.tell("saving", { since: this.unsavedSince });
    let answer;
    try {
      answer = await this.send(body);
    } catch {
      answer = { status: 0 };
    }
    this.sending = false;
    if (answer.status === 200) this.arrived(offered, answer.data ?? {});
    else if (FINAL[answer.status] && !this.isMakingWay(answer.status)) this.end(FINAL[answer.status]);
    else this.failed(answer.retryAfter);
  }

  // This page is left for a new launch that came first: what content says in the end is still to be sent.
  isMakingWay(status) {
    return this.leaving && FINAL[status] === "superseded";
  }

  arrived(offered, data) {
    this.failures = 0;
    this.acknowledged = { cmi: offered.cmi, terminated: offered.terminated };
    if (this.isDue()) {
      this.keep(this.body(this.sequence + 1));
      this.next();
      return;
    }
    this.unsavedSince = null;
    this.keep(null);
    this.tell("saved", { at: this.clock(), completed: Boolean(data.completed), terminated: offered.terminated });
  }

  // It may have arrived all the same, only the answer did not: what the server holds is not known, so say it all again.
  failed(retryAfter) {
    this.failures += 1;
    this.acknowledged = null;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.failures - 1));
    this.tell("unsaved", { since: this.unsavedSince });
    this.timer = this.timers.setTimeout(() => this.next(), Math.max(wait, (retryAfter ?? 0) * 1_000));
  }

  end(state) {
    this.closed = true;
    if (state === "superseded") this.keep(null);
    this.tell(state, { since: this.unsavedSince });
  }

  // Send at once, without waiting for what is under way: the page is hidden or left. Answers whether it was taken.
  leave() {
    if (this.closed || !this.isDue() || this.beaconed === this.wanted) return true;
    this.beaconed = this.wanted;
    const body = this.body(++this.sequence);
    if (bytes(body) <= BEACON_BYTES) return this.beacon(body);
    this.beacon(lightened(body));
    return this.beacon({ ...body, sequence: ++this.sequence });
  }

  // The page was left for a while and is shown again, or the network is back: do not wait for the timer.
  hurry() {
    if (this.beaconed) this.acknowledged = this.beaconed = null; // nobody heard what became of the beacon
    if (!this.sending) this.next();
  }
}
