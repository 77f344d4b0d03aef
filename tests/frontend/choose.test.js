// A list whose rows can be ticked: what its button says.
import assert from "node:assert/strict";
import { test } from "node:test";

import { words } from "../../lms/frontend/scripts/choose.js";

const button = { dataset: { none: "Download the ticked ones", one: "Download 1", many: "Download %d of them" } };

test("the button says how many are ticked", () => {
  assert.equal(words(button, 0), "Download the ticked ones");
  assert.equal(words(button, 1), "Download 1");
  assert.equal(words(button, 12), "Download 12 of them");
});
