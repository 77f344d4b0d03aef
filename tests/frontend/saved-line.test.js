// The line beside the player: which words are shown, and what a screen reader hears, once.
import assert from "node:assert/strict";
import { test } from "node:test";

import { SavedLine } from "../../lms/frontend/scripts/player/saved-line.js";

const STATES = ["opening", "saving", "saved", "completed", "unsaved"];
const AT = new Date(2026, 5, 12, 10, 42).getTime();

// The lines of the template, as far as the script looks at them; `heard` is every text of the live region.
function lines() {
  const heard = [];
  const live = { set textContent(text) { heard.push(text); } };
  const all = STATES.map((state) => ({ dataset: { saved: state }, hidden: false, textContent: ` ${state} `, querySelectorAll: () => [] }));
  const root = {
    querySelectorAll: () => all,
    querySelector: (selector) => (selector === "[data-saved-live]" ? live : all.find(({ dataset }) => selector === `[data-saved="${dataset.saved}"]`)),
  };
  const line = new SavedLine(root, { timers: { setTimeout: () => 1, clearTimeout() {} }, clock: () => AT });
  return { line, heard, shown: () => all.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.saved) };
}

test("what is saved as usual is shown and not read out", () => {
  const { line, heard, shown } = lines();
  line.hear("saved", { at: AT });
  assert.deepEqual([shown(), heard], [["saved"], []]);
});

test("that the lesson is done is read out once, and stands whatever is saved later", () => {
  const { line, heard, shown } = lines();
  line.hear("saved", { at: AT, completed: true });
  line.hear("saved", { at: AT });
  line.hear("saving");
  line.show("saving");
  line.hear("saved", { at: AT, completed: true });
  assert.deepEqual([shown(), heard], [["completed"], ["completed"]]);
});

test("trouble after that is read out, and so is its end", () => {
  const { line, heard, shown } = lines();
  line.hear("saved", { at: AT, completed: true });
  line.hear("unsaved", { since: AT });
  line.hear("saved", { at: AT, completed: true });
  assert.deepEqual([shown(), heard], [["completed"], ["completed", "unsaved", "completed"]]);
});
