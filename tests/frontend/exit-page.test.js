// "Exit this page": when three presses of Shift count, and what leaving does.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ShiftCounter, leave } from "../../lms/frontend/scripts/exit-page.js";

test("three presses of Shift within five seconds leave", () => {
  const counter = new ShiftCounter();
  assert.equal(counter.press("Shift", 0), false);
  assert.equal(counter.press("Shift", 1000), false);
  assert.equal(counter.press("Shift", 2000), true);
});

test("another key in between starts the count again", () => {
  const counter = new ShiftCounter();
  counter.press("Shift", 0);
  counter.press("Shift", 100);
  assert.equal(counter.press("A", 150), false);
  assert.equal(counter.press("Shift", 200), false);
});

test("presses more than five seconds apart do not add up", () => {
  const counter = new ShiftCounter();
  counter.press("Shift", 0);
  counter.press("Shift", 3000);
  assert.equal(counter.press("Shift", 5001), false);
  assert.equal(counter.press("Shift", 5002), true);
});

test("a key held down counts once", () => {
  const counter = new ShiftCounter();
  counter.press("Shift", 0);
  counter.press("Shift", 30, true);
  assert.equal(counter.press("Shift", 60, true), false);
  assert.equal(counter.press("Shift", 90), false);
});

test("leaving blanks the page before the address changes", () => {
  const steps = [];
  const page = {
    documentElement: { classList: { add: (name) => steps.push(`class ${name}`) } },
    body: { replaceChildren: (...children) => steps.push(`body with ${children.length} children`) },
    set title(text) {
      steps.push(`title "${text}"`);
    },
  };
  leave("https://example.org/", page, { replace: (address) => steps.push(`replace ${address}`) });
  assert.deepEqual(steps, ["class is-left", "body with 0 children", 'title ""', "replace https://example.org/"]);
});
