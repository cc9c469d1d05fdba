import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const reader = (lang) => ({ documentElement: { lang }, querySelector: () => null });
const { judge, say } = load(["presence/presence.js"], { document: reader("nl") }).presence;

const NOOR = {
  hours: { mon: "09:00-12:00, 13:00-17:00", tue: "09:00-17:00", thu: "09:00-20:00", fri: "09:00-12:30", sun: "23:00-23:59" },
  away: [["2026-12-21", "2027-01-03"]],
};
const SAM = { hours: { wed: "12:00-14:00, 22:00-06:00" }, away: [["2026-12-24", "2026-12-26"], ["2027-01-01", "2027-01-01"]] };
const KIM = {};
const WORDS = {
  open: "open tot %(time)s", closed: "dicht.", holiday: "feestdag.",
  today: "vandaag %(time)s", tomorrow: "morgen %(time)s", on: "%(day)s %(time)s",
  elsewhere: "in Nederland",
};
const DATA = {
  zone: "Europe/Amsterdam", known: "2027-05-28", words: WORDS,
  holidays: { 2026: "12-25 12-26", 2027: "01-01 03-28 03-29 04-27 05-06" },
  advisors: { noor: NOOR, sam: SAM, kim: KIM }, desks: { all: ["noor", "sam", "kim"], two: ["noor", "sam"], none: [] },
};

// The reader is in the Netherlands, but where a test says otherwise.
process.env.TZ = "Europe/Amsterdam";

// Dutch time, which is an hour ahead of UTC in winter and two in summer.
const winter = (moment) => new Date(moment + ":00+01:00");
const summer = (moment) => new Date(moment + ":00+02:00");
const only = (one, more = {}) => ({ ...DATA, advisors: { one }, desks: { all: ["one"] }, ...more });
const told = (data, moment, id = "one") => {
  const { advisors, today, elsewhere } = judge(data, moment);
  return advisors[id].usual ? say(WORDS, advisors[id].usual, today, elsewhere) : "";
};

// Usual hours

const HOURS = [
  ["2026-11-23T08:59", "dicht. vandaag 9:00"],
  ["2026-11-23T09:00", "open tot 12:00"],
  ["2026-11-23T11:59", "open tot 12:00"],
  ["2026-11-23T12:00", "dicht. vandaag 13:00"],
  ["2026-11-23T16:59", "open tot 17:00"],
  ["2026-11-23T17:00", "dicht. morgen 9:00"],
  ["2026-11-24T23:59", "dicht. donderdag 9:00"],
  ["2026-11-26T19:59", "open tot 20:00"],
  ["2026-11-27T12:30", "dicht. zondag 23:00"],
  ["2026-11-28T10:00", "dicht. morgen 23:00"],
  ["2026-11-29T23:58", "open tot 23:59"],
  ["2026-11-29T23:59", "dicht. morgen 9:00"],
  ["2026-12-20T23:59", "dicht. maandag 4 januari 9:00"],
  ["2027-03-26T13:00", "dicht. dinsdag 9:00"],
  ["2027-05-31T10:00", ""],
];

for (const [moment, words] of HOURS) {
  test(`at ${moment} by the clock of the organisation one reads: ${words || "nothing"}`, () => {
    assert.equal(told(DATA, winter(moment), "noor"), words);
  });
}

test("on a public holiday somebody who would be there is not, and is said to be back on the next day of hers", () => {
  assert.equal(told(DATA, summer("2027-03-28T12:00"), "noor"), "feestdag. dinsdag 9:00");
  assert.equal(told(DATA, summer("2027-03-29T10:00"), "noor"), "feestdag. morgen 9:00");
  assert.equal(told(DATA, summer("2027-05-06T10:00"), "noor"), "feestdag. morgen 9:00");
});

test("a public holiday is none to who would not be there", () => {
  assert.equal(told(DATA, winter("2026-12-25T10:00"), "sam"), "");
  assert.equal(told(DATA, summer("2027-04-27T10:00"), "sam"), "dicht. morgen 12:00");
});

test("the clock goes forward and back with the organisation's", () => {
  const night = only({ hours: { sun: "01:00-02:30, 03:30-05:00" } }, { holidays: { 2026: "12-25", 2027: "01-01" }, known: "2027-12-31" });
  assert.equal(told(night, winter("2027-03-28T01:59")), "open tot 2:30");
  assert.equal(told(night, summer("2027-03-28T03:00")), "dicht. vandaag 3:30");
  assert.equal(told(night, summer("2026-10-25T02:00")), "open tot 2:30");
  assert.equal(told(night, winter("2026-10-25T02:00")), "open tot 2:30");
  assert.equal(told(night, winter("2026-10-25T03:30")), "open tot 5:00");
});

