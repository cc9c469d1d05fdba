// One question a screen, with feedback on the check button and never on change.
// What was answered lives in this page's memory and with the port, if there is one; history holds the number of the screen.
// Files are joined by name: the types' own scripts come before this one, which starts.
(function (voorlichter) {
  "use strict";

  const { all, begin, locked, reduce, restore, save, score, worth } = voorlichter.quiz;

  function fill(text, values) {
    return text.replace(/%\((\w+)\)s/g, (tag, name) => values[name]);
  }

  // Gives the function that starts the training.
  function enhance(host) {
    const form = host.querySelector("form");
    const words = form.dataset;
    const data = JSON.parse(host.querySelector(".quiz__data").textContent);
    const doubts = new Set();
    const fields = {};
    const kit = {};
    let port, state, review;

    // Which questions there are was decided when the site was filled.
    data.questions = data.questions.filter(({ id, key }) => (fields[key] = document.getElementById("quiz-" + id)));
    data.mark = Number(host.dataset.passMark) || data.mark;

    // The port

    function call(name, value) {
      return new Promise((done) => done(port && port[name](value)));
    }

    function say(text, values) {
      kit.heard.textContent = fill(text, values);
    }

    // Said once, and the training goes on.
    function lose(text) {
      if (kit.trouble.textContent.includes(text)) return;
      kit.trouble.append(text + " ");
      say(text);
    }

    function start() {
      port = voorlichter.port;
      if (!port) return open({});
      const late = new Promise((done, fail) => setTimeout(fail, 8000));
      Promise.race([call("start"), late]).then(open, () => {
        port = null;
        open({});
        lose(words.lost);
      });
    }

    function open(kept) {
      state = kept.text ? restore(data, kept.text) : begin(data, chance());
      review = kept.review && state.ended;
      // Somebody who read a passage and came back goes on at the same question.
      const left = (history.state || {}).screen;
      if (!kept.text && !data.mark && left < state.questions.length) state = reduce(state, { type: "go", to: left });
      if (review) state = reduce(state, { type: "go", to: state.questions.length });
      // The first time it may not have arrived.
      if (state.ended && !review) finish();
      host.hidden = false;
      paint();
      remember("replaceState");
      if (port && port.waits) place().focus();
    }

    function finish() {
      call("finish", outcome()).catch(() => lose(words.unsent));
    }

    function chance() {
      return Math.floor(Math.random() * 2 ** 32);
    }

    // The state

    // Told before it is shown: what becomes of the screen takes no result away.
    function dispatch(event) {
      const before = state;
      state = reduce(state, event);
      if (!review) {
        call("save", save(state)).catch(() => lose(words.lost));
        if (state.ended && !before.ended) finish();
      }
      paint();
    }

    function outcome() {
      const reached = score(state);
      return { score: reached, passed: reached === null ? null : reached >= data.mark };
    }

    function answer(text) {
      if (!isLocked(state.screen)) dispatch({ type: "answer", index: state.screen, answer: text });
      // Without a button to check by, it is checked once it is whole.
      if (here().parts || !here().judge(state.answers[state.screen]).whole) return;
      dispatch({ type: "check" });
      say(verdict(here()));
    }

    function isLocked(index) {
      return review || locked(state, index);
    }

    function turn(event) {
      dispatch(event);
      remember("pushState");
      place().focus();
    }

    function remember(how) {
      try {
        history[how]({ screen: state.screen }, "");
      } catch (error) {
        // Where history is closed to the page, only the back button of the browser is lost.
      }
    }

    // The screen

    function here() {
      return state.questions[state.screen];
    }

    // Where the focus goes: the question, or the end.
    function place() {
      return here() ? fields[here().key] : kit.end;
    }

    function paint() {
      const question = here();
      const total = state.questions.length;
      const checked = state.marks[state.screen] === "c";
      const told = !question || checked || isLocked(state.screen);
      const asks = question && question.parts;
      const open = !told && question.parts !== 0;
      data.questions.forEach(({ key }) => fields[key].toggleAttribute("data-current", fields[key] === place()));
      state.questions.forEach((asked, index) => {
        const field = fields[asked.key];
        all(field, "input, select, button").forEach((one) => { one.disabled = isLocked(index); });
        asked.show(field, state.answers[index], isLocked(index));
      });
      kit.progress.textContent = question ? fill(words.count, { number: state.screen + 1, total }) : "";
      say("");
      kit.next.textContent = state.screen === total - 1 ? words.done : words.next;
      kit.doubt.setAttribute("aria-pressed", asks && doubts.has(question.key));
      show({
        check: open && asks, skip: open, next: question && !open, back: state.screen, doubt: asks,
        empty: false, result: checked, end: !question, again: !question && !review,
      });
      if (question) showQuestion(question, told);
      else showEnd();
    }

    function show(parts) {
      Object.keys(parts).forEach((name) => { kit[name].hidden = !parts[name]; });
    }

    function showQuestion(question, told) {
      const field = place();
      const why = field.querySelector(".quiz__why");
      field.toggleAttribute("data-told", told);
      field.removeAttribute("aria-describedby");
      if (why) why.open = told;
      field.insertBefore(kit.empty, why);
      field.insertBefore(kit.result, why);
      kit.gap.textContent = field.dataset.empty;
      kit.result.textContent = verdict(question);
      kit.result.setAttribute("aria-describedby", all(field, ".quiz__feedback").filter((one) => one.offsetParent).map((one) => one.id).join(" "));
    }

    function verdict(question) {
      if (!question.max) return words.over;
      const { points, total } = question.judge(state.answers[state.screen]);
      if (points >= question.max) return words.right;
      return words[points ? "partly" : "wrong"] + (total > 1 ? ": " + fill(words.share, { number: Math.round(points * total), total }) : "");
    }

    function showEnd() {
      const result = outcome();
      const links = new Set();
      let flawless = state.questions.some(({ max }) => max);
      kit.list.textContent = "";
      state.questions.forEach((question, index) => {
        const field = fields[question.key];
        const link = field.querySelector(".quiz__source");
        const right = worth(state, index) >= question.max;
        flawless = flawless && right;
        if (!link || links.has(link.href) || (right && !doubts.has(question.key))) return;
        const item = document.createElement("li");
        item.append(field.querySelector(".quiz__ask").textContent, " ", link.cloneNode(true));
        kit.list.append(item);
        links.add(link.href);
      });
      kit.score.textContent = fill(words.score, result);
      show({ score: result.score !== null, passed: result.passed, failed: result.passed === false, reread: links.size, none: flawless && !links.size });
      host.dispatchEvent(new CustomEvent("voorlichter:finished", { bubbles: true, detail: { module: data.module, ...result } }));
    }

    // What the learner does

    const presses = {
      // By its click, which Enter in a field makes too: a frame that may submit no forms sends no other event.
      check() {
        if (kit.check.hidden) return;
        dispatch({ type: "check" });
        kit.empty.hidden = !kit.result.hidden;
        if (!kit.empty.hidden) place().setAttribute("aria-describedby", "quiz-empty");
        (kit.empty.hidden ? kit.result : kit.empty).focus();
      },
      next: () => turn({ type: "go", to: state.screen + 1 }),
      back: () => turn({ type: "go", to: state.screen - 1 }),
      skip: () => turn({ type: "skip" }),
      again() {
        doubts.clear();
        turn({ type: "again", seed: chance() });
      },
      doubt() {
        if (!doubts.delete(here().key)) doubts.add(here().key);
        paint();
      },
      gap: () => here().gap(place()).focus(),
    };

    form.addEventListener("click", (event) => {
      const pressed = event.target.closest("[data-kit]");
      const name = pressed && pressed.dataset.kit;
      const press = presses[name] || (here() || {})[name];
      if (!press) return;
      event.preventDefault();
      press(pressed, { answer, say });
    });

    // Another choice takes the verdict away; the new one waits for the button.
    form.addEventListener("change", (event) => {
      if (here() && place().contains(event.target)) answer(here().read(place()));
    });

    window.addEventListener("popstate", (event) => {
      if (!event.state || host.hidden) return;
      dispatch({ type: "go", to: event.state.screen });
      place().focus();
    });

    // A page that the browser kept whole starts again, as if it were opened.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted && !host.hidden) start();
    });

    const template = form.querySelector(".quiz__kit");
    template.replaceWith(template.content);
    all(form, "[data-kit]").forEach((one) => {
      kit[one.dataset.kit] = one;
      one.hidden = false;
    });
    form.setAttribute("data-live", "");
    host.hidden = voorlichter.port;
    return start;
  }

  customElements.define("voorlichter-quiz", class extends HTMLElement {
    connectedCallback() {
      if (this.start) return;
      this.start = enhance(this);
      if (!(voorlichter.port && voorlichter.port.waits)) this.start();
    }
  });
})((window.voorlichter = window.voorlichter || {}));
