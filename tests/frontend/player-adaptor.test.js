// The adaptor around scorm-again itself: what content is told, and what reaches the outbox.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Scorm12API } from "scorm-again/scorm12";

import { Adaptor } from "../../lms/frontend/scripts/player/adaptor.js";
import { mayNotBeSet } from "../../lms/frontend/scripts/player/containers.js";
import { seconds } from "../../lms/frontend/scripts/player/timespan.js";

const IDENTITY = { student_id: "abc", student_name: "Example, Alice", credit: "credit", lesson_mode: "normal" };

function sit({ core = {}, entry = "ab-initio", ...cmi } = {}) {
  const offers = [];
  const adaptor = new Adaptor({
    version: "1.2",
    make: (service) =>
      new Scorm12API({ autocommit: false, lmsCommitUrl: "outbox", logLevel: 5, mastery_override: false }, service),
    cmi: { core: { ...IDENTITY, ...core }, launch_data: "a=1", student_data: {}, ...cmi },
    entry,
    offer: (found, options) => offers.push({ cmi: found, ...options }),
  });
  return { adaptor, api: adaptor.api, offers };
}

test("content reads what the server put in", () => {
  const saved = { lesson_status: "incomplete", lesson_location: "Slide 3", score: { raw: "40" }, total_time: "0001:00:00.00" };
  const interactions = { 0: { id: "q0", type: "choice", student_response: "a", result: "wrong" } };
  const { api } = sit({ core: saved, entry: "resume", suspend_data: "seen", interactions });
  assert.equal(api.LMSInitialize(""), "true");
  const read = (name) => api.LMSGetValue(`cmi.${name}`);
  assert.deepEqual(
    ["core.entry", "core.student_name", "core.lesson_location", "core.score.raw", "suspend_data", "launch_data", "interactions._count", "core.total_time"].map(read),
    ["resume", "Example, Alice", "Slide 3", "40", "seen", "a=1", "1", "01:00:00"],
  );
});

test("a burst of values is taken whole and committed as it stands", () => {
  const { api, offers } = sit();
  api.LMSInitialize("");
  for (let n = 0; n < 200; n += 1) assert.equal(api.LMSSetValue("cmi.suspend_data", `state ${n}`), "true");
  assert.equal(api.LMSCommit(""), "true");
  assert.deepEqual([offers.length, offers[0].cmi.suspend_data, offers[0].terminated], [1, "state 199", false]);
});

for (const element of ["cmi", "cmi.core", "cmi.objectives", "cmi.interactions", "cmi.core.score", "cmi.interactions.0", "cmi.core.toJSON", "cmi.__proto__.x"]) {
  test(`${element} cannot be set`, () => {
    const { api } = sit();
    api.LMSInitialize("");
    api.LMSSetValue("cmi.interactions.0.id", "q0");
    assert.equal(api.LMSSetValue(element, "x"), "false");
    assert.equal(api.LMSGetLastError(), "401");
    assert.equal(api.LMSGetValue("cmi.interactions._count"), "1");
    assert.equal(api.LMSGetLastError(), "0");
  });
}

test("leaves and the containers of the other version are told apart", () => {
  assert.deepEqual(
    ["cmi.core.lesson_status", "cmi.suspend_data", "cmi.interactions.3.objectives.0.id", "cmi.comments"].map((name) => mayNotBeSet("1.2", name)),
    [false, false, false, false],
  );
  assert.deepEqual(["cmi.score", "adl.nav", "cmi.location"].map((name) => mayNotBeSet("2004", name)), [true, true, false]);
});

test("mastery is not judged in the browser", () => {
  const { api, offers } = sit({ student_data: { mastery_score: "80" } });
  api.LMSInitialize("");
  api.LMSSetValue("cmi.core.score.raw", "10");
  api.LMSSetValue("cmi.core.lesson_status", "incomplete");
  api.LMSSetValue("cmi.core.exit", "suspend");
  api.LMSFinish("");
  assert.deepEqual([offers.at(-1).cmi.core.lesson_status, offers.at(-1).terminated], ["incomplete", true]);
});

test("a status that content never set is not invented", () => {
  const { api, offers } = sit();
  api.LMSInitialize("");
  assert.equal(api.LMSGetValue("cmi.core.lesson_status"), "not attempted");
  api.LMSFinish("");
  assert.equal(offers.at(-1).cmi.core.lesson_status, "not attempted");
});

test("what is set without a commit is offered by our own interval, once", () => {
  const { adaptor, api, offers } = sit();
  api.LMSInitialize("");
  api.LMSSetValue("cmi.core.lesson_location", "4");
  adaptor.saveIfDirty();
  adaptor.saveIfDirty();
  assert.deepEqual(offers.map(({ cmi }) => cmi.core.lesson_location), ["4"]);
});

test("content of several pages initialises again where it ended, and its time adds up", () => {
  const { api, offers } = sit();
  api.LMSInitialize("");
  api.LMSSetValue("cmi.suspend_data", "one;");
  api.LMSSetValue("cmi.core.session_time", "00:01:30.00");
  api.LMSSetValue("cmi.core.exit", "suspend");
  api.LMSFinish("");
  assert.equal(api.LMSInitialize(""), "true");
  assert.deepEqual(
    [api.LMSGetValue("cmi.suspend_data"), api.LMSGetValue("cmi.core.entry"), api.LMSGetValue("cmi.core.student_name")],
    ["one;", "resume", "Example, Alice"],
  );
  api.LMSSetValue("cmi.suspend_data", "one;two;");
  api.LMSCommit("");
  assert.deepEqual([offers.at(-1).earlierSeconds, offers.at(-1).cmi.suspend_data], [90, "one;two;"]);
});

test("content that passes nothing, null or numbers is understood", () => {
  const { api } = sit();
  assert.equal(api.LMSInitialize(null), "true");
  assert.equal(api.LMSSetValue("cmi.core.score.raw", 85), "true");
  assert.equal(api.LMSGetValue("cmi.core.score.raw"), "85");
  assert.equal(api.LMSCommit(), "true");
  assert.equal(api.LMSFinish(undefined), "true");
});

test("session times of both versions are seconds", () => {
  assert.deepEqual(["0000:01:05.41", "PT1H2M3.5S", "nonsense", undefined].map(seconds), [65.41, 3723.5, 0, 0]);
});
