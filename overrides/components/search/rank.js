// Finds the sections that answer what somebody types, best first. Knows words only: no page, no screen.

/**
 * @typedef {import("./search.js").Found} Found
 * @typedef {string} Language
 * @typedef {{ page?: string, line?: string, contact?: boolean, [code: Language]: string | boolean | undefined }} Synonyms
 * @typedef {Record<Language, string | null>} Rules
 * @typedef {{ stems: Rules, stop: string, groups: Synonyms[] }} Words
 * @typedef {{ file: string, page: string, anchor: string, title: string, text: string }} Section
 * @typedef {{ language: Language, words: string[], stems: string[][] }} Phrase
 * @typedef {{ phrases: Phrase[], page?: string, line?: string, contact?: boolean }} Group
 * @typedef {{ group: Group, start: number, length: number, exact: boolean }} Fit
 * @typedef {{ sections: Section[], vocabulary: Map<string, string[]>, postings: Map<string, Map<number, number>>,
 *   groups: Group[], language: string, rules: Rules, stop: Set<string> }} Index
 * @typedef {{ sections: Section[], lines: string[], contact: boolean, stems: Map<string, number> }} Answer
 * @typedef {{ index: typeof index, find: typeof find, excerpt: typeof excerpt, near: typeof near }} Rank
 */
const { stem } = voorlichter;
// What a place in a section counts for, and how much of it a likeness keeps.
const PAGE = 4, TITLE = 5, TEXT = 1, LED_TO = 5;
const SAME_GROUP = 0.6, BEGINS = 0.7, HOLDS = 0.45, MISSPELT = 0.6;

// One letter more, less, other, or two that changed places.
/** @param {string} a @param {string} b */
function near(a, b) {
  if (a === b) return true;
  let i = 0;
  while (a[i] === b[i]) i += 1;
  if (a.length > b.length) return a.slice(i + 1) === b.slice(i);
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
}

/** @param {string[]} some @param {string[]} others */
function shared(some, others) {
  return some.some((one) => others.includes(one));
}

// The data, ready to be asked. `language` is the one of the site's pages.
/** @param {Found} data @param {Words} words @param {string} language @returns {Index} */
function index(data, words, language) {
  /** @type {Index["sections"]} */
  const sections = [];
  /** @type {Index["vocabulary"]} */
  const vocabulary = new Map();
  /** @type {Index["postings"]} */
  const postings = new Map();

  // Every word once, with its stems.
  /** @param {string} word @returns {string[]} */
  function known(word) {
    const stems = vocabulary.get(word) || stem.stems(word, words.stems[language]);
    vocabulary.set(word, stems);
    return stems;
  }

  /** @param {number} number @param {string} text @param {number} weight */
  function post(number, text, weight) {
    stem.words(text).forEach((word) => {
      known(word).forEach((one) => {
        const places = postings.get(one) || new Map();
        const before = places.get(number) || 0;
        postings.set(one, places);
        // The second time in a text says less than the first.
        places.set(number, Math.max(before, weight) + (before ? 0.2 : 0));
      });
    });
  }

  data.pages.forEach((page) => {
    if (!page) return;
    page.sections.forEach((section, place) => {
      if (!section) return;
      const number = sections.length;
      sections.push({ file: page.file, page: page.title, anchor: section.anchor, title: section.title, text: section.text.replace(/\s+/g, " ").trim() });
      post(number, section.text, TEXT);
      post(number, section.title, TITLE);
      post(number, page.title, place ? TEXT : PAGE);
    });
  });

  // A language of few pages has its own beside its pages.
  /** @type {Rules} */
  const rules = Object.assign({ [language]: null }, words.stems);
  const groups = words.groups.concat(data.groups || []).map((group) => {
    /** @type {Phrase[]} */
    const phrases = [];
    Object.keys(rules).forEach((code) => {
      const said = group[code];
      if (typeof said !== "string") return;
      said.split(",").forEach((phrase) => {
        const parts = stem.words(phrase);
        phrases.push({ language: code, words: parts, stems: parts.map((word) => stem.stems(word, words.stems[code])) });
      });
    });
    return { phrases, page: group.page, line: group.line, contact: group.contact };
  });
  return { sections, vocabulary, postings, groups, language, rules, stop: new Set(stem.words(words.stop)) };
}

