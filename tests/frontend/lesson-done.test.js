// What the page says of a lesson changes in place when its package has reported it done.
import assert from "node:assert/strict";
import { test } from "node:test";

import { markDone } from "../../lms/frontend/scripts/player/lesson-done.js";

const page = (until, when, step = null) => ({
  querySelectorAll: (selector) => ({ "[data-until-done]": until, "[data-when-done]": when })[selector],
  querySelector: (selector) => (selector === ".lessonbar .steps rect:not(.on)" ? step : null),
});
const rect = () => ({ drawn: [], setAttribute(name, value) { this.drawn.push([name, value]); } });

test("the words of an open lesson make way for those of a done one, and one more step is filled", () => {
  const until = [{ hidden: false }, { hidden: false }];
  const when = [{ hidden: true }, { hidden: true }];
  const step = rect();
  assert.equal(markDone(page(until, when, step)), true);
  assert.deepEqual([until, when].flat().map(({ hidden }) => hidden), [true, true, false, false]);
  assert.deepEqual(step.drawn, [["class", "on"]]);
});

test("a second word of it fills no other step", () => {
  const step = rect();
  const shown = page([{ hidden: false }], [{ hidden: true }], step);
  markDone(shown);
  assert.equal(markDone(shown), false);
  assert.deepEqual(step.drawn, [["class", "on"]]);
});

test("a lesson that was done before, and a page without a list, stay as they are", () => {
  const step = rect();
  assert.equal(markDone(page([], [], step)), false);
  assert.deepEqual(step.drawn, []);
});