test("every day of the week has its own hours", () => {
  const days = { mon: "01:00-02:00", tue: "02:00-03:00", wed: "03:00-04:00", thu: "04:00-05:00", fri: "05:00-06:00", sat: "06:00-07:00", sun: "07:00-08:00" };
  const seen = [23, 24, 25, 26, 27, 28, 29].map((day) => told(only({ hours: days }), winter(`2026-11-${day}T00:00`)));
  assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7].map((hour) => `dicht. vandaag ${hour}:00`));
});

test("hours into the night go on on the next day, of which nothing is said by itself", () => {
  assert.equal(told(DATA, winter("2026-11-25T11:00"), "sam"), "dicht. vandaag 12:00");
  assert.equal(told(DATA, winter("2026-11-25T12:00"), "sam"), "open tot 14:00");
  assert.equal(told(DATA, winter("2026-11-25T14:00"), "sam"), "dicht. vandaag 22:00");
  assert.equal(told(DATA, winter("2026-11-25T22:00"), "sam"), "open tot 6:00");
  assert.equal(told(DATA, winter("2026-11-26T05:59"), "sam"), "open tot 6:00");
  assert.equal(told(DATA, winter("2026-11-26T06:00"), "sam"), "dicht. woensdag 12:00");
});

test("hours that end as they begin last a day", () => {
  const whole = only({ hours: { mon: "08:00-08:00" } });
  assert.deepEqual(["23T07:59", "23T08:00", "24T07:59", "24T08:00"].map((time) => told(whole, winter(`2026-11-${time}`))), ["dicht. vandaag 8:00", "open tot 8:00", "open tot 8:00", "dicht. maandag 8:00"]);
});

test("hours into the night end at midnight where an absence begins", () => {
  const away = only({ ...SAM, away: [["2026-11-26", "2026-11-27"]] });
  assert.equal(told(away, winter("2026-11-25T23:00")), "open tot 0:00");
  assert.equal(told(away, winter("2026-11-26T01:00")), "");
  assert.equal(told(only({ hours: { wed: "12:00-14:00" }, away: [["2026-11-26", "2026-11-27"]] }), winter("2026-11-25T13:00")), "open tot 14:00");
});

test("next usual hours are looked for five weeks ahead and no further", () => {
  const closed = (until) => told(only({ hours: { mon: "09:00-10:00" }, away: [["2027-01-12", until]] }, { known: "2027-12-31" }), winter("2027-01-11T11:00"));
  assert.equal(closed("2027-02-14"), "dicht. maandag 15 februari 9:00");
  assert.equal(closed("2027-02-15"), "dicht.");
});

test("of a day within a week the name is told, and of one further the date", () => {
  const [saturday, sunday] = [{ hours: { sat: "09:00-10:00" } }, { hours: { sun: "09:00-10:00" } }].map((one) => told(only(one), winter("2026-11-29T11:00")));
  assert.deepEqual([saturday, sunday], ["dicht. zaterdag 9:00", "dicht. zondag 6 december 9:00"]);
});

for (const zone of ["Pacific/Kiritimati", "America/Adak", "Europe/London"]) {
  test(`to a reader in ${zone} it names the day and whose time it is`, () => {
    process.env.TZ = zone;
    try {
      assert.equal(told(DATA, winter("2026-11-23T11:59"), "noor"), "open tot 12:00 in Nederland");
      assert.equal(told(DATA, winter("2026-11-23T12:00"), "noor"), "dicht. maandag 13:00 in Nederland");
      assert.equal(told(DATA, winter("2026-11-23T17:00"), "noor"), "dicht. dinsdag 9:00 in Nederland");
      assert.equal(told(DATA, summer("2027-03-28T12:00"), "noor"), "feestdag. dinsdag 9:00 in Nederland");
    } finally {
      process.env.TZ = "Europe/Amsterdam";
    }
  });
}

test("a clock that tells the same time elsewhere is no other time", () => {
  process.env.TZ = "Africa/Lagos";
  try {
    assert.equal(told(DATA, new Date("2026-11-23T12:00:59.999+01:00"), "noor"), "dicht. vandaag 13:00");
  } finally {
    process.env.TZ = "Europe/Amsterdam";
  }
});

