// The search panel: results in place, in memory only. Started by the header when both files are there.
// Nothing typed goes into the address, the history or any store; it is gone when the panel closes or the page is left.
(function () {
  "use strict";
  var own = window.voorlichter;
  var MOST = 3; // advisors beside each other in the results

  function make(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function link(href, text, className) {
    var element = make("a", className, text);
    element.href = href;
    return element;
  }

  // Whom to call, as the page itself knows it today: who is away comes last.
  function present(contacts) {
    var block = document.querySelector("[data-presence]");
    var known = block ? JSON.parse(block.textContent) : { advisors: {} };
    var today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(new Date());
    return contacts.filter(function (one) {
      var away = (known.advisors[one.id] || {}).away;
      return !away || today < away[0] || today > away[1];
    });
  }

  // Those who were asked for by name; otherwise the lead and who stands in. Without a lead all of a few, or the way to where one chooses.
  function ways(data, asked, strings) {
    var list = make("ul", "search__ways");
    var there = present(asked);
    if (!there.length && !data.lead && data.contacts.length > MOST) {
      list.appendChild(make("li")).appendChild(link("index.html#kies", strings.choose, "md-button"));
      return list;
    }
    (there.length ? there : present(data.contacts)).slice(0, MOST).forEach(function (one) {
      var app = one.whatsapp || one.signal;
      var way = one.phone || app || one.email;
      var item = list.appendChild(make("li"));
      var shown = item.appendChild(link(way[1], strings[one.phone ? "call" : app ? "app" : "mail"].replace("%(name)s", one.call_name), "md-button"));
      if (one.phone) shown.appendChild(make("span", "search__number", " " + way[0]));
      if (one.about && !data.lead) item.appendChild(make("span", "search__name", one.about));
    });
    if (!list.children.length) list.appendChild(make("li")).appendChild(link("hulp.html", strings.outside, "md-button"));
    return list;
  }

  function line(one, strings) {
    var list = make("ul", "search__ways search__ways--urgent");
    var button = list.appendChild(make("li")).appendChild(link(one.phone[1], strings.call.replace("%(name)s", one.phone[0]), "md-button"));
    button.parentNode.appendChild(make("span", "search__name", one.name));
    return list;
  }

  function result(it, section, stems) {
    var item = make("li", "search__result");
    var title = section.anchor && section.title && section.title !== section.page ? section.page + "\u00a0· " + section.title : section.page;
    item.appendChild(link(section.file + (section.anchor ? "#" + section.anchor : ""), title));
    if (!section.text) return item;
    var text = item.appendChild(make("p"));
    own.rank.excerpt(it, section.text, stems).forEach(function (part) {
      text.appendChild(part[1] ? make("mark", "", part[0]) : document.createTextNode(part[0]));
    });
    return item;
  }

  // `root` holds the field, a status and a place for results; gives back how to empty them.
  function start(root) {
    var data = own.found, strings = data.strings;
    var field = root.querySelector("input");
    var status = root.querySelector("[role=status]");
    var place = root.querySelector("[data-results]");
    var it = own.rank.index(data, own.words, document.documentElement.lang);
    var typing;

    // Seen at once; said when the fingers rest, not at every letter.
    function tell(words) {
      clearTimeout(typing);
      status.setAttribute("aria-busy", "true");
      status.textContent = words;
      typing = setTimeout(function () { status.removeAttribute("aria-busy"); }, 800);
    }

    function named(question) {
      var asked = own.stem.words(question);
      return data.contacts.filter(function (one) {
        return own.stem.words(one.name).some(function (word) { return word.length > 2 && asked.indexOf(word) >= 0; });
      });
    }

    function show() {
      var question = field.value.trim();
      place.textContent = "";
      if (question.length < 2) return tell("");
      var found = own.rank.find(it, question);
      var count = found.sections.length;
      var asked = named(question);
      var talk = found.contact || asked.length > 0;
      tell(count > 1 ? strings.many.replace("%(count)s", count) : count ? strings.one : talk ? strings.talk : strings.none);
      found.lines.forEach(function (id) { place.appendChild(line(data.lines[id], strings)); });
      if (talk || !count) place.appendChild(ways(data, asked, strings));
      var list = make("ol", "search__results");
      found.sections.forEach(function (section) { list.appendChild(result(it, section, found.stems)); });
      if (count) place.appendChild(list);
      else place.appendChild(make("p", "", strings.menu));
    }

    field.addEventListener("input", show);
    field.addEventListener("keydown", function (event) {
      var first = place.querySelector("a");
      if (event.key !== "Enter" || event.isComposing || !first) return;
      event.preventDefault(); // or Firefox opens what has just got the focus
      first.focus();
    });
    show();
    return show;
  }

  own.search = { start: start };
})();
