// Which names of the CMI hold other names. Setting one of them would replace it and all it holds, so that is refused.
const LISTS = ["objectives", "interactions", "correct_responses", "comments_from_learner"];
const CONTAINERS = {
  1.2: new Set(["cmi", "core", "score", "student_data", "student_preference", "objectives", "interactions", "correct_responses"]),
  2004: new Set(["cmi", "adl", "nav", "data", "score", "learner_preference", "comments_from_lms", ...LISTS]),
};
// What the run-time's own objects are made of: not part of any CMI, and harmful to set.
const INNARDS = new Set([
  "__proto__", "constructor", "prototype", "toJSON", "toString", "valueOf", "reset", "initialize", "initialized",
  "jsonString", "childArray", "startTime", "start_time", "setStartTime", "getCurrentTotalTime",
]);

export function mayNotBeSet(version, element) {
  const names = String(element).split(".");
  if (names.some((name) => INNARDS.has(name))) return true;
  return names.every((name) => CONTAINERS[version].has(name) || /^\d+$/.test(name));
}
