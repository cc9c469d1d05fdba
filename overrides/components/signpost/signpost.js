// One question at a time. The folded text is taken apart: each question and each end becomes a panel beside the others,
// each summary the button to it. The way that was walked lives in this page's memory and nowhere else.
(function (voorlichter) {
  "use strict";

  function element(tag, name, text) {
    var made = document.createElement(tag);
    made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function button(look, text, press) {
    var made = element("button", look, text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }

  function start(root) {
    var words = root.dataset;
    var panels = Array.from(root.querySelectorAll(".signpost__panel"));
    var left = new Map(panels.map(function (panel) { return [panel, depth(panel)]; }));
    var trail = [panels[0]];

    var sheet = document.querySelector("[data-sheet]");
    var contacts = Array.from(document.querySelectorAll(".contact[id]"));
    var contact = contacts[0];
    var progress = element("p", "signpost__progress");
    progress.setAttribute("role", "status");
    var bar = element("p", "signpost__bar");
    var back = button("md-button", words.back, function () { walk(trail.slice(0, -1)); });
    var again = button("link-button", words.again, function () { walk(trail.slice(0, 1)); });
    var print = button("link-button", words.notes, printSheet);

    // The questions on the longest way from here, this one included.
    function depth(panel) {
      var inner = Array.from(panel.querySelectorAll(".signpost__panel")).map(depth);
      return panel.matches(".signpost__end") ? 0 : 1 + Math.max.apply(null, inner);
    }

    function open(folded) {
      var panel = folded.querySelector(".signpost__panel");
      var choice = button("signpost__choice", "", function () { walk(trail.concat(panel)); });
      choice.append.apply(choice, folded.querySelector("summary").childNodes);
      folded.replaceWith(choice);
      root.append(panel);
    }

    function walk(to) {
      trail = to;
      show();
      here().querySelector(".signpost__ask").focus();
    }

    function here() {
      return trail[trail.length - 1];
    }

    function show() {
      var number = trail.length;
      var arrived = left.get(here()) === 0;
      panels.forEach(function (panel) { panel.hidden = panel !== here(); });
      progress.textContent = arrived ? words.arrived : words.progress.replace("%(number)s", number).replace("%(most)s", number - 1 + left.get(here()));
      back.hidden = again.hidden = number === 1;
      print.hidden = !arrived || !sheet;
      place(arrived);
    }

    // A block to reach an advisor keeps itself right. The one for the subject of an end stands where that end has its own
    // call; whoever is accused gets the call itself, since any block may name whom the other side has.
    function place(arrived) {
      var call = arrived && here().querySelector(".signpost__call");
      var subject = call ? call.dataset.subject : "all";
      contact = subject === "accused" ? null : contacts.find(function (one) { return one.id === "contact-" + subject; }) || contacts[0];
      contacts.forEach(function (one) { one.hidden = one !== contact; });
      if (call) call.hidden = Boolean(contact);
      if (call && contact) call.before(contact);
      else if (contact) root.after(contact);
    }

    // The sheet

    // Whom the sheet names: the doors of this end, and the advisor, as the page shows them now.
    function doorsNow() {
      var doors = Array.from(here().querySelectorAll(".door, .urgent a")).map(function (door) {
        var who = door.querySelector(".door__who");
        return plainText(who && !who.querySelector("a") ? door.querySelector(".door__what") : door);
      });
      var ways = Array.from((contact || here()).querySelectorAll("a.md-button[href^='tel:'], a.md-button[href^='mailto:']"));
      var shown = ways.filter(isShown);
      return Array.from(new Set(doors.concat((shown.length ? shown : ways).map(function (way) {
        var address = way.getAttribute("href");
        return plainText(way) + (address.startsWith("mailto:") ? " " + address.slice(7) : "");
      }))));
    }

    function printSheet() {
      var list = sheet.querySelector("[data-sheet-doors]");
      list.textContent = "";
      doorsNow().forEach(function (text) { list.append(element("p", "", text)); });
      document.documentElement.classList.add("signpost-note-alone");
      window.print();
    }

    function plainText(node) {
      return node.textContent.replace(/\s+/g, " ").trim();
    }

    function isShown(node) {
      return node.getClientRects().length > 0;
    }

    window.addEventListener("afterprint", function () {
      document.documentElement.classList.remove("signpost-note-alone");
    });

    // A page that the browser kept whole comes back at its first question.
    window.addEventListener("pageshow", function (event) {
      if (!event.persisted) return;
      trail = trail.slice(0, 1);
      show();
    });

    Array.from(root.querySelectorAll("details")).forEach(open);
    root.querySelectorAll(".signpost__ask").forEach(function (ask) { ask.tabIndex = -1; });
    bar.append(back, " ", again, " ", print);
    root.prepend(progress);
    root.append(bar);
    root.setAttribute("data-live", "");
    if (sheet) sheet.setAttribute("data-live", "");
    show();
  }

  voorlichter.signpost = { start: start };
  document.querySelectorAll("[data-signpost]").forEach(start);
})((window.voorlichter = window.voorlichter || {}));
