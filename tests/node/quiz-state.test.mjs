import assert from "node:assert/strict";
import { test } from "node:test";
import { after, check, give, go, lesson, marked, quiz, single, skip, story } from "./quiz.mjs";

const three = () => lesson(single("aaaaa"), single("bbbbb"), single("ccccc"));
const keys = (state) => state.questions.map((one) => one.key);
const seen = ({ marks, answers, screen, ended }) => ({ marks, answers, screen, ended });
const pool = (count, more) => Array.from({ length: count }, (_, number) => single(`aaa${String(number).padStart(2, "0")}`, more));

// Beginning

test("a lesson begins with nothing answered, at its first question", () => {
  const state = quiz.begin(three(), 7);
  assert.deepEqual(seen(state), { marks: ["", "", ""], answers: ["", "", ""], screen: 0, ended: false });
  assert.deepEqual([state.seed, keys(state)], [7, ["aaaaa", "bbbbb", "ccccc"]]);
});

test("of a group as many are drawn as the lesson asks, in the order of the file, and what has no group is always there", () => {
  const data = { ...lesson(single("first", { group: "other" }), ...pool(6, { group: "core" }), single("final")), draw: { core: 2 } };
  for (let seed = 0; seed < 30; seed += 1) {
    const drawn = keys(quiz.begin(data, seed));
    assert.equal(drawn.length, 4);
    assert.deepEqual([drawn[0], drawn[3]], ["first", "final"]);
    assert.ok(drawn[1] < drawn[2]);
  }
});

test("a group with the name of something in the language is a group like any other", () => {
  const data = lesson(single("aaaaa", { group: "constructor" }), single("bbbbb", { group: "__proto__" }));
  assert.deepEqual(keys(quiz.begin(data, 1)), ["aaaaa", "bbbbb"]);
});

test("a second try is of other questions, as far as there are", () => {
  const data = { ...lesson(single("first"), ...pool(6, { group: "core" }), ...pool(3, { group: "few" }).map((one) => ({ ...one, key: "f" + one.key.slice(1) }))), draw: { core: 3, few: 2 } };
  for (let seed = 0; seed < 40; seed += 1) {
    const one = quiz.begin(data, seed);
    const two = after(one, { type: "again" });
    const both = keys(two).filter((key) => keys(one).includes(key));
    assert.equal(keys(two).length, 6);
    assert.deepEqual(both.length, 2, "what belongs to no group, and one of three where two are drawn");
  }
});

test("a second try that was saved comes back with the same questions", () => {
  const data = { ...lesson(...pool(6, { group: "core" })), draw: { core: 4 } };
  for (const seed of [0, 1, 2, 41, 2 ** 31, 2 ** 32 - 1]) {
    let state = quiz.begin(data, seed);
    for (let round = 0; round < 3; round += 1) {
      state = after(state, { type: "again" });
      assert.deepEqual(keys(quiz.restore(data, quiz.save(state))), keys(state));
    }
  }
});

test("a seed that was saved draws the same questions for ever", () => {
  const data = { ...lesson(...pool(9, { group: "core" })), draw: { core: 3 } };
  const drawn = [0, 1, 2, 41, 2 ** 31, 2 ** 32 - 1].map((seed) => keys(quiz.begin(data, seed)).map((key) => key[4]).join(""));
  assert.deepEqual(drawn, ["038", "258", "127", "058", "257", "038"]);
});

test("a question that was answered stays, whatever else is drawn", () => {
  const data = { ...lesson(...pool(9, { group: "core" })), draw: { core: 1 } };
  for (let seed = 0; seed < 20; seed += 1) assert.deepEqual(keys(quiz.begin(data, seed, { aaa07: "a1" })), ["aaa07"]);
});

test("a new round forgets what was answered and draws anew", () => {
  const data = { ...lesson(...pool(9, { group: "core" })), draw: { core: 2 } };
  const ended = after(quiz.begin(data, 3), give(0, "1"), skip, skip);
  const again = after(ended, { type: "again" });
  assert.deepEqual(again, quiz.begin(data, again.seed));
  assert.notDeepEqual(keys(again), keys(ended));
});

// What happens

test("an answer is kept where it was given, and nothing else changes", () => {
  const state = quiz.begin(three(), 7);
  const next = after(state, give(1, "2"));
  assert.deepEqual(seen(next), { marks: ["", "a", ""], answers: ["", "2", ""], screen: 0, ended: false });
  assert.deepEqual(seen(state), { marks: ["", "", ""], answers: ["", "", ""], screen: 0, ended: false });
});

test("an answer can be changed, and taken back", () => {
  const state = after(quiz.begin(three(), 7), give(0, "2"), give(0, "1"));
  assert.deepEqual([state.marks[0], state.answers[0]], ["a", "1"]);
  assert.deepEqual(seen(after(state, give(0, ""))), seen(quiz.begin(three(), 7)));
});

test("another answer to what was checked waits for the button again", () => {
  const checked = after(quiz.begin(three(), 7), give(0, "1"), check);
  assert.equal(checked.marks[0], "c");
  assert.equal(after(checked, give(0, "2")).marks[0], "a");
  assert.equal(after(checked, check).screen, 0);
});

