// The quiz without a page, and small lessons to do with it.
import { load } from "./load.mjs";

const TYPES = ["multiple", "order", "scenario"].map((type) => `quiz/types/${type}/${type}.js`);

export const { quiz } = load(["quiz/quiz-fields.js", "quiz/quiz-state.js", ...TYPES]);

export const single = (key, more = {}) => ({ key, id: key, type: "single", group: "", max: 1, parts: 3, right: "1", ...more });

// A story of two choices and two, a point for the second of each.
export const story = (key) => ({ key, id: key, type: "scenario", max: 2, parts: 0, steps: ["1,0 1,1", "2,0 2,1", ""] });

export const lesson = (...questions) => ({ module: "harbour", mark: 0, draw: {}, questions });

export const marked = (mark, ...questions) => ({ ...lesson(...questions), mark });

// What became of a lesson after all that happened.
export const after = (state, ...events) => events.reduce((now, event) => quiz.reduce(Object.freeze(now), event), state);

export const give = (index, answer) => ({ type: "answer", index, answer });

export const check = { type: "check" };

export const skip = { type: "skip" };

export const go = (to) => ({ type: "go", to });
