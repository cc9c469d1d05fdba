// The port to a screen in a hall: everybody begins anew, and nothing is kept.

voorlichter.port = {
  start: () => Promise.resolve({ text: null, review: false }),
  save: () => Promise.resolve(),
  finish: () => Promise.resolve()
};
