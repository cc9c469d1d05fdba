// Opens the training in the frame, or in a window of its own as some systems do.
(function () {
  "use strict";
  const wanted = new URLSearchParams(location.search);
  const page = wanted.get("page");
  const frame = document.querySelector("iframe");
  if (wanted.get("sandbox")) frame.setAttribute("sandbox", wanted.get("sandbox"));
  if (!wanted.get("window")) frame.src = page;
})();
