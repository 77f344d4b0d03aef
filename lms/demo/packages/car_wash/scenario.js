// The scenario: one scene at a time, a choice, what follows from it, and an ending.
(function () {
  "use strict";

  var scenario = window.SCENARIO;
  var records = window.Records;
  var root = document.getElementById("scenario");
  var total = scenario.scenes.length;
  // at: -1 the introduction, 0 and on the scenes, total the ending. choices: a response for each scene that was answered.
  var state = { at: -1, choices: [] };
  var shownAt = Date.now();

  function make(name, text, attributes) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) {
      element.setAttribute(key, attributes[key]);
    });
    return element;
  }

  function paragraphs(parent, texts) {
    texts.forEach(function (text) {
      parent.appendChild(make("p", text));
    });
  }

  function button(text, kind, action) {
    var element = make("button", text, { type: "button", class: kind });
    element.addEventListener("click", action);
    return element;
  }

  function best(scene) {
    return scene.choices.reduce(function (found, choice) {
      return choice.score > found.score ? choice : found;
    });
  }

  function chosen(index) {
    return scenario.scenes[index].choices.filter(function (choice) {
      return choice.response === state.choices[index];
    })[0];
  }

  function points() {
    return scenario.scenes.reduce(function (sum, _scene, index) {
      return sum + (chosen(index) ? chosen(index).score : 0);
    }, 0);
  }

  function most() {
    return scenario.scenes.reduce(function (sum, scene) {
      return sum + best(scene).score;
    }, 0);
  }

  function place() {
    return "Scene " + Math.min(Math.max(state.at, 0) + 1, total) + " of " + total;
  }

  // Draw a step; its heading takes the focus, so that a screen reader begins there.
  function draw(fill, quietly) {
    root.textContent = "";
    var heading = fill();
    shownAt = Date.now();
    if (!quietly) {
      heading.focus();
      window.scrollTo(0, 0);
    }
  }

  function title(text, before) {
    if (before) root.appendChild(make("p", before, { class: "place" }));
    return root.appendChild(make("h1", text, { tabindex: "-1" }));
  }

  function introduction() {
    var heading = title(scenario.title);
    paragraphs(root, scenario.intro);
    root.appendChild(button(scenario.start_label, "main", go));
    return heading;
  }

  function scene() {
    var now = scenario.scenes[state.at];
    root.appendChild(
      make("img", "", { src: "pictures/" + now.picture + ".svg", alt: now.picture_alt, width: "720", height: "240" })
    );
    var heading = title(now.title, place());
    paragraphs(root, now.text);
    var group = root.appendChild(make("div", "", { role: "group", "aria-labelledby": "question" }));
    group.appendChild(make("h2", now.question, { id: "question" }));
    var list = group.appendChild(make("ul", "", { class: "choices" }));
    var done = chosen(state.at);
    now.choices.forEach(function (choice) {
      var item = list.appendChild(make("li"));
      if (done) {
        var mine = choice === done;
        var line = item.appendChild(make("p", choice.label, { class: mine ? "choice choice--mine" : "choice" }));
        if (mine) line.insertBefore(make("b", "You chose: "), line.firstChild);
      } else {
        item.appendChild(button(choice.label, "choice", function () { choose(choice); }));
      }
    });
    if (done) {
      var follows = root.appendChild(make("div", "", { class: "follows", tabindex: "-1", id: "follows" }));
      follows.appendChild(make("h2", "What follows"));
      follows.appendChild(make("p", done.consequence));
      root.appendChild(button(scenario.next_label, "main", go));
    }
    return heading;
  }

  function ending() {
    var reached = points();
    var end = scenario.endings.filter(function (each) {
      return reached >= each.minimum;
    }).sort(function (one, other) {
      return other.minimum - one.minimum;
    })[0];
    var heading = title(end.title, "The end");
    paragraphs(root, end.text);
    root.appendChild(make("h2", scenario.summary.title));
    var list = root.appendChild(make("ul", "", { class: "points" }));
    scenario.summary.points.forEach(function (point) {
      list.appendChild(make("li", point));
    });
    root.appendChild(make("p", scenario.summary.text));
    var actions = root.appendChild(make("div", "", { class: "actions" }));
    actions.appendChild(button(scenario.summary.finish_label, "main", finish));
    actions.appendChild(button(scenario.summary.again_label, "plain", again));
    return heading;
  }

  function finished() {
    var heading = title("You have finished");
    root.appendChild(make("p", "Your work is kept. You can close this lesson or go on to the next one."));
    return heading;
  }

  function step() {
    return state.at < 0 ? introduction() : state.at < total ? scene() : ending();
  }

  function choose(choice) {
    var now = scenario.scenes[state.at];
    records.answer(now, choice, best(now), Date.now() - shownAt);
    state.choices[state.at] = choice.response;
    records.score(points(), most());
    records.keep(state, place());
    draw(step, true);
    document.getElementById("follows").focus();
  }

  function go() {
    state.at += 1;
    if (state.at === total) records.complete();
    records.keep(state, place());
    draw(step);
  }

  function again() {
    state = { at: 0, choices: [] };
    records.keep(state, place());
    draw(step);
  }

  function finish() {
    records.end();
    draw(finished);
  }

  var kept = records.restore();
  if (kept && typeof kept.at === "number" && kept.at >= -1 && kept.at <= total && Array.isArray(kept.choices)) {
    state = { at: kept.at, choices: kept.choices };
  }
  draw(step, true);
})();
