// Types and names that are not there are TypeScript's to find.
import js from "@eslint/js";

export default [
  { ignores: ["**/vendor/**"] }, // others made it
  js.configs.recommended,
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2018, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "arrow-body-style": "error",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-else-return": "off",
      "no-empty-function": ["error", { allow: ["arrowFunctions"] }],
      "no-implicit-coercion": ["error", { boolean: false }],
      "no-param-reassign": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ImportDeclaration, ImportExpression, ExportNamedDeclaration, ExportDefaultDeclaration", message: "What scripts share is in `voorlichter`." },
        { selector: "Literal[regex.pattern=/\\(\\?<[=!]/]", message: "iOS before 16.4 reads no lookbehind." },
      ],
      "no-shadow": "error",
      "no-undef": "off",
      "no-unused-vars": "off",
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": "error",
      "prefer-rest-params": "error",
      "prefer-spread": "error",
      strict: ["error", "never"],
    },
  },
  {
    files: ["**/studio/**/*.js"], // modules, and no floor of browsers: in a tab it needs what Python needs there
    languageOptions: { ecmaVersion: 2022 },
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/studio/**/{worker,offline,shown}.js"], // loaded as they lie, not imported
    languageOptions: { sourceType: "script" },
    rules: { strict: ["error", "global"] },
  },
];
