// Finds the sections that answer what somebody types, best first. Knows words only: no page, no screen.
(function () {
  "use strict";
  var own = (window.voorlichter = window.voorlichter || {});
  var stem = own.stem;
  var LANGUAGES = ["nl", "en"];
  // What a place in a section counts for, and how much of it a likeness keeps.
  var PAGE = 4, TITLE = 5, TEXT = 1, LED_TO = 5;
  var SAME_GROUP = 0.6, BEGINS = 0.7, HOLDS = 0.45, MISSPELT = 0.6;

  // One letter more, less, other, or two that changed places.
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
    var i = 0;
    while (i < a.length && a[i] === b[i]) i += 1;
    if (a.length > b.length) return a.slice(i + 1) === b.slice(i);
    if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
    return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  }

  function shared(some, others) {
    return some.some(function (one) { return others.indexOf(one) >= 0; });
  }

  // The data, ready to be asked. `language` is the one of the site's pages.
  function index(data, words, language) {
    var sections = [], vocabulary = new Map(), postings = new Map();

    // Every word once, with its stems.
    function known(word) {
      if (!vocabulary.has(word)) vocabulary.set(word, stem.stems(word, language));
      return vocabulary.get(word);
    }

    function post(number, text, weight) {
      stem.words(text).forEach(function (word) {
        known(word).forEach(function (one) {
          if (!postings.has(one)) postings.set(one, new Map());
          var places = postings.get(one);
          var before = places.get(number) || 0;
          // The second time in a text says less than the first.
          places.set(number, Math.max(before, weight) + (before ? 0.2 : 0));
        });
      });
    }

    data.pages.filter(Boolean).forEach(function (page) {
      page.sections.filter(Boolean).forEach(function (section, place) {
        var number = sections.length;
        sections.push({ file: page.file, page: page.title, anchor: section.anchor, title: section.title, text: section.text.replace(/\s+/g, " ").trim() });
        post(number, section.text, TEXT);
        post(number, section.title, TITLE);
        post(number, page.title, place ? TEXT : PAGE);
      });
    });

    var groups = words.groups.map(function (group) {
      var phrases = [];
      LANGUAGES.forEach(function (code) {
        group[code].split(",").forEach(function (phrase) {
          var words = stem.words(phrase);
          phrases.push({ language: code, words: words, stems: words.map(function (word) { return stem.stems(word, code); }) });
        });
      });
      return { phrases: phrases, page: group.page, line: group.line, contact: group.contact };
    });
    return { sections: sections, vocabulary: vocabulary, postings: postings, groups: groups, language: language, stop: new Set(stem.words(words.stop)) };
  }

  // The groups that the question names, each by its longest phrase; `like` says whether a word of theirs is the question's at a place.
  function named(it, asked, like) {
    var fits = [];
    it.groups.forEach(function (group) {
      group.phrases.forEach(function (phrase) {
        for (var start = 0; start + phrase.words.length <= asked.length; start += 1) {
          if (phrase.words.every(function (word, i) { return like(start + i, word, phrase.stems[i], phrase.language); })) {
            fits.push({ group: group, start: start, length: phrase.words.length, exact: asked[start] === phrase.words[0] });
          }
        }
      });
    });
    // A word as it stands in one group is no form of a like word in another: boss is not boos.
    var found = new Map();
    fits.forEach(function (one) {
      var before = found.get(one.group);
      if (before && before.length >= one.length) return;
      var taken = fits.some(function (other) { return other.exact && other.group !== one.group && other.start <= one.start && one.start < other.start + other.length; });
      if (one.exact || !taken) found.set(one.group, one);
    });
    return Array.from(found.values());
  }

  function misspelt(word, other) {
    return word.length >= 5 && near(word, other);
  }

  // The stems in the pages that a word of the question stands for, each with how sure that is.
  function meanings(it, word) {
    var found = new Map();
    function add(stems, sure) {
      stems.forEach(function (one) {
        if (it.postings.has(one)) found.set(one, Math.max(sure, found.get(one) || 0));
      });
    }
    var own = stem.stems(word, it.language);
    add(own, 1);
    it.vocabulary.forEach(function (stems, other) {
      var least = Math.min(word.length, other.length);
      if (least < 4 || other === word) return;
      if (own.some(function (one) { return one.length >= 4 && other.startsWith(one); })) add(stems, BEGINS);
      else if (other.indexOf(word) > 0) add(stems, HOLDS);
      else if (stems.some(function (one) { return one.length >= 5 && word.startsWith(one); })) add(stems, HOLDS);
      else if (other.length >= 6 && word.endsWith(other)) add(stems, HOLDS);
    });
    return found;
  }

  // What the question means: its words with their meanings, and the groups it names.
  function read(it, question) {
    var asked = stem.words(question);
    var forms = {};
    LANGUAGES.forEach(function (code) {
      forms[code] = asked.map(function (word) { return stem.stems(word, code); });
    });
    function equal(at, word, stems, language) {
      return asked[at] === word || shared(forms[language][at], stems);
    }
    var groups = named(it, asked, equal);
    var words = asked.filter(function (word) { return !it.stop.has(word); });
    if (!words.length) words = asked;
    var unknown = words.filter(function (word) {
      return word.length >= 5 && !meanings(it, word).size && !groups.some(function (one) { return asked.slice(one.start, one.start + one.length).indexOf(word) >= 0; });
    });
    if (unknown.length) {
      named(it, asked, function (at, word, stems, language) {
        return unknown.indexOf(asked[at]) >= 0 ? misspelt(asked[at], word) : equal(at, word, stems, language);
      }).forEach(function (one) {
        if (!groups.some(function (other) { return other.group === one.group; })) groups.push(one);
      });
    }
    var terms = words.map(function (word) {
      var found = meanings(it, word);
      if (unknown.indexOf(word) >= 0) {
        it.vocabulary.forEach(function (stems, other) {
          if (misspelt(word, other)) stems.forEach(function (one) { found.set(one, MISSPELT); });
        });
      }
      groups.forEach(function (one) {
        if (asked.slice(one.start, one.start + one.length).indexOf(word) < 0) return;
        one.group.phrases.forEach(function (phrase) {
          if (phrase.language !== it.language || phrase.words.length > 1) return;
          phrase.stems[0].forEach(function (other) {
            if (it.postings.has(other) && !found.has(other)) found.set(other, SAME_GROUP);
          });
        });
      });
      return found;
    });
    return { terms: terms, groups: groups };
  }

  // The sections, best first, and what comes before them: help lines, and whether the asker wants to talk.
  function find(it, question) {
    var meant = read(it, question);
    var scores = new Map(), hits = new Map(), stems = new Map();
    meant.terms.forEach(function (term) {
      var best = new Map();
      term.forEach(function (sure, one) {
        stems.set(one, Math.max(sure, stems.get(one) || 0));
        var places = it.postings.get(one);
        var rare = Math.log(1 + it.sections.length / places.size);
        places.forEach(function (weight, number) {
          best.set(number, Math.max(best.get(number) || 0, sure * weight * rare));
        });
      });
      best.forEach(function (score, number) {
        scores.set(number, (scores.get(number) || 0) + score);
        hits.set(number, (hits.get(number) || 0) + 1);
      });
    });
    scores.forEach(function (score, number) {
      scores.set(number, score * hits.get(number) / meant.terms.length);
    });
    meant.groups.forEach(function (one) {
      if (!one.group.page) return;
      it.sections.forEach(function (section, number) {
        if (section.file + (section.anchor ? "#" + section.anchor : "") !== one.group.page) return;
        scores.set(number, (scores.get(number) || 0) + LED_TO * (1 + one.length));
      });
    });
    var order = Array.from(scores.keys()).sort(function (a, b) { return scores.get(b) - scores.get(a) || a - b; });
    var perPage = {};
    var kept = order.filter(function (number) {
      var file = it.sections[number].file;
      perPage[file] = (perPage[file] || 0) + 1;
      return perPage[file] <= 2 && scores.get(number) >= scores.get(order[0]) / 15;
    });
    return {
      sections: kept.slice(0, 8).map(function (number) { return it.sections[number]; }),
      lines: meant.groups.map(function (one) { return one.group.line; }).filter(Boolean),
      contact: meant.groups.some(function (one) { return one.group.contact; }),
      stems: stems
    };
  }

  // A piece of text around what was found, as parts: [text, marked].
  function excerpt(it, text, stems) {
    var pattern = /[\p{L}\p{N}]+(?:[-'’‑][\p{L}\p{N}]+)*/gu, marks = [], match;
    while ((match = pattern.exec(text))) {
      var sure = Math.max.apply(null, stem.words(match[0]).concat("").map(function (word) {
        return Math.max.apply(null, (it.vocabulary.get(word) || []).map(function (one) { return stems.get(one) || 0; }).concat(0));
      }));
      if (sure) marks.push({ start: match.index, end: match.index + match[0].length, sure: sure });
    }
    var best = marks.reduce(function (one, other) { return other.sure > one.sure ? other : one; }, { start: 0, sure: 0 });
    var start = best.start < 60 ? 0 : text.lastIndexOf(" ", best.start - 40) + 1;
    var end = text.length - start < 160 ? text.length : text.lastIndexOf(" ", start + 140);
    var parts = start ? [["… ", false]] : [];
    var at = start;
    marks.forEach(function (mark) {
      if (mark.start < at || mark.end > end) return;
      parts.push([text.slice(at, mark.start), false], [text.slice(mark.start, mark.end), true]);
      at = mark.end;
    });
    parts.push([text.slice(at, end) + (end < text.length ? " …" : ""), false]);
    return parts;
  }

  own.rank = { index: index, find: find, excerpt: excerpt, near: near };
})();
