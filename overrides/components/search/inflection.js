// Brings the forms of a word together: pesten, pest and gepest; bully, bullied and bullying.
// What it makes need be no word; it need only be the same for all forms. Light on purpose: better two stems than a wrong one.

/** @typedef {{ fold: typeof fold, words: typeof words, stems: typeof stems }} Stem */

// Small letters without accents; what a hyphen or apostrophe joins is one word.
/** @param {string} text */
function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}

/** @param {string} text @returns {string[]} */
function words(text) {
  return fold(text).replace(/['’]s?(?![\p{L}\p{N}])/gu, "").replace(/([\p{L}\p{N}])[-'’‑]([\p{L}\p{N}])/gu, "$1$2").match(/[\p{L}\p{N}]+/gu) || [];
}

// Take an ending off where enough is left; the first that fits.
/** @param {string} word @param {string[]} endings @param {number} least */
function without(word, endings, least) {
  for (const end of endings) {
    if (word.endsWith(end) && word.length - end.length >= least) return word.slice(0, -end.length);
  }
  return word;
}

/** @param {string} word */
function single(word) {
  return word.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
}

/** @param {string} word */
function dutch(word) {
  let stem = without(word.replace(/ies$/, "ie"), ["etjes", "tjes", "jes", "etje", "tje", "je"], 3);
  stem = without(stem, ["heden", "heid"], 4);
  stem = without(stem, ["eringen", "ering", "aties", "atie", "eren", "eerde", "eert", "eerd"], 5);
  stem = without(stem, ["ingen", "enden", "ende", "end", "ing", "en", "de", "te", "e"], 3);
  stem = single(stem).replace(/z$/, "s").replace(/v$/, "f");
  if (/[^aeious]s$/.test(stem)) stem = without(stem, ["s"], 4);
  if (/[^aeiou][td]$/.test(stem)) stem = without(stem, ["t", "d"], 4);
  return single(stem).replace(/([aeou])\1/g, "$1");
}

/** @param {string} word */
function english(word) {
  let stem = word.replace(/ie[sd]$/, "y").replace(/(ss|x|z|ch|sh)es$/, "$1").replace(/([^su])s$/, "$1");
  stem = without(stem, ["ation", "ating", "ated", "ate", "ment", "ality", "ity", "ness", "ously", "ous", "ally", "ion", "ly"], 5);
  stem = without(without(stem, ["ed"], 4), ["ing"], 3);
  return without(single(stem), ["e", "al"], 4);
}

// A Dutch participle has its ge- in front or after the first part: gepest, aangeraakt.
const PARTICIPLE = /^(aan|achter|af|bij|door|in|mee|na|om|op|over|rond|toe|tegen|uit|voor|weg|zwart)?ge(.{3,}(?:[td]|en))$/;

// The stems of a folded word by the rules of a language: one, or two where it may be a participle. Without rules a word is its own.
/** @param {string} word @param {string | null | undefined} rules */
function stems(word, rules) {
  if (rules === "english") return [english(word)];
  if (rules !== "dutch") return [word];
  const found = [dutch(word)];
  const parts = PARTICIPLE.exec(word);
  if (parts) found.push(dutch((parts[1] || "") + parts[2]));
  return found;
}

voorlichter.stem = { fold, words, stems };
