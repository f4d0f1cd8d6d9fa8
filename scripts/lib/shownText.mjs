// Forbids direct calls of VS Code's text output. VS Code reads links and icons in it, and only src/vscode/showText.ts
// removes them.

const MESSAGE = 'Show text through src/vscode/showText.ts, so that no name in it becomes a link.';

const CALLS = [
  'show(Information|Warning|Error)Message',
  'showQuickPick',
  'createQuickPick',
  'showInputBox',
  'createInputBox',
  'showWorkspaceFolderPick',
  'withProgress',
  'setStatusBarMessage',
  'createStatusBarItem',
  'createLanguageStatusItem',
  'createTreeView',
  'registerTreeDataProvider',
  'registerCodeLensProvider',
];

const CLASSES = [
  'InlayHint',
  'CompletionItem',
  'CodeAction',
  'Diagnostic',
  'DiagnosticRelatedInformation',
  'DocumentSymbol',
  'SymbolInformation',
  'TreeItem',
];

const NAMED = `/^(${CALLS.join('|')})$/`;

/** Entries for the linter's rule `no-restricted-syntax`. */
export const bareShows = [
  {
    selector: `MemberExpression:matches([property.name=${NAMED}], [property.value=${NAMED}])`,
    message: MESSAGE,
  },
  // `const { showErrorMessage } = vscode.window`
  { selector: `ObjectPattern > Property[key.name=${NAMED}]`, message: MESSAGE },
  {
    selector: `NewExpression[callee.property.name=/^(${CLASSES.join('|')})$/]`,
    message: MESSAGE,
  },
  { selector: "AssignmentExpression[left.property.name='title']", message: MESSAGE },
];
