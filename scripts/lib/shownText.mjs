// VS Code reads links and icons in what it shows: only src/vscode/showText.ts, which takes them away, may call these.

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

const CLASSES = ['InlayHint', 'CompletionItem', 'Diagnostic', 'DiagnosticRelatedInformation'];

const NAMED = `/^(${CALLS.join('|')})$/`;

/** Entries for `no-restricted-syntax`. */
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
