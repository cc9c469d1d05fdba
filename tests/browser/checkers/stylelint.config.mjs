// Everything looks as designed in the browsers that package.json names. What is younger stands under @supports, or here with what a page is without it.
import { createRequire } from "node:module";

const { browserslist } = createRequire(import.meta.url)("./package.json");
const WITHOUT = {
  "css-color-adjust": "its prefixed form stands beside it",
  "css-content-visibility": "a closed answer is hidden as it is everywhere",
  "css-focus-visible": "the browser's own ring stays",
  "css-media-scripting": "the choices of a message come with their script, and the page moves",
  "css-has": "what is repeated or not marked does no harm",
  "css-paged-media": "the printer's own margins",
  "css-scroll-behavior": "it jumps",
  "text-size-adjust": "its prefixed form stands beside it",
};

export default {
  extends: "stylelint-config-recommended",
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "no-descending-specificity": null, // a file goes by its parts
    "plugin/no-unsupported-browser-features": [true, { browsers: browserslist.designed, ignorePartialSupport: true, ignore: Object.keys(WITHOUT) }],
  },
  // The studio states no floor of browsers: in a tab it needs what Python needs there.
  overrides: [{ files: `${process.cwd()}/**/studio/**/*.css`, rules: { "plugin/no-unsupported-browser-features": null } }],
};
