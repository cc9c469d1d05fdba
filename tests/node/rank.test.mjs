import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { rank } = load(["search/inflection.js", "search/rank.js"]);

const RULES = { nl: "dutch", en: "english" };
const page = (file, title, ...sections) => ({ file, title, sections });
const part = (anchor, title, text) => ({ anchor, title, text });
const said = (groups, more = {}) => ({ stems: RULES, stop: "de het een ik en mijn", groups, ...more });

// A site of these pages, in Dutch, with what people may say for a thing.
const site = (pages, groups = [], language = "nl") => rank.index({ pages }, said(groups), language);
const found = (it, question) => rank.find(it, question).sections.map((one) => one.file + (one.anchor && "#" + one.anchor));
// Pages a.html, b.html … with a text each, and a last one that has none of the words.
const texts = (...all) => site([...all.map((text, at) => page("abcdefghijklm"[at] + ".html", "", part("", "", text))), page("z.html", "", part("", "", "vulling"))]);

// Slips of the finger

test("one letter more, less, other or in another place is forgiven, and two are not", () => {
  for (const other of ["pesten", "peten", "pessten", "pestem", "petsen", "epsten", "pestne", "esten", "peste", "xpesten", "pestenx"]) assert.equal(rank.near("pesten", other), true, other);
  for (const other of ["peenst", "pesteneng", "roddel", "pest", "psetne", "pxstxn", "xpestenx", "peston!", "petxen", "pestxen!", "", "pstens", "tespen", "petsenx", "pxeten"]) assert.equal(rank.near("pesten", other), false, other);
});

test("a slip is forgiven from either side", () => {
  for (const [one, other] of [["abcd", "abc"], ["abc", "abcd"], ["abcd", "bcd"], ["bcd", "abcd"]]) assert.equal(rank.near(one, other), true);
  for (const [one, other] of [["abcd", "abx"], ["abx", "abcd"], ["abxc", "abcd"], ["abcde", "abc"]]) assert.equal(rank.near(one, other), false);
});

// What is found

test("a word finds the sections that hold a form of it, and nothing else", () => {
  const it = site([page("a.html", "Eerste", part("", "", "Wie pest?"), part("b", "Over iets", "Niets.")), page("c.html", "Tweede", part("", "", "Wat nu?"))]);
  assert.deepEqual(found(it, "gepest"), ["a.html"]);
  assert.deepEqual(found(it, "xqzwy"), []);
  assert.deepEqual(found(it, ""), []);
});

test("what a section is, is told as the page has it, in one line", () => {
  const it = site([0, page("a.html", "Pagina", 0, part("deel", "Titel", "  Wat \n  er   staat. "))]);
  assert.deepEqual(it.sections, [{ file: "a.html", page: "Pagina", anchor: "deel", title: "Titel", text: "Wat er staat." }]);
});

test("a title counts for more than a text, and a page's own title for its first section", () => {
  const it = site([page("text.html", "", part("", "", "klacht")), page("title.html", "", part("", "klacht", "")), page("page.html", "klacht", part("", "", ""), part("later", "", "")), page("none.html", "", part("", "", "rust"))]);
  assert.deepEqual(found(it, "klacht"), ["title.html", "page.html", "text.html", "page.html#later"]);
});

test("the second time in a text says less than the first", () => {
  const it = texts("klacht", "klacht klacht", "klacht klacht klacht", "melding");
  assert.deepEqual(found(it, "klacht"), ["c.html", "b.html", "a.html"]);
  const titled = site([page("twice.html", "", part("", "", "klacht klacht klacht klacht")), page("title.html", "", part("", "klacht", ""))]);
  assert.deepEqual(found(titled, "klacht"), ["title.html", "twice.html"]);
});

test("a rare word counts for more than one that stands everywhere", () => {
  const it = texts("klacht werk", "melding werk", "werk", "werk melding melding melding", "klacht");
  assert.equal(found(it, "klacht werk")[0], "a.html");
  const two = texts("werk werk werk", "klacht", "werk");
  assert.equal(found(two, "klacht werk")[0], "b.html");
});

test("a section with all of the words comes before one with a part of them", () => {
  const it = texts("klacht ".repeat(9), "klacht indienen", "indienen indienen indienen indienen");
  assert.equal(found(it, "klacht indienen")[0], "b.html");
});

test("of sections that are worth the same the earlier comes first", () => {
  assert.deepEqual(found(texts("klacht", "klacht", "klacht"), "klacht"), ["a.html", "b.html", "c.html"]);
  assert.deepEqual(found(texts("klacht", "rust", "melding"), "melding klacht"), ["a.html", "c.html"]);
});

