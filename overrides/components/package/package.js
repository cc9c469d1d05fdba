// The start screen: the questions, and any word to the learning system, wait for the button.
(function (voorlichter) {
  "use strict";
  var start = document.querySelector("[data-start]");
  var lesson = document.querySelector("[data-lesson]");
  if (!start || !lesson) return;
  var keep = start.querySelector("[data-keep-place]");

  // What a system adds to the address to know who came stays with whoever changes the language.
  start.querySelectorAll("[data-language]").forEach(function (link) {
    link.search = window.location.search;
  });
  start.querySelector("[data-with-script]").hidden = false;
  start.querySelector("[data-without-script]").hidden = true;
  lesson.hidden = true;

  start.querySelector("[data-start-button]").addEventListener("click", function () {
    voorlichter.lms.keeps = keep.checked;
    start.hidden = true;
    lesson.hidden = false;
    lesson.focus();
    lesson.querySelector("voorlichter-quiz").start();
  });
})((window.voorlichter = window.voorlichter || {}));
