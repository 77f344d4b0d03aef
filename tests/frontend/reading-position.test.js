// The kept place in a lesson: which heading counts, and how often it is sent.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Throttle, lastPassed } from "../../lms/frontend/scripts/reading-position.js";

const headings = [
  { id: "one", top: -300 },
  { id: "two", top: 100 },
  { id: "three", top: 900 },
];

function throttled() {
  const clock = { at: 0, later: [] };
  const sent = [];
  const throttle = new Throttle((value) => sent.push(value), {
    every: 4000,
    now: () => clock.at,
    later: (run, wait) => clock.later.push({ run, wait }),
  });
  return { clock, sent, throttle };
}

test("the last heading above the line is the place", () => {
  assert.equal(lastPassed(headings, 400), "two");
});

test("before the first heading there is no place", () => {
  assert.equal(lastPassed(headings, -301), "");
});

test("the first place is sent at once, and not again", () => {
  const { sent, throttle } = throttled();
  throttle.offer("one");
  throttle.offer("one");
  assert.deepEqual(sent, ["one"]);
});

test("places passed quickly are sent once, the last of them, after the wait", () => {
  const { clock, sent, throttle } = throttled();
  throttle.offer("one");
  clock.at = 1000;
  throttle.offer("two");
  throttle.offer("three");
  assert.deepEqual(
    clock.later.map(({ wait }) => wait),
    [3000],
  );
  clock.at = 4000;
  clock.later[0].run();
  assert.deepEqual(sent, ["one", "three"]);
});

test("scrolling back to the place that was sent sends nothing more", () => {
  const { clock, sent, throttle } = throttled();
  throttle.offer("one");
  clock.at = 500;
  throttle.offer("two");
  throttle.offer("one");
  clock.at = 4000;
  clock.later.forEach(({ run }) => run());
  assert.deepEqual(sent, ["one"]);
});

test("leaving the page sends the place that still waits", () => {
  const { clock, sent, throttle } = throttled();
  throttle.offer("one");
  clock.at = 100;
  throttle.offer("two");
  throttle.flush();
  assert.deepEqual(sent, ["one", "two"]);
});
