// On wide screens, under the contact card: the parts of a page that has more than two. Without a script nothing is missing.

const beside = document.querySelector(".page [data-contents]");
const heads = document.querySelectorAll(".md-content__inner h2[id]");
if (beside && heads.length > 2) {
  const nav = beside.appendChild(document.createElement("nav"));
  nav.className = "contents";
  nav.textContent = beside.getAttribute("data-contents");
  nav.setAttribute("aria-label", nav.textContent || "");
  heads.forEach((head) => {
    const link = nav.appendChild(document.createElement("a"));
    link.href = "#" + head.id;
    link.textContent = head.textContent;
  });
}
