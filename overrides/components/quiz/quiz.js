// One question a screen, with feedback on the check button and never on change.
// What was answered lives in this page's memory; history holds the number of the screen and nothing else.
(function (voorlichter) {
  "use strict";

  // A new type of question adds its own: "" while unanswered, else "right", "partly" or "wrong".
  var judges = { single: judgeTicks, multiple: judgeTicks, "true-false": judgeTicks };

  function judgeTicks(question) {
    var boxes = Array.from(question.querySelectorAll("input"));
    var chosen = boxes.filter(isTicked);
    if (!chosen.length) return "";
    if (!chosen.every(isCorrect)) return "wrong";
    return boxes.filter(isCorrect).length > chosen.length ? "partly" : "right";
  }

  function isTicked(box) {
    return box.checked;
  }

  function isCorrect(box) {
    return box.dataset.correct === "true";
  }

  // The state: which screen (the last one is the end) and the verdict on each. Pure.
  function reduce(state, event) {
    var verdicts = state.verdicts.slice();
    var screen = state.screen;
    if (event.type === "judge") verdicts[screen] = event.verdict;
    if (event.type === "go") screen = Math.max(0, Math.min(event.to, verdicts.length));
    return { screen: screen, verdicts: verdicts };
  }

  function begin(total) {
    return { screen: 0, verdicts: Array(total).fill("") };
  }

  // Which questions come: all, or of each drawn group as many as its number says.
  function draw(questions, numbers) {
    var left = {};
    numbers.split(" ").filter(Boolean).forEach(function (pair) {
      left[pair.split("=")[0]] = Number(pair.split("=")[1]);
    });
    var lots = questions.map(function (question) {
      return { question: question, lot: Math.random() };
    });
    lots.sort(function (a, b) { return a.lot - b.lot; });
    var taken = lots.filter(function (one) {
      var group = one.question.dataset.group;
      return !(group in left) || left[group]-- > 0;
    }).map(function (one) { return one.question; });
    return questions.filter(function (question) { return taken.includes(question); });
  }

  function element(tag, name, text) {
    var made = document.createElement(tag);
    made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function start(form) {
    var words = form.dataset;
    var all = Array.from(form.querySelectorAll(".quiz__question"));
    var questions, state;

    var progress = element("p", "quiz__progress");
    progress.setAttribute("role", "status");
    var empty = element("p", "quiz__empty");
    empty.tabIndex = -1;
    empty.id = form.id + "-empty";
    var toChoice = element("a", "", words.empty);
    empty.append(toChoice);
    var result = element("div", "quiz__result");
    result.tabIndex = -1;
    result.setAttribute("role", "group");
    var end = element("div", "quiz__end");
    end.tabIndex = -1;
    var bar = element("div", "quiz__buttons");
    var check = button("check", "md-button md-button--primary");
    var next = button("next", "md-button md-button--primary", 1);
    var finish = button("done", "md-button md-button--primary", 1);
    var again = button("again", "md-button");
    var back = button("back", "md-button", -1);
    var skip = button("skip", "link-button", 1);
    check.type = "submit";

    function button(word, look, step) {
      var made = element("button", look, words[word]);
      made.type = "button";
      if (step) made.addEventListener("click", function () { go(state.screen + step); });
      bar.append(made);
      return made;
    }

    function dispatch(event) {
      state = reduce(state, event);
      paint();
    }

    function go(to) {
      dispatch({ type: "go", to: to });
      remember("pushState");
      (questions[state.screen] || end).focus();
    }

    function remember(how) {
      try {
        history[how]({ screen: state.screen }, "");
      } catch (error) {
        // Where history is closed to the page, only the back button of the browser is lost.
      }
    }

    function reset() {
      form.reset();
      questions = draw(all, words.draw || "");
      state = begin(questions.length);
      paint();
    }

    function paint() {
      var question = questions[state.screen];
      var verdict = state.verdicts[state.screen];
      var last = state.screen === questions.length - 1;
      all.forEach(function (one) {
        one.toggleAttribute("data-current", one === question);
        one.toggleAttribute("data-judged", one === question && Boolean(verdict));
      });
      progress.textContent = question
        ? words.count.replace("%(number)s", state.screen + 1).replace("%(total)s", questions.length)
        : "";
      fail(false);
      check.hidden = !question || Boolean(verdict);
      skip.hidden = check.hidden;
      next.hidden = !verdict || last;
      finish.hidden = !verdict || !last;
      back.hidden = state.screen === 0;
      again.hidden = Boolean(question);
      end.hidden = Boolean(question);
      result.hidden = !verdict;
      if (question) showVerdict(question, verdict);
      else showEnd();
    }

    function showVerdict(question, verdict) {
      var why = question.querySelector(".quiz__why");
      var shown = [];
      question.querySelectorAll(".quiz__option").forEach(function (option) {
        var feedback = option.nextElementSibling;
        var show = Boolean(verdict) && option.querySelector("input").checked;
        feedback.toggleAttribute("data-shown", show);
        if (show) shown.push(feedback.id);
      });
      if (why) why.open = Boolean(verdict);
      question.insertBefore(empty, why);
      question.insertBefore(result, why);
      result.textContent = words[verdict] || "";
      result.dataset.verdict = verdict;
      result.setAttribute("aria-label", words[verdict] || "");
      result.setAttribute("aria-describedby", shown.join(" "));
    }

    function fail(failed) {
      var question = questions[state.screen];
      empty.hidden = !failed;
      if (!question) return;
      if (failed) question.setAttribute("aria-describedby", empty.id);
      else question.removeAttribute("aria-describedby");
    }

    function showEnd() {
      var right = state.verdicts.filter(function (verdict) { return verdict === "right"; }).length;
      var score = Math.round((100 * right) / questions.length);
      var list = element("ul", "");
      questions.forEach(function (question, index) {
        var link = question.querySelector(".quiz__source");
        if (!link || state.verdicts[index] === "right") return;
        var item = element("li", "");
        item.append(question.querySelector(".quiz__ask").textContent + " ", link.cloneNode(true));
        list.append(item);
      });
      end.replaceChildren(element("p", "quiz__title", words.end));
      if (words.passMark) {
        end.append(element("p", "", words.score.replace("%(score)s", score)));
        end.append(element("p", "", score >= Number(words.passMark) ? words.passed : words.notPassed));
      }
      if (list.children.length) end.append(element("p", "", words.endReread), list);
      else if (right === questions.length) end.append(element("p", "", words.endNone));
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var question = questions[state.screen];
      if (!question) return;
      var verdict = judges[question.dataset.type](question);
      dispatch({ type: "judge", verdict: verdict });
      if (!verdict) fail(true);
      (verdict ? result : empty).focus();
    });

    // Another choice takes the verdict away; the new one waits for the button.
    form.addEventListener("change", function () {
      if (state.verdicts[state.screen]) dispatch({ type: "judge", verdict: "" });
      else fail(false);
    });

    toChoice.href = "#" + empty.id;
    toChoice.addEventListener("click", function (event) {
      event.preventDefault();
      questions[state.screen].querySelector("input").focus();
    });

    again.addEventListener("click", function () {
      reset();
      remember("pushState");
      questions[0].focus();
    });

    window.addEventListener("popstate", function (event) {
      if (!event.state || typeof event.state.screen !== "number") return;
      dispatch({ type: "go", to: event.state.screen });
      (questions[state.screen] || end).focus();
    });

    // A page the browser kept whole comes back empty.
    window.addEventListener("pageshow", function (event) {
      if (!event.persisted) return;
      reset();
      remember("replaceState");
    });

    all.forEach(function (question) { question.tabIndex = -1; });
    form.insertBefore(progress, all[0]);
    form.append(end, bar);
    form.setAttribute("data-live", "");
    reset();
    remember("replaceState");
  }

  voorlichter.quiz = { reduce: reduce, begin: begin, draw: draw, start: start };
  document.querySelectorAll("form.quiz").forEach(start);
})((window.voorlichter = window.voorlichter || {}));
