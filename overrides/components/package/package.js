// The start screen: the questions, and any word to the learning system, wait for the button.
(function (voorlichter) {
  "use strict";
  var start = document.querySelector("[data-start]");
  var lesson = document.querySelector("[data-lesson]");
  if (!start || !lesson) return;
  var untold = start.querySelector("[data-untold]"); // where the page itself talks with the system
  var button = start.querySelector("[data-start-button]");
  var begun = null; // the port's answer, once it was asked
  var PATIENCE = 8000;
  var keep = start.querySelector("[data-keep-place]");

  // What a system adds to the address to know who came stays with whoever changes the language.
  start.querySelectorAll("[data-language]").forEach(function (link) {
    link.search = window.location.search;
  });
  start.querySelector("[data-with-script]").hidden = false;
  start.querySelector("[data-without-script]").hidden = true;
  lesson.hidden = true;

  function open() {
    start.hidden = true;
    lesson.hidden = false;
    lesson.focus();
    lesson.querySelector("voorlichter-quiz").start();
  }

  function warn() {
    untold.hidden = false;
    button.textContent = button.dataset.anyway;
    button.removeAttribute("aria-disabled");
  }

  // Of the port the quiz hears what was heard here, and waits no second time.
  function reach(port) {
    var late = new Promise(function (resolve, reject) { setTimeout(reject, PATIENCE); });
    begun = Promise.race([port.start(), late]);
    port.start = function () { return begun; };
    return begun;
  }

  button.addEventListener("click", function () {
    voorlichter.lms.keeps = keep.checked;
    if (!untold || !untold.hidden) return open();
    if (begun) return;
    button.setAttribute("aria-disabled", "true");
    reach(voorlichter.port).then(open, warn);
  });

  // The port comes after this script.
  document.addEventListener("DOMContentLoaded", function () {
    if (untold && !voorlichter.port.reaches()) warn();
  });
})((window.voorlichter = window.voorlichter || {}));
