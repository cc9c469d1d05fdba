/** How the page reaches the program: over loopback on this computer, or in a worker of this tab. One protocol, `ask(message)`. */

/**
 * @param {(told: Loading) => void} loading hears how far the program in a tab is, or why it cannot run here
 * @returns {Promise<Carrier>}
 */
export async function connect(loading) {
  const tab = document.querySelector('meta[name="studio"]');
  // The token stays behind the #: a reload works, no server sees it, and nothing is stored.
  return tab ? inTab(`./${tab.getAttribute("content")}/start.js`, Number(tab.getAttribute("data-print")), loading) : overLoopback(window.location.hash.slice(1));
}

/** @param {string} address @param {number} megabytes @param {(told: Loading) => void} loading @returns {Promise<Carrier>} */
async function inTab(address, megabytes, loading) {
  if (window.location.protocol === "file:") throw new Error("file");
  const { startTab, whyNot } = await import(address);
  const reason = whyNot();
  if (reason) throw new Error(reason);
  const tab = startTab(loading);
  /** @type {Later} */
  const print = { megabytes, there: false, fetch: async (hears) => { await tab.add("print", hears); print.there = true; } };
  return {
    kind: "tab",
    print,
    ask: tab.ask,
    page: async (message) => (await tab.ask({ ...message, verb: "page" })).html || "",
    show: async (frame, message, _, html) => {
      const there = html || (await tab.ask({ ...message, verb: "page" })).html;
      if (!there) throw new Error("no page");
      frame.srcdoc = there;
    },
  };
}

/** @param {string} token @returns {Carrier} */
function overLoopback(token) {
  let shown = "";
  /** What was seen to be ready: pages are made once. */
  let ready = "";
  /** @param {Record<string, unknown>} message */
  const ask = async (message) => {
    const response = await fetch("./ask", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Studio": token },
      body: JSON.stringify(message),
    });
    if (!response.ok) throw new Error(String(response.status));
    const answer = await response.json();
    shown = answer.shown;
    return answer;
  };
  /** @param {Record<string, unknown>} message @param {string} made */
  const waitFor = async (message, made) => {
    while (ready !== made) {
      const told = await ask({ verb: "ready", slug: message.slug });
      if (told.failed) return;
      if (told.ready) ready = made;
      else await new Promise((go) => { window.setTimeout(go, 1000); });
    }
  };
  return {
    kind: "computer",
    ask,
    page: async (message, made) => {
      await waitFor(message, made);
      return (await ask({ ...message, verb: "page" })).html || "";
    },
    show: async (frame, message, made) => {
      await waitFor(message, made);
      const asked = new URLSearchParams(Object.entries(message).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])));
      frame.src = `${shown}?${asked}`;
    },
  };
}
