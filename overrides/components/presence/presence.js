// Who can be reached at this moment, by the organisation's clock wherever the reader is. The page tells usual
// hours, absences and stand-ins by itself; this puts whoever is there in front and says how things stand now.
// It says nothing of a day after the last that it knows; but of an absence that has begun it knows the last day too.

/**
 * Days are texts such as "2026-11-29", times such as "09:00"; hours are by the day of the week, "09:00-17:00, 19:00-21:00".
 * @typedef {{ away?: [string, string][], hours?: Record<string, string> }} Advisor
 * @typedef {{ zone: string, known: string, holidays: Record<string, string>, words: Record<string, string>,
 *   advisors: Record<string, Advisor>, desks: Record<string, string[]> }} Data
 * @typedef {{ day: string, time: string }} Moment
 * @typedef {{ from: string, until: string, over: boolean }} Span
 * @typedef {{ now: boolean, since: string }} Absence
 * @typedef {{ open: true, until: string } | { open: false, holiday: boolean, day: string | null, from: string | null }} Usual
 * @typedef {{ absence: Absence | null, usual: Usual | null }} Judged
 * @typedef {{ today: string, elsewhere: boolean, known: boolean, first: Record<string, string | null>, advisors: Record<string, Judged> }} Verdict
 * @typedef {{ data: Data | null, judge: typeof judge, say: typeof say, show: typeof show }} Presence
 */
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const AHEAD = 35; // days in which to look for the next usual hours

/** @type {Record<string, Intl.DateTimeFormat>} */
const formats = {};

// The date and the time on the wall in a zone.
/** @param {string} zone @param {Date} moment @returns {Moment} */
function clock(zone, moment) {
  formats[zone] = formats[zone] || new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit"
  });
  /** @type {Record<string, string>} */
  const part = {};
  formats[zone].formatToParts(moment).forEach((one) => { part[one.type] = one.value; });
  return { day: part.year + "-" + part.month + "-" + part.day, time: part.hour + ":" + part.minute };
}

// Whether the reader's clock tells another time.
/** @param {Moment} now @param {Date} moment */
function isElsewhere(now, moment) {
  const theirs = new Date(moment.getTime() - moment.getTimezoneOffset() * 60000);
  return theirs.toISOString().slice(0, 16) !== now.day + "T" + now.time;
}

// Days are counted as dates, so that no clock change can shift them.
/** @param {string} day */
function dateOf(day) {
  return new Date(day + "T00:00:00Z");
}

