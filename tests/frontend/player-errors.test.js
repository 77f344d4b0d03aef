// What content hears from GetLastError: the fate of its last call, never of an earlier one.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Scorm12API } from "scorm-again/scorm12";
import { Scorm2004API } from "scorm-again/scorm2004";

import { Adaptor } from "../../lms/frontend/scripts/player/adaptor.js";

const settings = { autocommit: false, lmsCommitUrl: "outbox", logLevel: 5 };

function apiOf(version, cmi) {
  const make = (service) => (version === "2004" ? new Scorm2004API(settings, service) : new Scorm12API(settings, service));
  return new Adaptor({ version, make, cmi, entry: "ab-initio", offer() {} }).api;
}

test("a status read after a value that was never set answers no error in 2004", () => {
  const api = apiOf("2004", { learner_id: "a", learner_name: "Example, Alice", credit: "credit", mode: "normal" });
  api.Initialize("");
  assert.deepEqual([api.GetValue("cmi.suspend_data"), api.GetLastError()], ["", "403"]);
  assert.deepEqual([api.GetValue("cmi.completion_status"), api.GetLastError()], ["unknown", "0"]);
  assert.deepEqual([api.GetValue("cmi.no_such_name"), api.GetLastError()], ["", "401"]);
  assert.deepEqual([api.GetValue("cmi.success_status"), api.GetLastError()], ["unknown", "0"]);
});

test("asking for the error does not change it, and the next good call clears it in 1.2", () => {
  const api = apiOf("1.2", { core: { student_id: "a", student_name: "Example, Alice", credit: "credit", lesson_mode: "normal" } });
  api.LMSInitialize("");
  api.LMSGetValue("cmi.no_such_name");
  assert.deepEqual([api.LMSGetLastError(), api.LMSGetLastError()], ["401", "401"]);
  assert.deepEqual([api.LMSGetValue("cmi.core.lesson_mode"), api.LMSGetLastError()], ["normal", "0"]);
});
