// One question a screen, with feedback on the check button and never on change.
// What was answered lives in this page's memory and with the port, if there is one; history holds the number of the screen.
// Files are joined by name: the types' own scripts come before this one, which starts.

/**
 * @typedef {import("./quiz-fields.js").Question} Question
 * @typedef {import("./quiz-fields.js").Press} Press
 * @typedef {import("./quiz-fields.js").Values} Values
 * @typedef {import("./quiz-state.js").Happening} Happening
 */
const { all, begin, locked, reduce, restore, save, scatter, score, worth } = voorlichter.quiz;

/** @param {string} text @param {any} values */
function fill(text, values) {
  return text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
}

// Makes a form a training and starts it, or lets the screen before it do so.
/** @param {any} host */
function enhance(host) {
  const form = host.querySelector("form");
  const words = /** @type {Record<string, string>} */ (form.dataset);
  /** @type {import("./quiz-fields.js").Data} */
  const data = JSON.parse(host.querySelector(".quiz__data").textContent);
  const doubts = new Set();
  /** @type {Record<string, any>} */
  const fields = {};
  /** @type {Record<string, any>} */
  const kit = {};
  let /** @type {any} */ port, /** @type {import("./quiz-state.js").State} */ state, /** @type {boolean | undefined} */ review, /** @type {unknown} */ sent;

  // Which questions there are was decided when the site was filled.
  data.questions = data.questions.filter(({ id, key }) => (fields[key] = form.querySelector("#quiz-" + id)));
  data.mark = Number(host.dataset.passMark || data.mark);

  // The port

  /** @param {keyof Port} name @param {string | Result} [value] @returns {Promise<any>} */
  function call(name, value) {
    return new Promise((done) => done(port && port[name](value)));
  }

  /** @param {string} text @param {Values} [values] */
  function say(text, values) {
    kit.heard.textContent = fill(text, values);
  }

  // Said once, and the training goes on.
  /** @param {string} text */
  function lose(text) {
    if (kit.trouble.textContent.includes(text)) return;
    kit.trouble.append(text + " ");
    say(text);
  }

  function start() {
    port = voorlichter.port;
    if (!port) return open();
    call("start").then(open, () => {
      port = null;
      open();
      lose(words.lost);
    });
  }

  /** @param {Partial<Kept>} [kept] */
  function open(kept = {}) {
    state = kept.text ? restore(data, kept.text) : begin(data, chance());
    review = kept.review && state.ended;
    // Somebody who read a passage and came back goes on at the same question.
    const left = (history.state || {}).screen;
    if (!kept.text && !data.mark && left < state.questions.length) state = reduce(state, { type: "go", to: left });
    // The first time it may not have arrived.
    finish();
    mix();
    host.hidden = false;
    paint();
    remember("replaceState");
    if (port && port.waits) place().focus();
  }

  // Told once. Who passed over all there was to answer has finished nothing.
  function finish() {
    const result = outcome();
    const tells = !review && state.ended && (result.done || !result.total);
    if (tells && !sent) call("finish", result).catch(() => lose(words.unsent));
    sent = tells;
  }

  // Options stand in another order in each round, and in the same one for whoever comes back; what was typed is gone.
  function mix() {
    form.reset();
    /** @param {any} row */
    const lot = (row) => scatter(state.seed / 2, row.textContent);
    all(form, ".quiz__mix > div").sort((a, b) => lot(a) - lot(b)).forEach((row) => row.parentNode.append(row));
  }

  function chance() {
    return Math.random() * 2 ** 32 >>> 0;
  }

  // The state

  // Told before it is shown: what becomes of the screen takes no result away.
  /** @param {Happening} event */
  function dispatch(event) {
    state = reduce(state, event);
    if (!review) call("save", save(state)).catch(() => lose(words.lost));
    finish();
    paint();
  }

  /** @returns {Result} */
  function outcome() {
    const { marks, questions } = state;
    const reached = score(state);
    return {
      module: data.module,
      score: reached,
      passed: reached === null ? reached : reached >= data.mark,
      done: marks.filter((mark) => mark === "c").length,
      total: questions.filter(({ right, steps }) => right || steps).length,
      right: questions.filter(({ max }, index) => max && worth(state, index) >= max).length,
    };
  }

  /** @param {string} text */
  function answer(text) {
    if (!isLocked(state.screen)) dispatch({ type: "answer", index: state.screen, answer: text });
    // Without a button to check by, it is checked once it is whole.
    if (here().parts || !here().judge(state.answers[state.screen]).whole) return;
    dispatch({ type: "check" });
    say(all(place(), "[open] > .quiz__then").pop().textContent + " " + verdict(here()));
  }

  /** @param {number} index */
  function isLocked(index) {
    return review || locked(state, index);
  }

  /** @param {Happening} event */
  function turn(event) {
    dispatch(event);
    remember("pushState");
    place().focus();
  }

  /** @param {"pushState" | "replaceState"} how */
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
    /** @type {any} */
    const asks = question && question.parts;
    const fresh = !told && question.parts !== 0;
    data.questions.forEach(({ key }) => fields[key].classList.toggle("current", fields[key] === place()));
    state.questions.forEach((asked, index) => {
      const field = fields[asked.key];
      all(field, "input, select, button").forEach((one) => { one.disabled = isLocked(index); });
      asked.show(field, state.answers[index], isLocked(index));
    });
    kit.progress.textContent = question ? fill(words.count, { number: state.screen + 1, total }) : "";
    kit.bar.value = state.screen / total;
    say("");
    kit.next.textContent = state.screen === total - 1 ? words.done : words.next;
    kit.doubt.setAttribute("aria-pressed", asks && doubts.has(question.key));
    show({
      check: fresh && asks, read: fresh && asks, skip: fresh, next: question && !fresh, back: state.screen, bar: state.screen, doubt: asks,
      empty: false, result: checked && state.answers[state.screen], end: !question, again: !question && !review,
    });
    if (question) showQuestion(question, told);
    else showEnd();
  }

  /** @param {Record<string, unknown>} parts */
  function show(parts) {
    for (const name in parts) kit[name].hidden = !parts[name];
  }

  /** @param {Question} question @param {boolean} [told] */
  function showQuestion(question, told) {
    const field = place();
    /** @type {any} */
    const why = field.querySelector(".quiz__why");
    field.classList.toggle("told", told);
    field.removeAttribute("aria-describedby");
    if (why) why.open = told;
    field.insertBefore(kit.empty, why);
    field.insertBefore(kit.result, why);
    kit.gap.textContent = field.dataset.empty;
    kit.result.textContent = verdict(question);
    kit.result.setAttribute("aria-describedby", all(field, ".quiz__feedback").filter((one) => one.offsetParent).map((one) => one.id).join(" "));
  }

  /** @param {Question} question */
  function verdict(question) {
    if (!question.max) return words.over;
    const { points, total } = question.judge(state.answers[state.screen]);
    if (points >= question.max) return words.right;
    return words[points ? "partly" : "wrong"] + (total > 1 ? ": " + fill(words.share, { number: Math.round(points * total), total }) : "");
  }

  function showEnd() {
    const result = outcome();
    const links = new Set();
    kit.list.textContent = "";
    state.questions.forEach((question, index) => {
      const field = fields[question.key];
      /** @type {any} */
      const link = field.querySelector(".quiz__source");
      if (!link || links.has(link.href) || (worth(state, index) >= question.max && !doubts.has(question.key))) return;
      const item = document.createElement("li");
      item.append(field.querySelector(".quiz__ask").textContent, " ", link.cloneNode(true));
      kit.list.append(item);
      links.add(link.href);
    });
    kit.score.textContent = fill(words.sum + (result.score === null ? "" : " " + words.score), result);
    show({ score: result.total, learned: result.done, passed: result.passed, failed: result.passed === false, reread: links.size });
    host.dispatchEvent(new CustomEvent("voorlichter:finished", { bubbles: true, detail: result }));
  }

  // What the learner does

  /** @type {Record<string, Press>} */
  const presses = {
    // By its click, which Enter in a field makes too: a frame that may submit no forms sends no other event.
    check() {
      if (kit.check.hidden) return;
      kit.empty.hidden = here().judge(state.answers[state.screen]).whole;
      if (kit.empty.hidden) dispatch({ type: "check" });
      else place().setAttribute("aria-describedby", "quiz-empty");
      (kit.empty.hidden ? kit.result : kit.empty).focus();
    },
    // Without an answer: there is nothing to judge.
    read() {
      answer("");
      dispatch({ type: "check" });
      place().focus();
    },
    next: () => turn({ type: "go", to: state.screen + 1 }),
    back: () => turn({ type: "go", to: state.screen - 1 }),
    skip: () => turn({ type: "skip" }),
    again() {
      doubts.clear();
      turn({ type: "again" });
      mix();
    },
    doubt() {
      if (!doubts.delete(here().key)) doubts.add(here().key);
      paint();
    },
    gap: () => here().gap(place()).focus(),
  };

  form.addEventListener("click", /** @param {any} event */ (event) => {
    const pressed = event.target.closest("[data-kit]");
    const name = pressed && pressed.dataset.kit;
    const press = presses[name] || /** @type {any} */ (here() || {})[name];
    if (!press) return;
    event.preventDefault();
    press(pressed, { answer, say });
  });

  // Another choice takes the verdict away; the new one waits for the button.
  form.addEventListener("change", /** @param {any} event */ (event) => {
    if (here() && place().contains(event.target)) answer(here().read(place()));
  });

  // A page that the browser kept whole starts again, as if it were opened.
  ["popstate", "pageshow"].forEach((name) => addEventListener(name, /** @param {any} event */ ({ persisted, state: left }) => {
    if (host.hidden) return;
    if (persisted) start();
    if (!left) return;
    dispatch({ type: "go", to: left.screen });
    place().focus();
  }));

  /** @type {any} */
  const template = form.querySelector(".quiz__kit");
  template.replaceWith(template.content);
  all(form, "[data-kit]").forEach((one) => {
    kit[one.dataset.kit] = one;
    one.hidden = false;
  });
  kit.reread.before(kit.learned);
  form.setAttribute("data-live", "");
  host.data = data;
  host.start = start;
  port = host.hidden = voorlichter.port;
  if (!(port && port.waits)) start();
}

document.querySelectorAll("voorlichter-quiz").forEach(enhance);