test("words that say nothing are passed over, unless there are no others", () => {
  const it = texts("de klacht", "mijn mijn mijn mijn");
  assert.deepEqual(found(it, "mijn klacht"), ["a.html"]);
  assert.deepEqual(found(it, "mijn"), ["b.html"]);
});

test("of one page two sections are shown at most, and of all eight", () => {
  const it = site(["a", "b", "c", "d", "e"].map((name) => page(name + ".html", "", part("1", "", "klacht"), part("2", "", "klacht"), part("3", "", "klacht"))).concat(page("z.html", "", part("", "", "rust"))));
  assert.deepEqual(found(it, "klacht"), ["a.html#1", "a.html#2", "b.html#1", "b.html#2", "c.html#1", "c.html#2", "d.html#1", "d.html#2"]);
});

test("what is worth less than a fifteenth of the best is not shown", () => {
  const led = (bonus) => site([page("a.html", "", part("", "klacht", bonus)), page("b.html", "", part("", "", "achterklacht")), page("z.html", "", part("", "", "rust"))], [{ nl: "klacht", page: "a.html" }]);
  assert.deepEqual(found(led("klacht"), "klacht"), ["a.html"]);
});

// Likenesses

test("a word that begins or holds the one that was asked for is found after the word itself", () => {
  const it = texts("bijklachten", "klachtenregeling", "klacht");
  assert.deepEqual(found(it, "klacht"), ["c.html", "b.html", "a.html"]);
  assert.deepEqual(["pest", "gepest"].map((word) => found(texts("pesterijen"), word)), [["a.html"], ["a.html"]]);
});

test("a long word finds the words that it is made of", () => {
  const it = texts("klacht", "commissie", "rust");
  assert.deepEqual(found(it, "klachtencommissie"), ["a.html", "b.html"]);
  assert.deepEqual(found(it, "schadeklacht"), ["a.html"]);
});

test("a short word is looked for as it is", () => {
  const it = texts("hartzeer", "art", "kunstart");
  assert.deepEqual(found(it, "art"), ["b.html"]);
  assert.deepEqual(found(texts("armoede", "arm", "ar"), "arm"), ["b.html"]);
  assert.deepEqual(found(texts("basis", "baas"), "bazen"), ["b.html"]);
  assert.deepEqual(found(texts("werk"), "werkgever"), []);
  assert.deepEqual(found(texts("werk"), "nachtwerk"), []);
});

test("a misspelt word finds what it was meant to be, and only where it is none by itself", () => {
  const it = texts("roddelen", "melden");
  assert.deepEqual(found(it, "rodelen"), ["a.html"]);
  assert.deepEqual(found(it, "rdoelen"), []);
  assert.deepEqual(found(texts("mond", "mand"), "mund"), []);
  assert.deepEqual(found(texts("klacht"), "klaht"), ["a.html"]);
  assert.deepEqual(found(texts("melding", "heling"), "melding"), ["a.html"]);
});

// What people say for a thing

const GROUPS = [
  { nl: "pesten, treiteren, voor gek zetten", en: "bully, pick on" },
  { nl: "baas, leidinggevende", en: "boss" },
  { nl: "boos", en: "angry" },
];
const PAGES = [page("pesten.html", "", part("", "", "pesten")), page("baas.html", "", part("", "", "leidinggevende")), page("boos.html", "", part("", "", "boos")), page("rust.html", "", part("", "", "rust"))];

test("a word finds what means the same, after the word itself", () => {
  const it = site([...PAGES, page("treiter.html", "", part("", "", "treiteren"))], GROUPS);
  assert.deepEqual(found(it, "treiteren"), ["treiter.html", "pesten.html"]);
  assert.deepEqual(found(it, "pesten"), ["pesten.html", "treiter.html"]);
});

test("only the words that mean the same bring each other in", () => {
  const it = site([page("rust.html", "", part("", "", "rust")), page("voor.html", "", part("", "", "voor")), PAGES[0]], GROUPS);
  assert.deepEqual(found(it, "rust pesten"), ["rust.html", "pesten.html"]);
  assert.deepEqual(found(it, "pesten"), ["pesten.html"]);
});

test("some words together mean one thing, wherever they stand in the question", () => {
  const it = site(PAGES, GROUPS);
  assert.deepEqual(found(it, "ze wil mij voor gek zetten"), ["pesten.html"]);
  assert.deepEqual(found(it, "gek voor zetten"), []);
});

