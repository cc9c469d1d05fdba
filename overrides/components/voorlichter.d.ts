// What the scripts of the theme share, and what they may take for granted. For the checker of types alone; it is not shipped.

declare var voorlichter: {
  /** A script beside those of the page, which it does without until then. */
  ask(name: string): Promise<unknown>;
  device: { isDone(module: string): boolean };
  found: import("./search/search.js").Found;
  memory?: import("./memory/memory.js").Memory;
  lms: import("./package/lms.js").Sessions;
  port?: Port;
  /** Not there where there is nothing to tell. */
  told: Record<string, import("./presence/presence.js").Data>;
  presence: import("./presence/presence.js").Presence;
  quiz: import("./quiz/quiz-fields.js").Fields & import("./quiz/quiz-state.js").States;
  rank: import("./search/rank.js").Rank;
  search: { start(root: HTMLElement): () => void };
  signpost: { start(root: HTMLElement): void };
  stem: import("./search/inflection.js").Stem;
  words: import("./search/rank.js").Words;
};

/** What keeps how far somebody is in a training, and hears of the end. */
interface Port {
  /** The screen before it waits for its button, and starts the training. */
  waits?: boolean;
  /** Whether this system can be asked at all; told without asking. */
  reaches?(): boolean;
  start(): Promise<Kept>;
  save(text: string): Promise<unknown>;
  finish(result: Result): Promise<unknown>;
}

/** `review` is for looking back only. */
interface Kept {
  text: string | null;
  review: boolean;
}

/** `score` and `passed` are null where there is no pass mark. `done` are the questions that were answered or whose answer was read, of a `total` that can be; `right` were wholly so. */
interface Result {
  module: string;
  score: number | null;
  passed: boolean | null;
  done: number;
  total: number;
  right: number;
}

/** Shows one question at a time, once it is started. */
interface Quiz extends HTMLElement {
  start(): void;
}

interface HTMLElementTagNameMap {
  "voorlichter-quiz": Quiz;
}

interface DocumentEventMap {
  "voorlichter:finished": CustomEvent<Result>;
}

interface ElementEventMap {
  "voorlichter:arranged": CustomEvent<null>;
}

interface ParentNode {
  querySelector(selectors: string): HTMLElement | null;
  querySelectorAll(selectors: string): NodeListOf<HTMLElement>;
}

/** Within an element stands what the component's own HTML holds there. What may be missing says so where it is looked for. */
interface Element {
  closest(selector: string): HTMLElement | null;
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K];
  querySelector(selectors: string): HTMLElement;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll(selectors: string): NodeListOf<HTMLElement>;
}
