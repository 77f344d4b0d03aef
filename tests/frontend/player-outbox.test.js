// The outbox: in order, one at a time, again until acknowledged, and never the same number with other content.
import assert from "node:assert/strict";
import { test } from "node:test";

import { changes } from "../../lms/frontend/scripts/player/delta.js";
import { Outbox } from "../../lms/frontend/scripts/player/outbox.js";

function bench(answers = []) {
  const seen = { sent: [], beacons: [], kept: [], told: [], timers: [] };
  const outbox = new Outbox({
    send: async (body) => {
      seen.sent.push(structuredClone(body));
      const answer = answers.length ? answers.shift() : { status: 200 };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    beacon: (body) => seen.beacons.push(structuredClone(body)) > 0,
    keep: (entry) => seen.kept.push(structuredClone(entry)),
    tell: (state) => seen.told.push(state),
    timers: { setTimeout: (act, wait) => seen.timers.push({ act, wait }), clearTimeout() {} },
    clock: () => 1000,
  });
  return { outbox, seen };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));
const cmi = (place, more = {}) => ({ core: { lesson_location: place, score: { raw: "" } }, suspend_data: "a", ...more });

test("the first commit is full and the next ones hold what changed", async () => {
  const { outbox, seen } = bench();
  outbox.offer(cmi("1"));
  await settle();
  outbox.offer(cmi("2"));
  await settle();
  assert.deepEqual(seen.sent.map((body) => [body.sequence, body.full, body.cmi]), [
    [1, true, cmi("1")],
    [2, false, { core: { lesson_location: "2" } }],
  ]);
  assert.equal(seen.kept.at(-1), null);
  assert.equal(seen.told.at(-1), "saved");
});

test("nothing new is nothing sent", async () => {
  const { outbox, seen } = bench();
  outbox.offer(cmi("1"));
  await settle();
  outbox.offer(cmi("1"));
  await settle();
  assert.equal(seen.sent.length, 1);
});

test("what is offered while a commit is under way goes in the next one", async () => {
  const { outbox, seen } = bench();
  outbox.offer(cmi("1"));
  outbox.offer(cmi("2"));
  outbox.offer(cmi("3"));
  await settle();
  await settle();
  assert.deepEqual(seen.sent.map((body) => body.sequence), [1, 2]);
  assert.deepEqual(seen.sent[1].cmi, { core: { lesson_location: "3" } });
});

for (const answer of [{ status: 503 }, { status: 429, retryAfter: 7 }, { status: 500 }, new Error("network")]) {
  test(`after ${answer.status ?? "a network fault"} the next commit has a higher number and all that is missing`, async () => {
    const { outbox, seen } = bench([answer]);
    outbox.offer(cmi("1"));
    await settle();
    assert.deepEqual(seen.told, ["saving", "unsaved"]);
    assert.equal(seen.timers.at(-1).wait, answer.retryAfter ? 7000 : 1000);
    outbox.offer(cmi("2"));
    seen.timers.at(-1).act();
    await settle();
    assert.deepEqual(seen.sent.map((body) => body.sequence), [1, 2]);
    assert.deepEqual(seen.sent[1].cmi, cmi("2"));
    assert.equal(seen.told.at(-1), "saved");
  });
}

test("a value that was changed back while an answer was lost is sent again", async () => {
  const { outbox, seen } = bench([{ status: 200 }, new Error("network")]);
  outbox.offer(cmi("1"));
  await settle();
  outbox.offer(cmi("2"));
  await settle();
  outbox.offer(cmi("1"));
  assert.equal(seen.told.at(-1), "unsaved");
  seen.timers.at(-1).act();
  await settle();
  assert.deepEqual([seen.sent.at(-1).full, seen.sent.at(-1).cmi], [true, cmi("1")]);
  assert.equal(seen.told.at(-1), "saved");
});

