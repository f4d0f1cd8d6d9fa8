// Finds the texts that code translates: t`...` and t('...') of @vscode/l10n.
import ts from 'typescript';

/** Imports of `t`. That of formulas keeps the types of their places. */
const TRANSLATES = /\bt\b[^;]* from '(?:@vscode\/l10n|\.\/formulaTemplate)'/;

/** Returns the keys in a file's text, such as `{0} misses {1}`. Texts that come from a table are not among them. */
export function textKeys(name, text) {
  if (!TRANSLATES.test(text)) return [];
  const keys = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && isT(node.tag)) keys.push(keyOf(node.template));
    if (ts.isCallExpression(node) && isT(node.expression)) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) keys.push(first.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return keys;
}

function isT(node) {
  return ts.isIdentifier(node) && node.text === 't';
}

function keyOf(template) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (key, { literal }, index) => `${key}{${index}}${literal.text}`,
    template.head.text,
  );
}

/** Returns the placeholders of a text, in order: `{0}`, and in formulas `{tokens#}`. */
export function placeholdersIn(text) {
  return [...new Set(text.match(/\{[^{}\s]+\}/g) ?? [])].sort();
}

/** Returns what a text has in backticks, in order. */
export function codeIn(text) {
  return [...new Set(text.match(/`[^`]+`/g) ?? [])].sort();
}