test("who asks in another language finds the pages in this one", () => {
  const it = site(PAGES, GROUPS);
  assert.deepEqual(found(it, "bullied"), ["pesten.html"]);
  assert.deepEqual(found(it, "they pick on me"), ["pesten.html"]);
});

test("a misspelt word of a group is understood, beside what was understood already", () => {
  const it = site(PAGES, GROUPS);
  assert.deepEqual(found(it, "treiteern"), ["pesten.html"]);
  assert.deepEqual(found(it, "mijn baas en treiteern").sort(), ["baas.html", "pesten.html"]);
  const lines = (groups, question) => rank.find(site(PAGES, groups), question).lines;
  assert.deepEqual(lines([{ nl: "verkracht", line: "seksueel" }, { nl: "treiteren", line: "pesten" }], "verkracht treiteern"), ["seksueel", "pesten"]);
  assert.deepEqual(lines([{ nl: "klagen", line: "klagen" }, { nl: "vlagen", line: "vlagen" }], "klagen"), ["klagen"]);
});

test("a language of few pages has groups of its own beside its pages", () => {
  const groups = [{ uk: "вбити себе", line: "zelfmoord" }];
  const it = rank.index({ pages: PAGES, groups }, said([{ nl: "klagen", line: "klagen" }]), "uk");
  assert.deepEqual(rank.find(it, "хочу вбити себе").lines, ["zelfmoord"]);
  assert.deepEqual(rank.find(it, "klagen").lines, ["klagen"]);
});

test("a group leads to its page, or to a place on it, and more so with a longer phrase", () => {
  const pages = [page("a.html", "", part("", "", "klacht klacht"), part("plek", "", "")), page("b.html", "", part("", "", "")), page("c.html", "", part("", "", "rust"))];
  assert.deepEqual(found(site(pages, [{ nl: "klacht", page: "b.html" }]), "klacht"), ["b.html", "a.html"]);
  assert.deepEqual(found(site(pages, [{ nl: "klacht", page: "a.html#plek" }]), "klacht"), ["a.html#plek", "a.html"]);
  assert.deepEqual(found(site(pages, [{ nl: "melding", page: "a.html" }, { nl: "melding doen", page: "b.html" }]), "melding doen"), ["b.html", "a.html"]);
  for (const nl of ["melding, meldingen doen", "meldingen doen, melding"]) {
    assert.deepEqual(found(site(pages, [{ nl: "doen", page: "a.html#plek" }, { nl, page: "b.html" }]), "melding doen"), ["b.html", "a.html#plek"], nl);
  }
  const titled = [page("a.html", "klacht", part("", "klacht", "")), page("b.html", "", part("", "", "")), PAGES[3]];
  assert.deepEqual(found(site(titled, [{ nl: "indienen", page: "b.html" }]), "klacht indienen"), ["b.html", "a.html"]);
});

test("a group of its longest phrase counts once", () => {
  const groups = [{ nl: "geweld, geweld thuis", line: "thuis" }, { nl: "ruzie", line: "ruzie" }];
  assert.deepEqual(rank.find(site(PAGES, groups), "geweld thuis").lines, ["thuis"]);
  assert.deepEqual(rank.find(site(PAGES, groups), "geweld ruzie").lines, ["thuis", "ruzie"]);
});

test("somebody who names a need gets its line, and who wants to talk is offered that", () => {
  const it = site(PAGES, [{ nl: "praten", contact: true }, { nl: "verkracht", line: "seksueel" }, { nl: "rust" }]);
  const told = (question) => { const { lines, contact } = rank.find(it, question); return [lines, contact]; };
  assert.deepEqual(told("ik wil praten"), [[], true]);
  assert.deepEqual(told("verkracht"), [["seksueel"], false]);
  assert.deepEqual(told("rust"), [[], false]);
  assert.deepEqual(told("xqzwy"), [[], false]);
  assert.deepEqual(told("rust praten"), [[], true]);
});

test("a word that one group has as it stands is no form of a like word in another", () => {
  const groups = [{ nl: "melden", line: "melden" }, { nl: "melding", line: "melding" }];
  assert.deepEqual(rank.find(site(PAGES, groups), "melding").lines, ["melding"]);
  assert.deepEqual(rank.find(site(PAGES, groups), "melden").lines, ["melden"]);
  assert.deepEqual(rank.find(site(PAGES, groups), "meldt").lines, ["melden", "melding"]);
  assert.deepEqual(["meldt verkracht", "verkracht meldt"].map((question) => rank.find(site(PAGES, [groups[0], { nl: "verkracht", line: "seksueel" }]), question).lines), [["melden", "seksueel"], ["melden", "seksueel"]]);
  assert.deepEqual(rank.find(site(PAGES, [groups[0]]), "gemeld").lines, ["melden"]);
  const feelings = [{ nl: "boos", line: "boos" }, { nl: "baas", en: "boss", line: "baas" }];
  assert.deepEqual(rank.find(site(PAGES, feelings), "boss").lines, ["baas"]);
});

