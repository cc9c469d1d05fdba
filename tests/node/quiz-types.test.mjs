import assert from "node:assert/strict";
import { test } from "node:test";
import { lesson, quiz, single, story } from "./quiz.mjs";

const asked = (question) => quiz.begin(lesson(question), 1).questions[0];
const kinds = {
  single: single("aaaaa"),
  match: single("aaaaa", { type: "match", right: "012" }),
  sort: single("aaaaa", { type: "sort", right: "0102" }),
  wide: single("aaaaa", { type: "match", parts: 12, right: "ab0" }),
  multiple: single("aaaaa", { type: "multiple", parts: 5, right: "013" }),
  order: single("aaaaa", { type: "order", parts: 4, right: "0123" }),
  scenario: story("aaaaa"),
};

const WORTH = [
  ["single", "1", 1], ["single", "0", 0],
  ["match", "012", 1], ["match", "002", 2 / 3], ["match", "0--", 1 / 3], ["match", "---", 0],
  ["sort", "0102", 1], ["sort", "0100", 0.75], ["wide", "ab0", 1], ["wide", "abb", 2 / 3],
  ["multiple", "013", 1], ["multiple", "01", 2 / 3], ["multiple", "0123", 2 / 3], ["multiple", "01234", 1 / 3], ["multiple", "2", 0], ["multiple", "24", 0],
  ["order", "0123", 1], ["order", "0132", 0.5], ["order", "3210", 0],
  ["scenario", "00", 0], ["scenario", "01", 1], ["scenario", "11", 2], ["scenario", "1", 1],
];

for (const [kind, answer, points] of WORTH) {
  test(`${answer} is worth ${points.toFixed(2)} where ${kinds[kind].right || "every second choice"} is right, in ${kind}`, () => {
    assert.equal(asked(kinds[kind]).judge(answer).points, points);
  });
}

const NONE = [
  ["single", "3 01 - x"], ["match", "01 0123 013 01. 000000"], ["wide", "abc abz"],
  ["multiple", "00 10 0113 5 - 0- z"], ["order", "0012 012 01234 012- 0124"], ["scenario", "2 02 110 - z"],
];

for (const [kind, answers] of NONE) {
  test(`nobody can have answered ${answers} to a question of ${kind}`, () => {
    const question = asked(kinds[kind]);
    assert.deepEqual(answers.split(" ").filter((answer) => question.judge(answer)), []);
  });
}

test("no answer at all is one that is not whole, in every type", () => {
  for (const [kind, question] of Object.entries(kinds)) {
    const judged = asked(question).judge("");
    assert.ok(judged, kind);
    assert.ok(!judged.whole, kind);
    assert.equal(judged.points, 0, kind);
  }
});

test("an answer is whole once nothing waits in it", () => {
  const whole = (kind, answer) => Boolean(asked(kinds[kind]).judge(answer).whole);
  assert.deepEqual([["single", "0"], ["match", "000"], ["match", "00-"], ["multiple", "2"], ["order", "3210"], ["scenario", "1"], ["scenario", "10"]].map((one) => whole(...one)), [true, true, false, true, true, false, true]);
});

test("the parts of a question are told of where it has several", () => {
  assert.deepEqual(["single", "match", "sort", "order", "multiple"].map((kind) => asked(kinds[kind]).judge("").total), [1, 3, 4, 4, undefined]);
});

test("a type is judged by its own way, and shares the rest", () => {
  assert.equal(asked(kinds.multiple).read, quiz.rows.read);
  assert.equal(asked(kinds.scenario).gap, quiz.rows.gap);
  assert.notEqual(asked(kinds.order).show, quiz.rows.show);
});
