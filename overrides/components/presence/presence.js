// Who can be reached at this moment, by the organisation's clock wherever the reader is. The page tells usual
// hours, absences and stand-ins by itself; this puts whoever is there in front and says how things stand now.
(function (voorlichter) {
  "use strict";
  var DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
  var AHEAD = 35; // days in which to look for the next usual hours

  // The date and the time on the wall in a zone.
  function clock(zone, moment) {
    var numeric = "2-digit";
    var format = new Intl.DateTimeFormat("en", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: numeric, day: numeric, hour: numeric, minute: numeric
    });
    var part = {};
    format.formatToParts(moment).forEach(function (one) { part[one.type] = one.value; });
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

  function absence(one, day) {
    if (!one.away || day > one.away[1]) return null;
    return day < one.away[0] ? "soon" : "now";
  }

  function hoursOn(one, day) {
    return (one.hours && one.hours[DAYS[dateOf(day).getUTCDay()]]) || "";
  }

  // The spans in which somebody is usually there. Of a year whose holidays are not known nothing is said.
  function spans(data, one, day) {
    if (!holidays(data, day) || isHoliday(data, day) || absence(one, day) === "now" || !hoursOn(one, day)) return [];
    return hoursOn(one, day).split(", ").map(function (span) { return span.split("-"); });
  }

  // Open until when, or closed until when; null where there is nothing to say.
  function usual(data, one, now) {
    if (!one.hours || !holidays(data, now.day) || absence(one, now.day) === "now") return null;
    var today = spans(data, one, now.day);
    var open = today.find(function (span) { return span[0] <= now.time && now.time < span[1]; });
    if (open) return { open: true, until: open[1] };
    var state = { open: false, holiday: isHoliday(data, now.day) && hoursOn(one, now.day) !== "", day: null, from: null };
    var next = today.find(function (span) { return now.time < span[0]; });
    var day = now.day;
    for (var count = 1; count <= AHEAD && !next; count += 1) {
      day = daysLater(now.day, count);
      next = spans(data, one, day)[0];
    }
    if (next) {
      state.day = day;
      state.from = next[0];
    }
    return state;
  }

  // Everything there is to know about a moment: who comes first, and how it is with each.
  function judge(data, moment) {
    var now = clock(data.zone, moment);
    var verdict = { today: now.day, first: null, advisors: {} };
    Object.keys(data.advisors).forEach(function (id) {
      var one = data.advisors[id];
      verdict.advisors[id] = { absence: absence(one, now.day), usual: usual(data, one, now) };
    });
    verdict.first = data.order.find(function (id) { return verdict.advisors[id].absence !== "now"; }) || null;
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

  // Whoever comes first in front, then those who are there, then those who are away.
  function arrange(team, verdict) {
    var cards = Array.from(team.querySelectorAll(":scope > [data-advisor]"));
    var ids = Object.keys(verdict.advisors);
    function rank(card) {
      var id = card.dataset.advisor;
      return (id === verdict.first ? 0 : verdict.advisors[id].absence === "now" ? 2000 : 1000) + ids.indexOf(id);
    }
    var wanted = cards.slice().sort(function (one, other) { return rank(one) - rank(other); });
    var others = team.querySelector(":scope > [data-others]");
    if (others) others.hidden = verdict.first === null;
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
        if (verdict.advisors[id]) act(element, verdict.advisors[id], id === verdict.first);
      });
    }

    document.querySelectorAll("[data-turn]").forEach(function (element) {
      element.hidden = element.dataset.turn !== (verdict.first || "");
    });
    each("stands-in", function (element, one, first) { element.hidden = !first; });
    each("away", function (element, one) { element.hidden = one.absence !== "now"; });
    each("away-soon", function (element, one) { element.hidden = one.absence !== "soon"; });
    each("now", function (element, one) {
      var text = one.usual ? say(data.words, one.usual, verdict.today) : "";
      if (element.textContent !== text) element.textContent = text;
      element.hidden = !text;
    });
    each("advisor", function (element, one, first) {
      element.classList.toggle("advisor-card--first", first);
      element.classList.toggle("advisor-card--away", one.absence === "now");
    });
    document.querySelectorAll("[data-team]").forEach(function (element) { arrange(element, verdict); });
  }

  function read() {
    var block = document.querySelector("script[data-presence]");
    return block ? JSON.parse(block.textContent) : null;
  }

  var data = read();
  voorlichter.presence = { data: data, judge: judge, say: say };
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
