// Three entries for a calendar, made here: they do not say what they are about, and nothing is asked of anybody.

/** @param {Date} date */
const digits = (date) => date.toISOString().replace(/[-:]|\.\d+/g, "");

// At nine in the morning of a working day, wherever the calendar is: what falls in a weekend comes on Monday.
/** @param {number} days @param {string} title */
function entry(days, title) {
  const now = new Date();
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days, 9));
  day.setUTCDate(day.getUTCDate() + [1, 0, 0, 0, 0, 0, 2][day.getUTCDay()]);
  return [
    "BEGIN:VEVENT",
    "UID:" + Math.random().toString(36).slice(2) + days,
    "DTSTAMP:" + digits(now),
    "DTSTART:" + digits(day).slice(0, -1),
    "DURATION:PT10M",
    "SUMMARY:" + title.replace(/[\\,;]/g, "\\$&"),
    "CLASS:PRIVATE",
    "END:VEVENT",
  ];
}

// A line holds at most 75 octets; eighteen signs are never more.
/** @param {string} line */
const fold = (line) => (/^[ -~]{0,75}$/.test(line) ? line : (line.match(/.{1,18}/gu) || []).join("\r\n "));

/** @param {HTMLElement} box */
function start(box) {
  const way = box.querySelector("div");
  box.hidden = true;
  way.hidden = false;
  document.addEventListener("voorlichter:finished", ({ target }) => {
    /** @type {HTMLElement} */ (target).querySelector(".quiz__after").append(box);
    box.hidden = false;
  });
  way.querySelector("button").addEventListener("click", () => {
    const title = String(box.dataset.title);
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//-//-//EN", ...entry(2, title), ...entry(7, title), ...entry(30, title), "END:VCALENDAR", ""];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.map(fold).join("\r\n")], { type: "text/calendar" }));
    link.download = "agenda.ics";
    link.click();
  });
}

document.querySelectorAll("[data-reminders]").forEach(start);