test("it is told in the language of the page", () => {
  const english = load(["presence/presence.js"], { document: reader("en") }).presence;
  const { advisors, today } = english.judge(DATA, winter("2026-12-20T23:59"));
  assert.equal(english.say(WORDS, advisors.noor.usual, today), "dicht. Monday 4 January 9:00");
});

test("of who has no usual hours, or none at all, nothing is said of now", () => {
  assert.equal(judge(DATA, winter("2026-11-23T10:00")).advisors.kim.usual, null);
  assert.deepEqual(judge(only({ hours: {} }), winter("2026-11-23T10:00")).advisors.one.usual, { open: false, holiday: false, day: null, from: null });
});

// What is known

test("of the last day that is known one can say what is usual, not what comes after it, and of a later day nothing", () => {
  assert.equal(told(DATA, summer("2027-05-28T12:00"), "noor"), "open tot 12:30");
  assert.equal(told(DATA, summer("2027-05-28T13:00"), "noor"), "dicht.");
  assert.deepEqual(["2027-05-28T23:59", "2027-05-29T00:00"].map((moment) => judge(DATA, summer(moment)).known), [true, false]);
  assert.equal(judge(DATA, summer("2027-05-29T00:00")).advisors.noor.usual, null);
});

test("of a year whose holidays are not known nothing is said of hours", () => {
  const data = { ...DATA, holidays: { 2027: "01-01" } };
  assert.equal(judge(data, winter("2026-11-23T10:00")).advisors.noor.usual, null);
  assert.equal(judge({ ...DATA, holidays: { 2026: "12-25" } }, winter("2026-12-20T23:59")).advisors.noor.usual.day, null);
});

test("the day is the organisation's, wherever the moment is told from", () => {
  assert.deepEqual(["2026-11-22T22:59:00Z", "2026-11-22T23:00:00Z"].map((moment) => judge(DATA, new Date(moment)).today), ["2026-11-22", "2026-11-23"]);
  assert.equal(judge({ ...DATA, zone: "Pacific/Kiritimati" }, new Date("2026-11-22T10:00:00Z")).today, "2026-11-23");
  assert.equal(judge(DATA, new Date("2026-11-22T10:00:00Z")).today, "2026-11-22");
});

// Absences, and who comes first

test("an absence is told of before it while it lasts and not after", () => {
  const seen = ["2026-12-20T23:59", "2026-12-21T00:00", "2027-01-03T23:59", "2027-01-04T00:00"].map((moment) => judge(DATA, winter(moment)).advisors.noor.absence);
  assert.deepEqual(seen, [{ now: false, since: "2026-12-21" }, { now: true, since: "2026-12-21" }, { now: true, since: "2026-12-21" }, null]);
});

test("of several absences the one is told of that goes on, or else the next", () => {
  const seen = ["2026-12-24", "2026-12-26", "2026-12-27", "2027-01-01", "2027-01-02"].map((day) => judge(DATA, winter(day + "T12:00")).advisors.sam.absence);
  assert.deepEqual(seen, [{ now: true, since: "2026-12-24" }, { now: true, since: "2026-12-24" }, { now: false, since: "2027-01-01" }, { now: true, since: "2027-01-01" }, null]);
  assert.equal(judge(DATA, winter("2026-12-24T12:00")).advisors.kim.absence, null);
});

test("whoever is away has no usual hours", () => {
  assert.equal(judge(DATA, winter("2026-12-21T10:00")).advisors.noor.usual, null);
});

test("the first of a desk who is not away comes first there, and nobody where all are", () => {
  const first = (day) => judge(DATA, winter(day + "T12:00")).first;
  assert.deepEqual(first("2026-12-20"), { all: "noor", two: "noor", none: null });
  assert.deepEqual(first("2026-12-21"), { all: "sam", two: "sam", none: null });
  assert.deepEqual(first("2026-12-24"), { all: "kim", two: null, none: null });
  assert.deepEqual(first("2027-01-04"), { all: "noor", two: "noor", none: null });
});

test("without its data, or in a browser that does not know the zone, the page stays as it is", () => {
  const document = { documentElement: { lang: "nl" } };
  const left = (told) => load(["presence/presence.js"], { document }, { told }).presence.data;
  assert.deepEqual([undefined, {}, { en: DATA }, { nl: { ...DATA, zone: "Nowhere/At-all" } }].map(left), [null, null, null, null]);
});
