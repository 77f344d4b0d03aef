// Our side of the SCORM run-time: the API object that content finds, and what it does to be safe and to be saved.
import { mayNotBeSet } from "./containers.js";
import { seconds } from "./timespan.js";

const NAMES = {
  1.2: ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"],
  2004: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"],
};
const RUNTIME = ["lmsInitialize", "lmsFinish", "lmsGetValue", "lmsSetValue", "lmsCommit", "lmsGetLastError", "lmsGetErrorString", "lmsGetDiagnostic"];
const STATUS = { 1.2: "cmi.core.lesson_status", 2004: null };
const UNDEFINED_ELEMENT = "401";

export class Adaptor {
  // make(httpService) -> a fresh run-time of scorm-again; offer(cmi, {terminated, earlierSeconds}) takes what is to be saved.
  constructor({ version, make, cmi, entry, earlierSeconds = 0, offer }) {
    Object.assign(this, { version, make, offer, earlierSeconds });
    this.dirty = false;
    this.error = null;
    this.statusReported = Boolean(cmi.core?.lesson_status);
    this.identity = this.partOf(cmi, true);
    this.load(cmi, entry);
    this.api = this.facade();
  }

  load(cmi, entry) {
    const service = {
      processHttpRequest: (_url, params, ends) => this.commit(params.cmi, ends),
      updateSettings() {},
    };
    this.runtime = this.make(service);
    const core = this.version === "2004" ? { ...cmi, entry } : { ...cmi, core: { ...cmi.core, entry } };
    for (const [key, value] of Object.entries(core)) {
      try {
        this.runtime.loadFromJSON({ [key]: value }, "cmi");
      } catch {
        // A value of an older version of the package that no longer passes: the rest is still worth having.
      }
    }
  }

  facade() {
    const call = {
      Initialize: (name, argument) => this.initialize(name, argument),
      SetValue: (name, element, value) => this.setValue(name, element, value),
    };
    const api = this.version === "2004" ? { version: "1.0" } : {};
    NAMES[this.version].forEach((name, index) => {
      const special = call[name.replace(/^LMS/, "")];
      api[name] = (...given) => {
        const values = given.map((value) => (value === null || value === undefined ? "" : value));
        if (name.endsWith("GetLastError") && this.error) return this.error;
        if (name.endsWith("GetLastError") || name.includes("GetErrorString") || name.includes("GetDiagnostic")) {
          return String(this.runtime[RUNTIME[index]](...values));
        }
        this.error = null;
        this.runtime.lastErrorCode = "0"; // in 2004 it leaves the last error standing when a status is read
        return String(special ? special(RUNTIME[index], ...values) : this.runtime[RUNTIME[index]](...values));
      };
    });
    return api;
  }

  // Content made of several pages initialises on each of them: after an end we begin again where it ended.
  initialize(name, argument = "") {
    if (this.runtime.isTerminated()) {
      const last = this.snapshot();
      const time = this.version === "2004" ? last.session_time : last.core?.session_time;
      const left = this.version === "2004" ? last.exit : last.core?.exit;
      this.earlierSeconds += seconds(time);
      this.load(this.partOf(last, false), left === "suspend" ? "resume" : "");
    }
    return this.runtime[name](argument);
  }

  setValue(name, element, value = "") {
    if (this.runtime.isInitialized() && mayNotBeSet(this.version, element)) {
      this.error = UNDEFINED_ELEMENT;
      return "false";
    }
    const result = String(this.runtime[name](element, value));
    if (result === "true") {
      this.dirty = true;
      if (element === STATUS[this.version]) this.statusReported = true;
    }
    return result;
  }

  // The saved part of a CMI for a new beginning: without the session's time and exit; identity as the server gave it.
  partOf(cmi, onlyIdentity) {
    if (this.version === "2004") {
      const { learner_id, learner_name, credit, mode, launch_data } = onlyIdentity ? cmi : this.identity;
      const identity = { learner_id, learner_name, credit, mode, launch_data };
      if (onlyIdentity) return identity;
      const { session_time: _time, exit: _exit, ...rest } = cmi;
      return { ...rest, ...identity };
    }
    const { student_id, student_name, credit, lesson_mode } = onlyIdentity ? cmi.core : this.identity.core;
    const identity = { student_id, student_name, credit, lesson_mode };
    if (onlyIdentity) return { core: identity, launch_data: cmi.launch_data, student_data: cmi.student_data };
    const { session_time: _time, exit: _exit, ...rest } = cmi.core;
    if (!this.statusReported) delete rest.lesson_status;
    return { ...cmi, ...this.identity, core: { ...rest, ...identity } };
  }

  snapshot() {
    return this.asSaved(this.runtime.renderCMIToJSONObject().cmi);
  }

  // The run-time invents a status when it ends; whether a silent SCO is complete is for the server to say.
  asSaved(cmi) {
    if (this.version === "2004" || this.statusReported) return cmi;
    return { ...cmi, core: { ...cmi.core, lesson_status: "not attempted" } };
  }

  commit(cmi, ends) {
    this.dirty = false;
    this.offer(this.asSaved(cmi), { terminated: Boolean(ends), earlierSeconds: this.earlierSeconds });
    return { result: "true", errorCode: 0 };
  }

  // Save what was set since the last commit: content that never commits loses nothing either.
  saveIfDirty(options = {}) {
    if (!this.dirty || !this.runtime.isInitialized()) return;
    this.dirty = false;
    this.offer(this.snapshot(), { ...options, earlierSeconds: this.earlierSeconds });
  }
}