// The groups that the question names, each by its longest phrase; `like` says whether a word of theirs is the question's at a place.
/** @param {Index} it @param {string[]} asked @param {(at: number, word: string, stems: string[], language: Language) => boolean} like */
function named(it, asked, like) {
  /** @type {Fit[]} */
  const fits = [];
  it.groups.forEach((group) => {
    group.phrases.forEach((phrase) => {
      for (let start = 0; start + phrase.words.length <= asked.length; start += 1) {
        if (phrase.words.every((word, i) => like(start + i, word, phrase.stems[i], phrase.language))) {
          fits.push({ group, start, length: phrase.words.length, exact: asked[start] === phrase.words[0] });
        }
      }
    });
  });
  // A word as it stands in one group is no form of a like word in another: boss is not boos.
  /** @type {Map<Group, Fit>} */
  const found = new Map();
  fits.forEach((one) => {
    const before = found.get(one.group);
    if (before && before.length >= one.length) return;
    const taken = fits.some((other) => other.exact && other.group !== one.group && other.start <= one.start && one.start < other.start + other.length);
    if (one.exact || !taken) found.set(one.group, one);
  });
  return Array.from(found.values());
}

// The stems in the pages that a word of the question stands for, each with how sure that is.
/** @param {Index} it @param {string} word */
function meanings(it, word) {
  /** @type {Map<string, number>} */
  const found = new Map();
  /** @param {string[]} stems @param {number} sure */
  function add(stems, sure) {
    stems.forEach((one) => {
      if (it.postings.has(one)) found.set(one, Math.max(sure, found.get(one) || 0));
    });
  }
  const forms = stem.stems(word, it.rules[it.language]);
  add(forms, 1);
  it.vocabulary.forEach((stems, other) => {
    const least = Math.min(word.length, other.length);
    if (least < 4 || other === word) return;
    if (forms.some((one) => one.length >= 4 && other.startsWith(one))) add(stems, BEGINS);
    else if (other.indexOf(word) > 0) add(stems, HOLDS);
    else if (stems.some((one) => one.length >= 5 && word.startsWith(one))) add(stems, HOLDS);
    else if (other.length >= 6 && word.endsWith(other)) add(stems, HOLDS);
  });
  return found;
}

// What the question means: its words with their meanings, and the groups it names.
/** @param {Index} it @param {string} question */
function read(it, question) {
  const asked = stem.words(question);
  /** @type {Record<Language, string[][]>} */
  const forms = {};
  Object.keys(it.rules).forEach((code) => { forms[code] = asked.map((word) => stem.stems(word, it.rules[code])); });
  /** @param {number} at @param {string} word @param {string[]} stems @param {Language} language */
  function equal(at, word, stems, language) {
    return asked[at] === word || shared(forms[language][at], stems);
  }
  const groups = named(it, asked, equal);
  let words = asked.filter((word) => !it.stop.has(word));
  if (!words.length) words = asked;
  /** @param {Fit} one @param {string} word */
  const covers = (one, word) => asked.slice(one.start, one.start + one.length).includes(word);
  const unknown = words.filter((word) => word.length >= 5 && !meanings(it, word).size && !groups.some((one) => covers(one, word)));
  if (unknown.length) {
    const likely = named(it, asked, (at, word, stems, language) => (
      unknown.includes(asked[at]) ? near(asked[at], word) : equal(at, word, stems, language)
    ));
    likely.forEach((one) => {
      if (!groups.some((other) => other.group === one.group)) groups.push(one);
    });
  }
  const terms = words.map((word) => {
    const found = meanings(it, word);
    if (unknown.includes(word)) {
      it.vocabulary.forEach((stems, other) => {
        if (near(word, other)) stems.forEach((one) => { found.set(one, MISSPELT); });
      });
    }
    groups.forEach((one) => {
      if (!covers(one, word)) return;
      one.group.phrases.forEach((phrase) => {
        if (phrase.language !== it.language || phrase.words.length > 1) return;
        phrase.stems[0].forEach((other) => {
          if (it.postings.has(other) && !found.has(other)) found.set(other, SAME_GROUP);
        });
      });
    });
    return found;
  });
  return { terms, groups };
}

