// SCORM 2004's run-time, loaded for packages of that version only.
import { Scorm2004API } from "scorm-again/scorm2004/min";

const settings = { autocommit: false, lmsCommitUrl: "outbox", logLevel: 5, mastery_override: false };
globalThis.makeRuntime = (service) => new Scorm2004API(settings, service);
