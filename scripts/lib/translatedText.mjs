// Forbids text that is translated while a file is loaded. The language is known a moment later, so the text would stay
// English.

const MESSAGE = 'Translate inside a function: while files load, the language is not known yet.';

/** Entries for the linter's rule `no-restricted-syntax`. */
export const eagerText = [
  'TaggedTemplateExpression[tag.name="t"]',
  'CallExpression[callee.name="t"]',
].map((text) => ({ selector: `${text}:not(:function *)`, message: MESSAGE }));
