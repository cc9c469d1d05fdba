// A print button is of use only where a script can print.
document.querySelectorAll("p[data-print]").forEach((place) => {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => window.print());
});
