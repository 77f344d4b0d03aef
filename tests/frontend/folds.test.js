// Folded parts: open where there is room, shut on a narrow screen unless they ask to stay open.
import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../lms/frontend/scripts/folds.js";

const part = (open, keepOpen = false) => ({ open, hasAttribute: () => keepOpen });

test("everything opens where there is room", () => {
  const parts = [part(false), part(true)];
  fold(parts, true);
  assert.deepEqual(
    parts.map(({ open }) => open),
    [true, true],
  );
});

test("everything shuts on a narrow screen except what asks to stay open", () => {
  const parts = [part(true), part(true, true)];
  fold(parts, false);
  assert.deepEqual(
    parts.map(({ open }) => open),
    [false, true],
  );
});
