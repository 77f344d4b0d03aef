// The storage lent to packages behaves as the browser's own does.
import assert from "node:assert/strict";
import { test } from "node:test";

import { isRefused, memoryStorage } from "../../lms/frontend/scripts/player/memory-storage.js";

test("items are kept as text and found by name, by property and by place", () => {
  const storage = memoryStorage();
  storage.setItem("page", 3);
  storage.seen = true;
  assert.deepEqual([storage.getItem("page"), storage.page, storage.seen, storage.length], ["3", "3", "true", 2]);
  assert.deepEqual([storage.key(1), storage.key(2), Object.keys(storage)], ["seen", null, ["page", "seen"]]);
});

test("what is not there is null to getItem and undefined as a property", () => {
  const storage = memoryStorage();
  assert.deepEqual([storage.getItem("page"), storage.page, "page" in storage], [null, undefined, false]);
});

test("items can be removed, deleted and cleared", () => {
  const storage = memoryStorage();
  for (const name of ["a", "b", "c"]) storage.setItem(name, name);
  storage.removeItem("a");
  delete storage.b;
  assert.deepEqual(Object.keys(storage), ["c"]);
  storage.clear();
  assert.equal(storage.length, 0);
});

test("storage that throws when it is touched is refused", () => {
  const refusing = {
    get localStorage() {
      throw new Error("SecurityError");
    },
  };
  assert.deepEqual([isRefused(refusing, "localStorage"), isRefused({ localStorage: {} }, "localStorage")], [true, false]);
});