test("no answer that the question does not have is taken, and none to a question that is not there", () => {
  const state = quiz.begin(three(), 7);
  for (const event of [give(0, "3"), give(0, "11"), give(0, "-"), give(3, "1"), give(-1, "1")]) assert.equal(after(state, event), state);
});

test("only a whole answer is checked, or none at all: then the answer was read", () => {
  const state = quiz.begin(lesson(single("aaaaa", { type: "match", right: "01" })), 7);
  assert.deepEqual(seen(after(state, check)), { marks: ["c"], answers: [""], screen: 0, ended: false });
  assert.equal(quiz.worth(after(state, check), 0), 0);
  assert.deepEqual(after(state, give(0, "0-"), check).marks, ["a"]);
  assert.deepEqual(after(state, give(0, "00"), check).marks, ["c"]);
});

test("the question on the screen is checked and skipped, and no other", () => {
  const state = after(quiz.begin(three(), 7), give(0, "1"), give(1, "1"), go(1), check);
  assert.deepEqual(state.marks, ["a", "c", ""]);
  assert.deepEqual(after(state, skip), { ...state, screen: 2 });
  assert.deepEqual(after(state, skip, skip).marks, ["a", "c", "s"]);
});

test("what was passed over can be answered later", () => {
  const state = after(quiz.begin(three(), 7), skip, go(0), give(0, "1"), check);
  assert.deepEqual(seen(state), { marks: ["c", "", ""], answers: ["1", "", ""], screen: 0, ended: false });
  assert.equal(after(quiz.begin(three(), 7), give(0, "1"), skip).marks[0], "a");
});

test("one goes to a question that there is, or to the end", () => {
  const state = quiz.begin(three(), 7);
  const screens = [-1, 0, 2, 2.9, 3, 4, NaN, undefined, "2", null].map((to) => after(state, go(to)).screen);
  assert.deepEqual(screens, [0, 0, 2, 2, 3, 3, 0, 0, 2, 0]);
});

test("at the end whatever has no answer counts as passed over, and it stays the end", () => {
  const state = after(quiz.begin(three(), 7), give(1, "0"), go(3));
  assert.deepEqual(seen(state), { marks: ["s", "a", "s"], answers: ["", "0", ""], screen: 3, ended: true });
  assert.equal(after(state, go(0)).ended, true);
  assert.equal(after(quiz.begin(three(), 7), go(2)).ended, false);
  assert.equal(after(state, skip).screen, 3);
});

test("an answer taken back after the end is passed over", () => {
  const ended = after(quiz.begin(three(), 7), give(0, "1"), go(3));
  assert.equal(after(ended, give(0, "")).marks[0], "s");
});

test("at the end there is nothing to check", () => {
  const ended = after(quiz.begin(three(), 7), go(3));
  assert.deepEqual(after(ended, check), ended);
});

// Where it counts

test("with a pass mark what was checked stays, and after the end everything does", () => {
  const state = after(quiz.begin(marked(50, single("aaaaa"), single("bbbbb")), 7), give(0, "2"), check);
  assert.equal(after(state, give(0, "1")), state);
  assert.deepEqual([quiz.locked(state, 0), quiz.locked(state, 1)], [true, false]);
  const ended = after(state, give(1, "1"), go(2));
  assert.equal(after(ended, give(1, "2")), ended);
  assert.deepEqual(after(ended, go(1), check).marks, ["c", "a"]);
  assert.equal(quiz.locked(ended, 1), true);
});

test("with a pass mark an answer that was not checked may still change", () => {
  const state = after(quiz.begin(marked(50, single("aaaaa")), 7), give(0, "2"), give(0, "1"));
  assert.equal(state.answers[0], "1");
});

test("without a pass mark nothing is ever locked", () => {
  const ended = after(quiz.begin(three(), 7), give(0, "1"), check, go(3));
  assert.deepEqual([0, 1].map((index) => quiz.locked(ended, index)), [false, false]);
  assert.equal(after(ended, give(0, "2")).answers[0], "2");
});

test("in a story that counts a choice leads on and is never taken back", () => {
  const counts = after(quiz.begin(marked(50, story("aaaaa")), 7), give(0, "0"));
  assert.equal(after(counts, give(0, "1")), counts);
  assert.equal(after(counts, give(0, "")), counts);
  assert.equal(after(counts, give(0, "01")).answers[0], "01");
  const free = after(quiz.begin(lesson(story("aaaaa")), 7), give(0, "0"));
  assert.equal(after(free, give(0, "1")).answers[0], "1");
});

test("only what was checked has points", () => {
  const state = after(quiz.begin(marked(50, single("aaaaa"), single("bbbbb")), 7), give(0, "1"), give(1, "1"), check);
  assert.deepEqual([quiz.worth(state, 0), quiz.worth(state, 1)], [1, 0]);
});

