// Saving while a form is filled in: soon after a change, one request at a time, again after a failure.
import assert from "node:assert/strict";
import { test } from "node:test";

import { AFTER_MS, AGAIN_MS, TYPING_MS, Autosave, startAutosave } from "../../lms/frontend/scripts/autosave.js";

function autosave(send) {
  const told = [];
  const planned = [];
  const saving = new Autosave({
    send,
    done: (words, isAll) => told.push(isAll ? words : "more to save"),
    unsaved: () => told.push("not saved yet"),
    failed: () => told.push("failed"),
    later: (run, wait) => planned.push({ run, wait }) - 1,
    cancel: (number) => {
      if (number !== null) planned[number].run = () => {};
    },
  });
  return { saving, told, planned };
}

test("several changes in a row are saved once", async () => {
  let sent = 0;
  const { saving, told, planned } = autosave(async () => `saved ${(sent += 1)}`);
  saving.changed();
  saving.changed();
  for (const { run } of planned) await run();
  assert.deepEqual(told, ["not saved yet", "not saved yet", "saved 1"]);
  assert.equal(planned[0].wait, AFTER_MS);
});

test("a change while a request runs is saved after it", async () => {
  let answer;
  let sent = 0;
  const { saving, told } = autosave(() => {
    sent += 1;
    return sent === 1 ? new Promise((resolve) => (answer = resolve)) : Promise.resolve("second");
  });
  const first = saving.save();
  await saving.save();
  assert.equal(sent, 1);
  answer("first");
  await first;
  assert.deepEqual(told, ["first", "second"]);
});

test("what was changed while a request ran is not called saved", async () => {
  let answer;
  const { saving, told } = autosave(() => new Promise((resolve) => (answer = resolve)));
  const running = saving.save();
  saving.changed(TYPING_MS);
  answer("saved");
  await running;
  assert.deepEqual(told, ["not saved yet", "more to save"]);
});

test("what is not saved yet is sent when the page is left, even while a request runs", async () => {
  const sent = [];
  const { saving, planned } = autosave(() => new Promise((resolve) => sent.push(resolve)));
  saving.flush();
  assert.equal(sent.length, 0);
  saving.changed(TYPING_MS);
  assert.equal(planned[0].wait, TYPING_MS);
  saving.flush();
  assert.equal(sent.length, 1);
  saving.flush();
  assert.equal(sent.length, 1);
  saving.changed();
  saving.flush();
  assert.equal(sent.length, 2);
  saving.changed();
  saving.stop();
  saving.flush();
  assert.equal(sent.length, 2);
});

test("what failed is tried again", async () => {
  const { saving, told, planned } = autosave(() => Promise.reject(new Error("away")));
  await saving.save();
  assert.deepEqual(told, ["failed"]);
  assert.equal(planned[0].wait, AGAIN_MS);
});

test("after the form's own button nothing more is sent", async () => {
  const { saving, planned } = autosave(() => assert.fail("sent"));
  saving.changed();
  saving.stop();
  saving.changed();
  for (const { run } of planned) await run();
  assert.equal(planned.length, 1);
});

test("a page without such a form is left alone", () => {
  startAutosave({ querySelectorAll: () => [] }, {});
});
