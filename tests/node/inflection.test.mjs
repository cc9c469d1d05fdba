import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { fold, words, stems } = load(["search/inflection.js"]).stem;

const ONE_WORD = {
  dutch: [
    "pesten pest gepest pestte", "roddelen roddelt roddel geroddeld", "schreeuwen schreeuwt schreeuw", "klacht klachten",
    "melden meldt melding meldingen gemeld", "praten praat gepraat", "straf straffen gestraft", "grens grenzen", "baas bazen",
    "discriminatie discriminaties discrimineren discrimineert discrimineerde gediscrimineerd discriminering discrimineringen",
    "intimidatie intimideren geïntimideerd intimideert", "collega collega's", "vertrouwelijk vertrouwelijke vertrouwelijkheid",
    "onveilig onveiligheid onveiligheden", "geheim geheimen", "aanraken aangeraakt", "grapje grapjes grap grappen", "feestje feest",
    "dreigen dreigt gedreigd dreigend dreigende dreigenden", "leidinggevende leidinggevenden", "uitlachen uitgelachen",
    "notitie notities", "bedreigen bedreigd bedreigt", "beschuldigen beschuldigd beschuldiging", "burn-out burnout",
    "vrijwilliger vrijwilligers", "bemiddelen bemiddelt bemiddeling", "bal balletje balletjes", "boon boontje", "kop koppen",
    "achterlaten achtergelaten", "afpakken afgepakt", "bijpraten bijgepraat", "doorpraten doorgepraat", "inpakken ingepakt",
    "meemaken meegemaakt", "napraten nagepraat", "omruilen omgeruild", "oppakken opgepakt", "overleggen overgelegd",
    "rondlopen rondgelopen", "toezeggen toegezegd", "tegenwerken tegengewerkt", "voorlichten voorgelicht", "wegsturen weggestuurd",
    "zwartmaken zwartgemaakt", "brief brieven", "keus keuze", "ziekte ziekten", "auto's auto", "deur deurtje",
  ],
  english: [
    "bully bullies bullied bullying", "shout shouts shouted shouting", "harass harassed harassment harassing", "complaint complaints",
    "discriminate discrimination discriminated discriminating", "threat threats", "touch touched touches touching", "secret secrets",
    "report reports reported reporting", "confidential confidentiality", "abuse abused abuses abusing", "rule rules", "boss bosses",
    "stop stopped stopping", "company companies", "note notes", "advise advised", "pay pays paying", "exclude excluded excludes",
    "co-worker coworker coworkers", "awkward awkwardness", "private privately", "tax taxes", "wish wishes", "match matches", "equal equality equally",
    "danger dangerous dangerously", "suggest suggestion", "boss's boss", "active activity",
  ],
};
const TWO_WORDS = {
  dutch: ["pest post", "klacht kracht", "geheim heim", "wel geweld", "leiding lijden", "mond mand", "gel gelden", "stad staart", "een eend", "zier sier", "vee fee", "kapper kaper"],
  english: ["boss base", "report resort", "secret secure", "bully bull", "need nee", "sing s", "bus bu", "supper super", "nation n"],
};

const share = (text, rules) => {
  const [first, ...others] = words(text).map((word) => stems(word, rules));
  return others.every((some) => some.some((one) => first.includes(one)));
};

for (const [rules, rows] of Object.entries(ONE_WORD)) {
  test(`forms of a word are one word, by the rules of ${rules}`, () => {
    assert.deepEqual(rows.filter((forms) => !share(forms, rules)), []);
  });
}

for (const [rules, rows] of Object.entries(TWO_WORDS)) {
  test(`other words stay other words, by the rules of ${rules}`, () => {
    assert.deepEqual(rows.filter((forms) => share(forms, rules)), []);
  });
}

test("without rules a word is its own", () => {
  assert.deepEqual([stems("pesten", null), stems("bullying", undefined), stems("gepest", "")], [["pesten"], ["bullying"], ["gepest"]]);
});

test("only what may be a participle has a second stem", () => {
  assert.equal(stems("gepest", "dutch").length, 2);
  assert.equal(stems("pesten", "dutch").length, 1);
  assert.equal(stems("geld", "dutch").length, 1);
  assert.equal(stems("bullied", "english").length, 1);
});

test("letters lose their accents and their size", () => {
  assert.equal(fold("Geïntimideerd CAFÉ Şule"), "geintimideerd cafe sule");
});

test("a text falls apart into words, and what a hyphen or an apostrophe joins is one", () => {
  assert.deepEqual(words("Burn-out, co‑worker; foto's (2 keer) — zo'n baas' idee. It's"), ["burnout", "coworker", "foto", "2", "keer", "zon", "baas", "idee", "it"]);
  assert.deepEqual(words("2-jarig, covid-19"), ["2jarig", "covid19"]);
  assert.deepEqual(words("… — !"), []);
  assert.deepEqual(words("- los - 'woord' -"), ["los", "woord"]);
});