test("waiting grows to half a minute and no further", async () => {
  const { outbox, seen } = bench(Array.from({ length: 8 }, () => ({ status: 503 })));
  outbox.offer(cmi("1"));
  for (let round = 0; round < 7; round += 1) {
    await settle();
    seen.timers.at(-1).act();
  }
  await settle();
  assert.deepEqual(seen.timers.map(({ wait }) => wait), [1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
});

for (const [status, state] of [[409, "superseded"], [404, "expired"], [400, "refused"], [413, "refused"]]) {
  test(`${status} ends the outbox as ${state}`, async () => {
    const { outbox, seen } = bench([{ status }]);
    outbox.offer(cmi("1"));
    await settle();
    outbox.offer(cmi("2"));
    await settle();
    assert.equal(seen.sent.length, 1);
    assert.equal(seen.told.at(-1), state);
  });
}

test("leaving sends a beacon at once, even while a commit is under way, and once for each state", async () => {
  const { outbox, seen } = bench();
  outbox.offer(cmi("1"));
  outbox.offer(cmi("2"), { urgent: true });
  outbox.leave();
  assert.deepEqual(seen.beacons.map((body) => [body.sequence, body.full]), [[2, true]]);
  outbox.offer(cmi("3"), { urgent: true, terminated: true });
  assert.deepEqual(seen.beacons.map((body) => [body.sequence, body.terminated]), [[2, false], [3, true]]);
});

test("the page keeps what is not acknowledged until it is", async () => {
  const { outbox, seen } = bench([{ status: 503 }]);
  outbox.offer(cmi("1"));
  await settle();
  assert.deepEqual([seen.kept.at(-1).sequence, seen.kept.at(-1).cmi], [1, cmi("1")]);
  seen.timers.at(-1).act();
  await settle();
  assert.equal(seen.kept.at(-1), null);
});

test("a delta after a large first commit fits a beacon", () => {
  const long = "x".repeat(63_000);
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [n, { id: `question-${n}`, result: "correct" }]));
  const before = { core: {}, suspend_data: long, interactions: many };
  const after = structuredClone(before);
  after.core = { lesson_location: "9", exit: "suspend" };
  after.interactions[300] = { id: "question-300" };
  assert.deepEqual(changes(before, after), { core: after.core, interactions: { 300: { id: "question-300" } } });
});

test("giving way to the page that is opened in its place does not end the outbox before the last words", async () => {
  const { outbox, seen } = bench([{ status: 409 }]);
  outbox.leaving = true;
  outbox.offer(cmi("1"));
  await settle();
  outbox.offer(cmi("2"), { urgent: true, terminated: true });
  assert.deepEqual([seen.beacons[0].leaving, seen.beacons[0].cmi], [true, cmi("2")]);
});

test("a page that is shown again after a beacon says everything again", async () => {
  const { outbox, seen } = bench();
  outbox.offer(cmi("1"));
  await settle();
  outbox.offer(cmi("2"), { urgent: true });
  outbox.offer(cmi("1"), { urgent: true });
  outbox.hurry();
  await settle();
  assert.deepEqual([seen.sent.at(-1).full, seen.sent.at(-1).cmi], [true, cmi("1")]);
});

test("on leaving, what is too large for a beacon goes after what counts most", async () => {
  const { outbox, seen } = bench();
  outbox.offer(cmi("1"));
  await settle();
  const many = { 0: { id: "question" } };
  outbox.offer(cmi("2", { suspend_data: "é".repeat(31_000), interactions: many }), { urgent: true, terminated: true });
  assert.deepEqual(seen.beacons.map((body) => [body.sequence, body.full, body.terminated, Object.keys(body.cmi)]), [
    [2, false, true, ["core", "interactions"]],
    [3, false, true, ["core", "suspend_data", "interactions"]],
  ]);
  assert.ok(new Blob([JSON.stringify(seen.beacons[0])]).size <= 60_000);
});
