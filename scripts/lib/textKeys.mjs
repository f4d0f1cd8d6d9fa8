// Finds the texts that code translates: t`...` and t('...') of @vscode/l10n, or of a file of ours that passes them on.
import ts from 'typescript';

/** Returns the keys in a file's text, such as `{0} misses {1}`. Texts that come from a table are not among them. */
export function textKeys(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  if (!source.statements.some(importsT)) return [];
  const keys = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && isT(node.tag)) keys.push(keyOf(node.template));
    if (ts.isCallExpression(node) && isT(node.expression)) {
      const [first] = node.arguments;
      if (first) keys.push(...literalsOf(first));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return keys;
}

function importsT(statement) {
  const names = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings;
  return names && ts.isNamedImports(names) && names.elements.some((each) => each.name.text === 't');
}

function isT(node) {
  return ts.isIdentifier(node) && node.text === 't';
}

/** Returns the text that an expression is, or the texts of which it is one. */
function literalsOf(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (!ts.isConditionalExpression(node)) return [];
  return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
}

function keyOf(template) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (key, { literal }, index) => `${key}{${index}}${literal.text}`,
    template.head.text,
  );
}

/** Returns the placeholders of a text, in order: `{0}`, and those of formulas: `{nodes}`. */
export function placeholdersIn(text) {
  return [...new Set(text.match(/\{[^{}\s]+\}/g) ?? [])].sort();
}

/** Returns what a text has in backticks, in order. */
export function codeIn(text) {
  return [...new Set(text.match(/`[^`]+`/g) ?? [])].sort();
}
