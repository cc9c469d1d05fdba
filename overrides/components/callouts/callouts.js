// A page that the browser kept whole comes back folded: what somebody unfolded stays nobody's business.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.querySelectorAll("details[open]").forEach((one) => one.removeAttribute("open"));
});
