// Choose a first message, then copy or open it. Choices and name live in this page alone and go when it is left.
// A link carries the message from the tap on, never before.
(function (voorlichter) {
  "use strict";
  var root = document.querySelector("[data-first-message]");
  if (!root) return;
  var sender = root.querySelector("[data-sender]");
  var said = root.querySelector("[data-said]");
  var ways = root.querySelectorAll("[data-ways]");
  var messages = root.querySelectorAll("[data-language]");
  // Each app's own way to be handed a text. An iPhone wants the ampersand before "body"; Android takes it too.
  var handing = { sms: "?&body=", whatsapp: "?text=", mail: "?body=" };

  function all(selector, act) {
    root.querySelectorAll(selector).forEach(act);
  }

  function chosen(group) {
    return root.querySelector("[name='message-" + group + "']:checked");
  }

  // Only what the advisor chosen can read.
  function offerLanguages(spoken) {
    all("[name='message-language']", function (one) {
      one.parentElement.hidden = spoken.indexOf(one.value) < 0;
      if (one.checked && one.parentElement.hidden) root.querySelector("[name='message-language'][checked]").checked = true;
    });
  }

  function show() {
    var to = chosen("to");
    if (to) offerLanguages(to.dataset.languages.split(" "));
    var what = chosen("what").value;
    var when = chosen("when").value;
    var from = sender.value.trim();
    all("[data-language]", function (one) { one.hidden = one.dataset.language !== chosen("language").value; });
    all("[data-what]", function (one) { one.hidden = one.dataset.what !== what; });
    all("[data-when]", function (one) { one.hidden = one.dataset.when !== when; });
    all("[data-from]", function (one) { one.textContent = from; });
    all("[data-regards]", function (one) { one.hidden = !from; });
    ways.forEach(function (one) { one.hidden = Boolean(root.querySelector("[name='message-to']")) && !(to && one.dataset.ways === to.value); });
    if (to) {
      all("[data-to]", function (one) { one.textContent = to.dataset.name; });
    }
    said.textContent = "";
  }

  function place() {
    return root.querySelector("[data-language]:not([hidden]) [data-text]");
  }

  function text() {
    return Array.prototype.filter.call(place().children, function (one) { return !one.hidden; })
      .map(function (one) { return one.textContent; }).join(" ");
  }

  function select() {
    var range = document.createRange();
    range.selectNodeContents(place());
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    said.textContent = root.dataset.selected;
  }

  function copy() {
    var clipboard = navigator.clipboard;
    if (!clipboard) return select();
    clipboard.writeText(text()).then(function () { said.textContent = root.dataset.copied; }, select);
  }

  function open(link) {
    var plain = link.getAttribute("href");
    var hand = handing[link.dataset.way];
    if (!hand) return copy();
    link.href = plain + hand + encodeURIComponent(text());
    setTimeout(function () { link.setAttribute("href", plain); }, 0);
  }

  // Whoever can be reached now; where that is not known, who could on the day the page was made.
  // Nobody is chosen beforehand where nobody may be named alone.
  function firstTo() {
    if (!("lead" in root.dataset)) return null;
    var presence = voorlichter.presence;
    var id = presence && presence.data ? presence.judge(presence.data, new Date()).first.all : null;
    return root.querySelector("[name='message-to'][value='" + id + "']") ||
      root.querySelector("[name='message-to']:not([data-away])") || root.querySelector("[name='message-to']");
  }

  function begin() {
    all("input[type='radio']", function (one) { one.checked = one.defaultChecked; });
    var to = firstTo();
    if (to) to.checked = true;
    sender.value = "";
    show();
  }

  all("[data-choices], [data-yours], [data-copy]", function (one) { one.hidden = false; });
  all("[data-by-hand]", function (one) { one.hidden = true; });
  root.addEventListener("input", show);
  root.querySelector("[data-copy] button").addEventListener("click", copy);
  all("[data-way]", function (link) { link.addEventListener("click", function () { open(link); }); });
  // Back from elsewhere the browser may show the page as it was left, or tick again what was ticked.
  window.addEventListener("pageshow", begin);
  begin();
})(window.voorlichter || {});