// The sections, best first, and what comes before them: help lines, and whether the asker wants to talk.
/** @param {Index} it @param {string} question @returns {Answer} */
function find(it, question) {
  const meant = read(it, question);
  /** @type {Map<number, number>} */
  const scores = new Map();
  /** @type {Map<number, number>} */
  const hits = new Map();
  /** @type {Answer["stems"]} */
  const stems = new Map();
  /** @param {number} number */
  const scoreOf = (number) => scores.get(number) || 0;
  meant.terms.forEach((term) => {
    /** @type {Map<number, number>} */
    const best = new Map();
    term.forEach((sure, one) => {
      stems.set(one, Math.max(sure, stems.get(one) || 0));
      const places = it.postings.get(one) || new Map();
      const rare = Math.log(1 + it.sections.length / places.size);
      places.forEach((weight, number) => {
        best.set(number, Math.max(best.get(number) || 0, sure * weight * rare));
      });
    });
    best.forEach((score, number) => {
      scores.set(number, scoreOf(number) + score);
      hits.set(number, (hits.get(number) || 0) + 1);
    });
  });
  scores.forEach((score, number) => {
    scores.set(number, score * (hits.get(number) || 0) / meant.terms.length);
  });
  meant.groups.forEach((one) => {
    if (!one.group.page) return;
    it.sections.forEach((section, number) => {
      if (section.file + (section.anchor ? "#" + section.anchor : "") !== one.group.page) return;
      scores.set(number, scoreOf(number) + LED_TO * (1 + one.length));
    });
  });
  const order = Array.from(scores.keys()).sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
  /** @type {Record<string, number>} */
  const perPage = {};
  const kept = order.filter((number) => {
    const file = it.sections[number].file;
    perPage[file] = (perPage[file] || 0) + 1;
    return perPage[file] <= 2 && scoreOf(number) >= scoreOf(order[0]) / 15;
  });
  return {
    sections: kept.slice(0, 8).map((number) => it.sections[number]),
    lines: meant.groups.map((one) => one.group.line || "").filter(Boolean),
    contact: meant.groups.some((one) => Boolean(one.group.contact)),
    stems
  };
}

// A piece of text around what was found, as parts: [text, marked].
/** @param {Index} it @param {string} text @param {Answer["stems"]} stems */
function excerpt(it, text, stems) {
  const pattern = /[\p{L}\p{N}]+(?:[-'’‑][\p{L}\p{N}]+)*/gu;
  const marks = [];
  /** @param {string} word */
  const sureOf = (word) => Math.max(0, ...(it.vocabulary.get(word) || []).map((one) => stems.get(one) || 0));
  let match;
  while ((match = pattern.exec(text))) {
    const sure = Math.max(0, ...stem.words(match[0]).map(sureOf));
    if (sure) marks.push({ start: match.index, end: match.index + match[0].length, sure });
  }
  const best = marks.reduce((one, other) => other.sure > one.sure ? other : one, { start: 0, sure: 0 });
  const start = best.start < 60 ? 0 : text.lastIndexOf(" ", best.start - 40) + 1;
  const end = text.length - start < 160 ? text.length : text.lastIndexOf(" ", start + 140);
  /** @type {[string, boolean][]} */
  const parts = start ? [["… ", false]] : [];
  let at = start;
  marks.forEach((mark) => {
    if (mark.start < at || mark.end > end) return;
    parts.push([text.slice(at, mark.start), false], [text.slice(mark.start, mark.end), true]);
    at = mark.end;
  });
  parts.push([text.slice(at, end) + (end < text.length ? " …" : ""), false]);
  return parts;
}

voorlichter.rank = { index, find, excerpt, near };