// What is shown of it

const shown = (it, question, text) => rank.excerpt(it, text, rank.find(it, question).stems);

test("what was found is marked in its text, and the rest is as it was", () => {
  const text = "Wie wordt gepest, mag bellen. Pesten is niet goed.";
  const it = site([page("a.html", "", part("", "", text)), PAGES[3]]);
  assert.deepEqual(shown(it, "pesten", text), [["Wie wordt ", false], ["gepest", true], [", mag bellen. ", false], ["Pesten", true], [" is niet goed.", false]]);
  assert.deepEqual(shown(it, "klacht", text), [[text, false]]);
});

test("words joined by a hyphen are marked as one", () => {
  const text = "Een burn-out komt voor.";
  const it = site([page("a.html", "", part("", "", text)), PAGES[3]]);
  assert.deepEqual(shown(it, "burnout", text), [["Een ", false], ["burn-out", true], [" komt voor.", false]]);
});

test("of a long text a piece around the surest find is shown, cut between words", () => {
  const before = "Dit staat er voor en zegt niets. ".repeat(6);
  const after = " Dit staat er na en zegt ook niets.".repeat(8);
  const text = before + "klacht" + after;
  const it = site([page("a.html", "", part("", "", text)), PAGES[3]]);
  const parts = shown(it, "klacht", text);
  assert.deepEqual(parts.map(([, marked]) => marked), [false, false, true, false]);
  assert.deepEqual([parts[0][0], parts[2][0]], ["… ", "klacht"]);
  const [lead, tail] = [parts[1][0], parts[3][0]];
  assert.ok(text.includes(" " + lead + "klacht") && lead.length >= 38 && lead.length <= 48, lead);
  assert.ok(tail.endsWith(" …") && after.startsWith(tail.slice(0, -2)) && after[tail.length - 2] === " ", tail);
  assert.ok(lead.length + 6 + tail.length <= 142);
});

test("a text that begins with the find, or is short, is not cut where it need not be", () => {
  const after = " en dan nog wat".repeat(20);
  const it = site([page("a.html", "", part("", "", "klacht")), PAGES[3]]);
  const parts = shown(it, "klacht", "klacht" + after);
  assert.deepEqual(parts[0], ["", false]);
  assert.deepEqual(parts[1], ["klacht", true]);
  assert.ok(parts[2][0].endsWith(" …"));
  const end = "woord ".repeat(20) + "klacht";
  assert.deepEqual(shown(it, "klacht", end).at(-2), ["klacht", true]);
  assert.deepEqual(shown(it, "klacht", end).at(-1), ["", false]);
});

test("of two finds the surer one is shown, and of two like it the first", () => {
  const far = "woord ".repeat(40);
  const marked = (text, question) => {
    const parts = shown(site([page("a.html", "", part("", "", text)), PAGES[3]]), question, text);
    return [parts[0][0] === "… ", parts.filter((one) => one[1]).map(([found]) => found)];
  };
  assert.deepEqual(marked(`klachtenregeling ${far}klachten`, "klacht"), [true, ["klachten"]]);
  assert.deepEqual(marked(`klachten ${far}klachtenregeling`, "klacht"), [false, ["klachten"]]);
  assert.deepEqual(marked(`klacht ${far}klachten`, "klacht"), [false, ["klacht"]]);
});

test("a piece is never cut within a word, and only where the find stands further than sixty letters", () => {
  const tail = " nu en hier gaat het zonder een einde door".repeat(6);
  for (let before = 50; before < 70; before += 1) {
    const text = `${"een twee drie vier vijf zes zeven acht negen tien elf twaalf".padEnd(before - 1, "x").slice(0, before - 1)} klacht${tail}`;
    const it = site([page("a.html", "", part("", "", text)), PAGES[3]]);
    const parts = shown(it, "klacht", text);
    assert.equal(parts[0][0] === "… ", before >= 60, before);
    const piece = parts.map(([one]) => one).join("").replace(/^… | …$/g, "");
    assert.ok(` ${text} `.includes(` ${piece} `), piece);
  }
});
