// As much of a window and its page as a script asks for that paints nothing.
export function makeWindow(more = {}) {
  const window = Object.assign(new EventTarget(), { opener: null, location: { search: "", href: "https://pages.example/index.html", protocol: "https:", reload() { window.reloads += 1; } }, reloads: 0, ...more });
  window.parent = window.parent || window;
  return window;
}

export function makeDocument(data = {}) {
  return Object.assign(new EventTarget(), { visibilityState: "visible", body: { dataset: data }, querySelector: () => null });
}

export function fire(target, type, more = {}) {
  target.dispatchEvent(Object.assign(new Event(type), more));
}