/** @param {string} day @param {number} count */
function daysLater(day, count) {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** @param {Data} data @param {string} day */
function holidays(data, day) {
  return data.holidays[day.slice(0, 4)];
}

/** @param {Data} data @param {string} day */
function isHoliday(data, day) {
  return (holidays(data, day) || "").includes(day.slice(5));
}

// The absence that is going on, or else the one that comes next.
/** @param {Advisor} one @param {string} day @returns {Absence | null} */
function absence(one, day) {
  const span = (one.away || []).find((away) => day <= away[1]);
  return span ? { now: span[0] <= day, since: span[0] } : null;
}

/** @param {Advisor} one @param {string} day */
function isAway(one, day) {
  return (one.away || []).some((away) => away[0] <= day && day <= away[1]);
}

/** @param {Data} data @param {string} day */
function isKnown(data, day) {
  return day <= data.known && Boolean(holidays(data, day));
}

/** @param {Advisor} one @param {string} day */
function hoursOn(one, day) {
  return (one.hours || {})[DAYS[dateOf(day).getUTCDay()]] || "";
}

// The spans in which somebody is usually there, from the day on which they begin. One that ends no later than it begins
// runs into the next day, and ends at midnight where an absence begins.
/** @param {Data} data @param {Advisor} one @param {string} day @returns {Span[]} */
function spans(data, one, day) {
  if (!isKnown(data, day) || isHoliday(data, day) || isAway(one, day) || !hoursOn(one, day)) return [];
  return hoursOn(one, day).split(", ").map((written) => {
    const part = written.split("-");
    const over = part[1] <= part[0];
    const cut = over && isAway(one, daysLater(day, 1));
    return { from: part[0], until: cut ? "00:00" : part[1], over };
  });
}

// Open until when, or closed until when; null where there is nothing to say.
/** @param {Data} data @param {Advisor} one @param {Moment} now @returns {Usual | null} */
function usual(data, one, now) {
  if (!one.hours || !isKnown(data, now.day) || isAway(one, now.day)) return null;
  const today = spans(data, one, now.day);
  const open = spans(data, one, daysLater(now.day, -1)).find((span) => span.over && now.time < span.until) ||
    today.find((span) => span.from <= now.time && (span.over || now.time < span.until));
  if (open) return { open: true, until: open.until };
  const holiday = isHoliday(data, now.day) && hoursOn(one, now.day) !== "";
  let next = today.find((span) => now.time < span.from);
  let day = now.day;
  for (let count = 1; count <= AHEAD && !next; count += 1) {
    day = daysLater(now.day, count);
    next = spans(data, one, day)[0];
  }
  return { open: false, holiday, day: next ? day : null, from: next ? next.from : null };
}

// Everything there is to know about a moment: who comes first at each desk, and how it is with each advisor.
/** @param {Data} data @param {Date} moment @returns {Verdict} */
function judge(data, moment) {
  const now = clock(data.zone, moment);
  /** @type {Verdict} */
  const verdict = { today: now.day, elsewhere: isElsewhere(now, moment), known: now.day <= data.known, first: {}, advisors: {} };
  Object.keys(data.advisors).forEach((id) => {
    const one = data.advisors[id];
    verdict.advisors[id] = { absence: absence(one, now.day), usual: usual(data, one, now) };
  });
  Object.keys(data.desks).forEach((desk) => {
    verdict.first[desk] = data.desks[desk].find((id) => !isAway(data.advisors[id], now.day)) || null;
  });
  return verdict;
}

/** @param {string} time */
function short(time) {
  return time.replace(/^0/, "");
}

/** @param {string} day @param {string} today */
function nameOf(day, today) {
  /** @param {Intl.DateTimeFormatOptions} options */
  const part = (options) => dateOf(day).toLocaleDateString(document.documentElement.lang, options);
  const timeZone = "UTC";
  const weekday = part({ weekday: "long", timeZone });
  return day <= daysLater(today, 6) ? weekday : weekday + " " + dateOf(day).getUTCDate() + " " + part({ month: "long", timeZone });
}

// The verdict on somebody's usual hours as a sentence. Never a promise. To a reader elsewhere today may be tomorrow: there it
// names the day and whose time it is.
/** @param {Record<string, string>} words @param {Usual} state @param {string} today @param {boolean} [elsewhere] */
function say(words, state, today, elsewhere) {
  const whose = elsewhere ? " " + words.elsewhere : "";
  if (state.open) return words.open.replace("%(time)s", short(state.until)) + whose;
  const closed = state.holiday ? words.holiday : words.closed;
  if (!state.day || !state.from) return closed;
  const again = elsewhere ? words.on : state.day === today ? words.today : state.day === daysLater(today, 1) ? words.tomorrow : words.on;
  return closed + " " + again.replace("%(day)s", nameOf(state.day, today)).replace("%(time)s", short(state.from)) + whose;
}

// Who comes first where this element stands.
/** @param {HTMLElement} element @param {Verdict} verdict */
function firstAt(element, verdict) {
  const desk = element.closest("[data-desk]");
  return verdict.first[String(desk ? desk.dataset.desk : "all")];
}

/** @param {Judged} one */
function isGone(one) {
  return one.absence !== null && one.absence.now;
}

// Whoever comes first in front, then those who are there, then those who are away.
/** @param {HTMLElement} team @param {Verdict} verdict */
function arrange(team, verdict) {
  const cards = Array.from(team.querySelectorAll(":scope > [data-advisor]"));
  const ids = Object.keys(verdict.advisors);
  const first = firstAt(team, verdict);
  /** @param {HTMLElement} card */
  function rank(card) {
    const id = String(card.dataset.advisor);
    return (id === first ? 0 : isGone(verdict.advisors[id]) ? 2000 : 1000) + ids.indexOf(id);
  }
  const wanted = cards.slice().sort((one, other) => rank(one) - rank(other));
  const others = /** @type {HTMLElement | null} */ (team.querySelector(":scope > [data-others]"));
  if (others) others.hidden = first === null;
  if (wanted.every((card, index) => card === cards[index])) return false;
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  if (others) wanted.splice(1, 0, others);
  team.append(...wanted);
  if (focused && team.contains(focused) && focused !== document.activeElement) focused.focus({ preventScroll: true });
  return true;
}

/** @param {Data} data @param {Verdict} verdict */
function show(data, verdict) {
  // The elements whose attribute names an advisor, each with the verdict on that one.
  /** @param {string} name @param {(element: HTMLElement, one: Judged, first: boolean) => void} act */
  function each(name, act) {
    document.querySelectorAll("[data-" + name + "]").forEach((element) => {
      const id = String(element.getAttribute("data-" + name));
      if (verdict.advisors[id]) act(element, verdict.advisors[id], id === firstAt(element, verdict));
    });
  }

  /** @param {HTMLElement} element @param {Absence | null} one */
  function isOf(element, one) {
    return one !== null && one.since === element.dataset.since;
  }

  document.querySelectorAll("[data-turn]").forEach((element) => {
    element.hidden = element.dataset.turn !== (firstAt(element, verdict) || "");
  });
  each("stands-in", (element, _, first) => { element.hidden = !first || !verdict.known; });
  each("away", (element, one) => { element.hidden = !(isOf(element, one.absence) && isGone(one)); });
  each("away-soon", (element, one) => { element.hidden = !isOf(element, one.absence) || isGone(one); });
  each("now", (element, one) => {
    const text = one.usual ? say(data.words, one.usual, verdict.today, verdict.elsewhere) : " "; // not empty: it is judged
    if (element.textContent !== text) element.textContent = text;
    element.hidden = !one.usual;
  });
  each("advisor", (element, one, first) => {
    element.classList.toggle("advisor-card--first", first);
    element.classList.toggle("advisor-card--away", isGone(one));
  });
  return Array.from(document.querySelectorAll("[data-team]")).filter((team) => arrange(team, verdict));
}

// What a site tells its scripts, in the language of the page, or what the page tells by itself. Null where there is none, and
// in a browser that cannot tell the time in that zone: the page stays as it is.
/** @returns {Data | null} */
function read() {
  try {
    const own = document.querySelector("[data-known]");
    const known = own ? JSON.parse(own.textContent) : voorlichter.told[document.documentElement.lang];
    return clock(known.zone, new Date()) && known;
  } catch (error) {
    return null;
  }
}

/** @param {Data} data */
function start(data) {
  let waiting = 0;

  // Now, and at every full minute while somebody looks.
  function watch() {
    clearTimeout(waiting);
    if (document.visibilityState !== "visible") return;
    show(data, judge(data, new Date())).forEach((team) => team.dispatchEvent(new CustomEvent("voorlichter:arranged")));
    waiting = setTimeout(watch, 60000 - (Date.now() % 60000));
  }

  watch();
  document.addEventListener("visibilitychange", watch);
  window.addEventListener("pageshow", watch);
}

const data = read();
voorlichter.presence = { data, judge, say, show };
if (data) start(data);
