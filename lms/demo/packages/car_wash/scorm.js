// The scenario's records: kept by the training site through SCORM 1.2, or in the page alone when there is none.
(function () {
  "use strict";

  function scan(from) {
    var here = from;
    for (var step = 0; step < 20 && here; step += 1) {
      try {
        if (here.API) return here.API;
      } catch (error) {
        return null;
      }
      if (here.parent === here) return null;
      here = here.parent;
    }
    return null;
  }

  var api = scan(window) || (window.opener ? scan(window.opener) : null);
  var startedAt = Date.now();
  var open = Boolean(api) && String(api.LMSInitialize("")) === "true";
  var complete = false;

  function get(name) {
    return open ? String(api.LMSGetValue(name)) : "";
  }

  function set(name, value) {
    if (open) api.LMSSetValue(name, String(value));
  }

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  function timespan(milliseconds) {
    var seconds = Math.floor(milliseconds / 1000);
    return two(Math.floor(seconds / 3600)) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
  }

  function clock(at) {
    return two(at.getHours()) + ":" + two(at.getMinutes()) + ":" + two(at.getSeconds());
  }

  window.Records = {
    // What was kept: {at, choices}, or null the first time.
    restore: function () {
      var status = get("cmi.core.lesson_status");
      complete = status === "completed" || status === "passed";
      if (open && !complete) set("cmi.core.lesson_status", "incomplete");
      if (open) set("cmi.core.exit", "suspend");
      try {
        return JSON.parse(get("cmi.suspend_data"));
      } catch (error) {
        return null;
      }
    },
    keep: function (state, place) {
      set("cmi.suspend_data", JSON.stringify(state));
      set("cmi.core.lesson_location", place);
      set("cmi.core.session_time", timespan(Date.now() - startedAt));
      if (open) api.LMSCommit("");
    },
    answer: function (scene, choice, best, milliseconds) {
      if (!open) return;
      var name = "cmi.interactions." + (Number(get("cmi.interactions._count")) || 0);
      set(name + ".id", scene.interaction);
      set(name + ".type", "choice");
      set(name + ".time", clock(new Date()));
      set(name + ".correct_responses.0.pattern", best.response);
      set(name + ".weighting", best.score);
      set(name + ".student_response", choice.response);
      set(name + ".result", choice.score === best.score ? "correct" : choice.score > 0 ? "neutral" : "wrong");
      set(name + ".latency", timespan(milliseconds));
    },
    score: function (points, most) {
      set("cmi.core.score.min", 0);
      set("cmi.core.score.max", most);
      set("cmi.core.score.raw", points);
    },
    complete: function () {
      if (!complete) set("cmi.core.lesson_status", "completed");
      complete = true;
    },
    end: function () {
      if (!open) return;
      set("cmi.core.exit", complete ? "" : "suspend");
      set("cmi.core.session_time", timespan(Date.now() - startedAt));
      api.LMSFinish("");
      open = false;
    },
  };

  window.addEventListener("pagehide", window.Records.end);
})();