test("the score is what was earned of all that could be, in whole percents", () => {
  const begun = quiz.begin(marked(50, single("aaaaa"), single("bbbbb"), single("ccccc"), story("ddddd")), 7);
  assert.equal(quiz.score(begun), 0);
  assert.equal(quiz.score(after(begun, give(0, "1"), check)), 20);
  assert.equal(quiz.score(after(begun, give(0, "1"), check, go(3), give(3, "01"), check)), 40);
  assert.equal(quiz.score(after(begun, give(0, "1"), check, go(1), give(1, "1"), check, go(2), give(2, "1"), check, go(3), give(3, "11"), check)), 100);
  const thirds = quiz.begin(marked(50, single("aaaaa"), single("bbbbb"), single("ccccc")), 7);
  assert.equal(quiz.score(after(thirds, give(0, "1"), check, go(1), give(1, "1"), check)), 67);
});

test("without a pass mark, or with nothing that counts, there is no score", () => {
  assert.equal(quiz.score(after(quiz.begin(three(), 7), give(0, "1"), check)), null);
  assert.equal(quiz.score(quiz.begin(marked(50, single("aaaaa", { type: "reflection", max: 0 })), 7)), null);
});

// What is kept

test("a lesson is saved as a short text with what was done of each question", () => {
  const state = after(quiz.begin(three(), 46655), give(0, "1"), check, skip, skip);
  assert.equal(quiz.save(state), "1.zzz.2.aaaaac1.bbbbbs");
  assert.equal(quiz.save(quiz.begin(three(), 0)), "1.0.0");
});

test("whoever has been at the end comes back there, whatever was looked at since", () => {
  const ended = after(quiz.begin(three(), 1), go(3));
  assert.equal(quiz.save(ended), "1.1.3.aaaaas.bbbbbs.cccccs");
  assert.equal(quiz.save(after(ended, go(1))), "1.1.3.aaaaas.bbbbbs.cccccs");
  assert.deepEqual(["3", "4", "6", "zz"].map((screen) => quiz.restore(three(), `1.7.${screen}.aaaaas.bbbbbs.cccccs`).screen), [3, 3, 3, 3]);
});

test("what was saved is read as it was", () => {
  const begun = quiz.begin(lesson(...pool(12), story("zzzzz")), 2 ** 32 - 1);
  const states = [begun, after(begun, give(0, "1"), check, skip, give(2, "2")), after(begun, go(12), give(12, "0")), after(begun, check), after(begun, go(13))];
  for (const state of states) assert.deepEqual(quiz.restore(state.data, quiz.save(state)), state);
});

test("what cannot be read begins anew", () => {
  const data = three();
  const texts = [
    "", "2.7.0", "1.7", "1.7.", "1..0", "1.7.0 ", " 1.7.0", "1.7.0\n", "x1.7.0", "1.7.0.", "1.7.0.aaaaa", "1.7.0.aaaab1", "1.7.0.aaaaab1",
    "1.7.0.aaaac1.", "1.12345678.0", "1.7.1234", "1.7.0.AAAAAa1", "1.7.0.aaaaaa1x!",
  ];
  for (const text of texts) assert.deepEqual(quiz.restore(data, text), quiz.begin(data, 0), JSON.stringify(text));
});

test("the longest seed and number of a screen can be read", () => {
  const state = quiz.restore(three(), "1.1z141z3.zzz");
  assert.deepEqual([state.seed, state.screen], [2 ** 32 - 1, 0]);
});

test("an entry that nobody can have made begins anew, and the others stay", () => {
  const entries = { bbbbba3: "no such answer", bbbbba: "answered with nothing", bbbbbs1: "passed over with an answer", zzzzza1: "a question that is gone" };
  for (const [entry, why] of Object.entries(entries)) {
    const state = quiz.restore(three(), `1.7.1.aaaaac1.${entry}`);
    assert.deepEqual(seen(state), { marks: ["c", "", ""], answers: ["1", "", ""], screen: 1, ended: false }, why);
  }
  const half = quiz.restore(lesson(single("aaaaa", { type: "match", right: "01" })), "1.7.0.aaaaac0-");
  assert.deepEqual(half.marks, [""]);
  assert.equal(quiz.restore(three(), "1.7.0.aaaaas").marks[0], "s");
});

test("an end that was reached in other questions is none: one goes on at the first that is open", () => {
  const ended = after(quiz.begin(three(), 7), go(3));
  const text = quiz.save(ended);
  const more = lesson(...three().questions, single("ddddd"));
  const fewer = lesson(single("aaaaa"), single("bbbbb"));
  const other = lesson(single("aaaaa"), single("zzzzz"), single("ccccc"));
  assert.deepEqual(seen(quiz.restore(more, text)), { marks: ["s", "s", "s", ""], answers: ["", "", "", ""], screen: 3, ended: false });
  assert.deepEqual(seen(quiz.restore(fewer, text)), { marks: ["s", "s"], answers: ["", ""], screen: 0, ended: false });
  assert.deepEqual([quiz.restore(other, text).screen, quiz.restore(other, text).ended], [1, false]);
  assert.equal(quiz.restore(three(), "1.7.3.aaaaas.bbbbbs").screen, 2);
});
