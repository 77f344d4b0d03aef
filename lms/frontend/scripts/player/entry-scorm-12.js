// SCORM 1.2's run-time, loaded for packages of that version only.
import { Scorm12API } from "scorm-again/scorm12/min";

const settings = { autocommit: false, lmsCommitUrl: "outbox", logLevel: 5, mastery_override: false };
globalThis.makeRuntime = (service) => new Scorm12API(settings, service);
