// Shows the scenario scene by scene; every choice is saved at once, with where to come back to.
"use strict";

(function () {
  const { SCENARIO, Scorm } = window;
  const scenes = SCENARIO.scenes;
  const stage = document.getElementById("stage");
  const most = scenes.reduce((sum, scene) => sum + Math.max(...scene.choices.map((choice) => choice.score)), 0);
  let state = { at: -1, choices: {} };
  let asked = Date.now();
  let answered = 0;
  let finished = false;

  function element(name, text, attributes) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    return made;
  }

  function button(label, kind, press) {
    const made = element("button", label, { type: "button", class: kind });
    made.addEventListener("click", press);
    return made;
  }

  function show(...parts) {
    stage.replaceChildren(...parts.flat());
    const heading = stage.querySelector("h1");
    heading.setAttribute("tabindex", "-1");
    heading.focus();
    window.scrollTo(0, 0);
  }

  function chosen(scene) {
    return scene.choices.find((choice) => choice.response === state.choices[scene.id]);
  }

  function score() {
    return scenes.reduce((sum, scene) => sum + (chosen(scene) ? chosen(scene).score : 0), 0);
  }

  function place() {
    if (state.at < 0) return "the beginning";
    return state.at < scenes.length ? `scene ${state.at + 1} of ${scenes.length}` : "the end";
  }

  function save() {
    Scorm.set("cmi.suspend_data", JSON.stringify(state));
    Scorm.set("cmi.core.lesson_location", place());
    Scorm.set("cmi.core.exit", finished ? "" : "suspend");
    Scorm.save();
  }

  function record(scene, choice) {
    const best = Math.max(...scene.choices.map((other) => other.score));
    const at = `cmi.interactions.${answered}`;
    Scorm.set(`${at}.id`, scene.interaction);
    Scorm.set(`${at}.type`, "choice");
    Scorm.set(`${at}.time`, new Date().toTimeString().slice(0, 8));
    Scorm.set(`${at}.student_response`, choice.response);
    Scorm.set(`${at}.correct_responses.0.pattern`, scene.choices.find((other) => other.score === best).response);
    Scorm.set(`${at}.result`, choice.score === best ? "correct" : choice.score > 0 ? "neutral" : "wrong");
    Scorm.set(`${at}.latency`, Scorm.timespan(Date.now() - asked));
    answered += 1;
    Scorm.set("cmi.core.score.min", 0);
    Scorm.set("cmi.core.score.max", most);
    Scorm.set("cmi.core.score.raw", score());
  }

  function choose(scene, choice) {
    state.choices[scene.id] = choice.response;
    record(scene, choice);
    save();
    render();
  }

  function go(to) {
    state.at = to;
    asked = Date.now();
    if (to >= scenes.length && !finished) {
      finished = true;
      Scorm.set("cmi.core.lesson_status", "completed");
    }
    save();
    render();
  }

  function again() {
    state = { at: 0, choices: {} };
    go(0);
  }

  function renderIntro() {
    show(
      element("p", "", { class: "place" }),
      element("h1", SCENARIO.title),
      SCENARIO.intro.map((text) => element("p", text)),
      button(SCENARIO.start_label, "go", () => go(0)),
    );
  }

  function renderScene(scene) {
    const picture = element("img", "", { src: `pictures/${scene.picture}.svg`, alt: scene.picture_alt });
    const head = [
      picture,
      element("p", `Scene ${state.at + 1} of ${scenes.length}`, { class: "place" }),
      element("h1", scene.title),
    ];
    const choice = chosen(scene);
    if (choice) {
      const box = element("div", "", { class: "chosen" });
      const said = element("p");
      said.append(element("b", "You chose: "), choice.label);
      box.append(said, element("p", choice.consequence));
      show(head, box, element("div", "", { class: "actions" }));
      stage.lastChild.append(button(SCENARIO.next_label, "go", () => go(state.at + 1)));
      return;
    }
    const list = element("ul", "", { class: "choices" });
    for (const option of scene.choices) {
      const row = element("li");
      row.append(button(option.label, "", () => choose(scene, option)));
      list.append(row);
    }
    show(head, scene.text.map((text) => element("p", text)), element("h2", scene.question), list);
  }

  function renderEnd() {
    const total = score();
    const ending = SCENARIO.endings.find((one) => total >= one.minimum);
    const summary = SCENARIO.summary;
    const points = element("ul");
    points.append(...summary.points.map((text) => element("li", text)));
    const actions = element("div", "", { class: "actions" });
    actions.append(button(summary.again_label, "other", again));
    show(
      element("p", "The end", { class: "place" }),
      element("h1", ending.title),
      ending.text.map((text) => element("p", text)),
      element("h2", summary.title),
      points,
      element("p", summary.text),
      element("p", "This lesson is done. Go on with the next one, or close the page."),
      actions,
    );
  }

  function render() {
    if (state.at < 0) renderIntro();
    else if (state.at < scenes.length) renderScene(scenes[state.at]);
    else renderEnd();
  }

  function resume() {
    const status = Scorm.get("cmi.core.lesson_status");
    finished = status === "completed" || status === "passed";
    answered = Number(Scorm.get("cmi.interactions._count")) || 0;
    try {
      const kept = JSON.parse(Scorm.get("cmi.suspend_data"));
      if (Number.isInteger(kept.at) && typeof kept.choices === "object") state = kept;
    } catch (nothing) {
      // the first visit: nothing was saved yet
    }
    if (!finished && status !== "incomplete") {
      Scorm.set("cmi.core.lesson_status", "incomplete");
      save();
    }
  }

  Scorm.begin();
  resume();
  render();
  window.addEventListener("pagehide", () => Scorm.end());
})();
