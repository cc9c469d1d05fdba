// Who can be reached at this moment, by the organisation's clock wherever the reader is. The page tells usual
// hours, absences and stand-ins by itself; this puts whoever is there in front and says how things stand now.
// It says nothing of a day after the last that it knows; but of an absence that has begun it knows the last day too.
(function (voorlichter) {
  "use strict";
  var DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
  var AHEAD = 35; // days in which to look for the next usual hours

  var formats = {};

  // The date and the time on the wall in a zone.
  function clock(zone, moment) {
    var numeric = "2-digit";
    formats[zone] = formats[zone] || new Intl.DateTimeFormat("en", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: numeric, day: numeric, hour: numeric, minute: numeric
    });
    var part = {};
    formats[zone].formatToParts(moment).forEach(function (one) { part[one.type] = one.value; });
    return { day: part.year + "-" + part.month + "-" + part.day, time: part.hour + ":" + part.minute };
  }

  // Days are counted as dates, so that no clock change can shift them.
  function dateOf(day) {
    return new Date(day + "T00:00:00Z");
  }

  function daysLater(day, count) {
    var date = dateOf(day);
    date.setUTCDate(date.getUTCDate() + count);
    return date.toISOString().slice(0, 10);
  }

  function holidays(data, day) {
    return data.holidays[day.slice(0, 4)];
  }

  function isHoliday(data, day) {
    return (holidays(data, day) || "").indexOf(day.slice(5)) >= 0;
  }

  // The absence that is going on, or else the one that comes next.
  function absence(one, day) {
    var span = (one.away || []).find(function (away) { return day <= away[1]; });
    return span ? { now: span[0] <= day, since: span[0] } : null;
  }

  function isAway(one, day) {
    return (one.away || []).some(function (away) { return away[0] <= day && day <= away[1]; });
  }

  function isKnown(data, day) {
    return day <= data.known && Boolean(holidays(data, day));
  }

  function hoursOn(one, day) {
    return (one.hours && one.hours[DAYS[dateOf(day).getUTCDay()]]) || "";
  }

  // The spans in which somebody is usually there, from the day on which they begin. One that ends no later than it begins
  // runs into the next day, and ends at midnight where an absence begins.
  function spans(data, one, day) {
    if (!isKnown(data, day) || isHoliday(data, day) || isAway(one, day) || !hoursOn(one, day)) return [];
    return hoursOn(one, day).split(", ").map(function (written) {
      var part = written.split("-");
      var over = part[1] <= part[0];
      var cut = over && isAway(one, daysLater(day, 1));
      return { from: part[0], until: cut ? "00:00" : part[1], over: over };
    });
  }

  // Open until when, or closed until when; null where there is nothing to say.
  function usual(data, one, now) {
    if (!one.hours || !isKnown(data, now.day) || isAway(one, now.day)) return null;
    var today = spans(data, one, now.day);
    var open = spans(data, one, daysLater(now.day, -1)).find(function (span) { return span.over && now.time < span.until; }) ||
      today.find(function (span) { return span.from <= now.time && (span.over || now.time < span.until); });
    if (open) return { open: true, until: open.until };
    var state = { open: false, holiday: isHoliday(data, now.day) && hoursOn(one, now.day) !== "", day: null, from: null };
    var next = today.find(function (span) { return now.time < span.from; });
    var day = now.day;
    for (var count = 1; count <= AHEAD && !next; count += 1) {
      day = daysLater(now.day, count);
      next = spans(data, one, day)[0];
    }
    if (next) {
      state.day = day;
      state.from = next.from;
    }
    return state;
  }

  // Everything there is to know about a moment: who comes first at each desk, and how it is with each advisor.
  function judge(data, moment) {
    var now = clock(data.zone, moment);
    var verdict = { today: now.day, known: now.day <= data.known, first: {}, advisors: {} };
    Object.keys(data.advisors).forEach(function (id) {
      var one = data.advisors[id];
      verdict.advisors[id] = { absence: absence(one, now.day), usual: usual(data, one, now) };
    });
    Object.keys(data.desks).forEach(function (desk) {
      verdict.first[desk] = data.desks[desk].find(function (id) { return !isAway(data.advisors[id], now.day); }) || null;
    });
    return verdict;
  }

  function short(time) {
    return time.replace(/^0/, "");
  }

  function nameOf(day, today) {
    function part(options) {
      options.timeZone = "UTC";
      return new Intl.DateTimeFormat(document.documentElement.lang, options).format(dateOf(day));
    }
    var weekday = part({ weekday: "long" });
    return day <= daysLater(today, 6) ? weekday : weekday + " " + dateOf(day).getUTCDate() + " " + part({ month: "long" });
  }

  // The verdict on somebody's usual hours as a sentence. Never a promise.
  function say(words, state, today) {
    if (state.open) return words.now_open.replace("%(time)s", short(state.until));
    var closed = state.holiday ? words.now_holiday : words.now_closed;
    if (!state.day) return closed;
    var again = state.day === today ? words.again_today : state.day === daysLater(today, 1) ? words.again_tomorrow : words.again_on;
    return closed + " " + again.replace("%(day)s", nameOf(state.day, today)).replace("%(time)s", short(state.from));
  }

  // Who comes first where this element stands.
  function firstAt(element, verdict) {
    var desk = element.closest("[data-desk]");
    return verdict.first[desk ? desk.dataset.desk : "all"];
  }

  function isGone(one) {
    return one.absence !== null && one.absence.now;
  }

  // Whoever comes first in front, then those who are there, then those who are away.
  function arrange(team, verdict) {
    var cards = Array.from(team.querySelectorAll(":scope > [data-advisor]"));
    var ids = Object.keys(verdict.advisors);
    var first = firstAt(team, verdict);
    function rank(card) {
      var id = card.dataset.advisor;
      return (id === first ? 0 : isGone(verdict.advisors[id]) ? 2000 : 1000) + ids.indexOf(id);
    }
    var wanted = cards.slice().sort(function (one, other) { return rank(one) - rank(other); });
    var others = team.querySelector(":scope > [data-others]");
    if (others) others.hidden = first === null;
    if (wanted.every(function (card, index) { return card === cards[index]; })) return;
    var focused = document.activeElement;
    if (others) wanted.splice(1, 0, others);
    wanted.forEach(function (element) { team.appendChild(element); });
    if (team.contains(focused) && focused !== document.activeElement) focused.focus({ preventScroll: true });
    team.dispatchEvent(new CustomEvent("voorlichter:arranged"));
  }

  function show(data, verdict) {
    // The elements whose attribute names an advisor, each with the verdict on that one.
    function each(name, act) {
      document.querySelectorAll("[data-" + name + "]").forEach(function (element) {
        var id = element.getAttribute("data-" + name);
        if (verdict.advisors[id]) act(element, verdict.advisors[id], id === firstAt(element, verdict));
      });
    }

    function isOf(element, absence) {
      return absence !== null && absence.since === element.dataset.since;
    }

    document.querySelectorAll("[data-turn]").forEach(function (element) {
      element.hidden = element.dataset.turn !== (firstAt(element, verdict) || "");
    });
    each("stands-in", function (element, one, first) { element.hidden = !first || !verdict.known; });
    each("away", function (element, one) { element.hidden = !(isOf(element, one.absence) && one.absence.now); });
    each("away-soon", function (element, one) { element.hidden = !isOf(element, one.absence) || one.absence.now; });
    each("now", function (element, one) {
      var text = one.usual ? say(data.words, one.usual, verdict.today) : "";
      if (element.textContent !== text) element.textContent = text;
      element.hidden = !text;
    });
    each("advisor", function (element, one, first) {
      element.classList.toggle("advisor-card--first", first);
      element.classList.toggle("advisor-card--away", isGone(one));
    });
    document.querySelectorAll("[data-team]").forEach(function (element) { arrange(element, verdict); });
  }

  function read() {
    var block = document.querySelector("script[data-presence]");
    return block ? JSON.parse(block.textContent) : null;
  }

  var data = read();
  voorlichter.presence = { data: data, judge: judge, say: say, show: show };
  if (!data) return;
  try {
    clock(data.zone, new Date());
  } catch (error) {
    return; // a browser that does not know the zone cannot tell; the page stays as it is
  }

  var waiting;

  // Now, and at every full minute while somebody looks.
  function watch() {
    clearTimeout(waiting);
    if (document.visibilityState !== "visible") return;
    show(data, judge(data, new Date()));
    waiting = setTimeout(watch, 60000 - (Date.now() % 60000));
  }

  watch();
  document.addEventListener("visibilitychange", watch);
  window.addEventListener("pageshow", watch);
})((window.voorlichter = window.voorlichter || {}));
