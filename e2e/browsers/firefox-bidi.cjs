// Loaded into Playwright (node --require) before it drives a Firefox of the system over WebDriver BiDi. Playwright 1.65 asks
// it for things that Firefox 153 does not have, so they are replaced as the file is loaded.
const Module = require("node:module");

/** What is replaced: the text in Playwright's bundle, and what stands there instead. */
const replacements = [
  // Firefox has no command to emulate media; firefox.config.ts sets preferences.
  [
    /await (this\._browser\._browserSession|this\._session)\.send\("emulation\.setMediaFeaturesOverride", \{/g,
    'await ((...ignored) => {})("emulation.setMediaFeaturesOverride", {',
  ],
  // Playwright sets the value of a field, which React does not see; this puts text in as a keyboard would.
  [/window\.__pw_bidiInsertText\(text3\)/g, '(document.execCommand("insertText", false, text3), null)'],
  // Firefox has no permission for the clipboard; a preference opens it.
  [
    /await this\._browser\._browserSession\.send\("permissions\.setPermission", \{/g,
    'if (permission.startsWith("clipboard")) return;\n        $&',
  ],
  // Firefox gives a download no id; its address serves as one, since each file that the page makes has its own.
  [/if \(!event\.download && !event\.navigation\)\s+return;/g, ""],
  [/event\.download \?\? event\.navigation/g, "event.download ?? event.navigation ?? event.url"],
];

/** @type {(content: string, filename: string, ...rest: unknown[]) => unknown} */
const compile = Reflect.get(Module.prototype, "_compile");

/** @this {unknown} @param {string} content @param {string} filename @param {unknown[]} rest */
function compileReplaced(content, filename, ...rest) {
  let text = content;
  if (/[\\/]playwright-core[\\/]lib[\\/]coreBundle\.js$/.test(filename)) {
    for (const [pattern, replacement] of replacements) {
      if (!text.match(pattern))
        throw new Error(`${filename} has nothing like ${pattern} (e2e/browsers/firefox-bidi.cjs).`);
      text = text.replaceAll(pattern, /** @type {string} */ (replacement));
    }
  }
  return compile.call(this, text, filename, ...rest);
}

Reflect.set(Module.prototype, "_compile", compileReplaced);
