// The button that prints: there only where scripts run, and it prints once for each press.
import assert from "node:assert/strict";
import { test } from "node:test";

import { startPrint } from "../../lms/frontend/scripts/print.js";

function pageWith(buttons) {
  return { querySelectorAll: (selector) => (selector === "[data-print]" ? buttons : []) };
}

function button() {
  return {
    hidden: true,
    addEventListener(kind, listener) {
      this[kind] = listener;
    },
  };
}

test("a button appears and prints", () => {
  const made = button();
  let printed = 0;
  startPrint(pageWith([made]), { print: () => (printed += 1) });
  assert.equal(made.hidden, false);
  assert.equal(printed, 0);
  made.click();
  assert.equal(printed, 1);
});

test("a page without one is left alone", () => {
  startPrint(pageWith([]), { print: () => assert.fail("nothing asked for it") });
});
