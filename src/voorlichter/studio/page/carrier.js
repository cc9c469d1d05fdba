/** How the page reaches the program: over loopback on this computer, or in a worker of this tab. One protocol, `ask(message)`. */

/**
 * @typedef {{kind: "computer" | "tab", ask: (message: Record<string, unknown>) => Promise<any>, show: (frame: HTMLIFrameElement, message: Record<string, unknown>) => Promise<any>}} Carrier
 */

/** @returns {Promise<Carrier>} */
export async function connect() {
  // The token stays behind the #: a reload works, no server sees it, and nothing is stored.
  return overLoopback(window.location.hash.slice(1));
}

/** @param {string} token @returns {Carrier} */
function overLoopback(token) {
  let shown = "";
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
  return {
    kind: "computer",
    ask,
    show: async (frame, message) => {
      while (!(await ask({ verb: "ready", slug: message.slug })).ready) await new Promise((go) => { window.setTimeout(go, 1000); });
      const asked = new URLSearchParams(Object.entries(message).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])));
      frame.src = `${shown}/${token}?${asked}`;
    },
  };
}
