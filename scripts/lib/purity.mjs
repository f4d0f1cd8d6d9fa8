// The core gives the same answer everywhere and always: no clock, no chance, no locale, no output.

import { bareShows } from './shownText.mjs';

const FOLDERS = ['engine', 'plan', 'lint', 'messages', 'charts', 'language', 'panel', 'report'];

const LOCALE = 'The core knows no locale: format through `messages`.';
const CLOCK = 'The core reads no clock: what depends on today takes `asOf`.';

// What is loaded when it is first asked for (scripts/lib/splitCommonJs.mjs).
const staticImports = {
  selector: `ImportExpression${[
    '../language/starterPlan',
    './chartsPanel',
    './completionItems',
    './hoverContents',
    './reportOn',
    './toDiagnostic',
  ]
    .map((path) => `:not([source.value="${path}"])`)
    .join('')}`,
  message: 'Import statically: boundaries are checked there.',
};

export const purity = [
  {
    files: FOLDERS.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'Intl', message: LOCALE }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: CLOCK },
        { object: 'Math', property: 'random', message: 'Take a seeded generator instead.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
        { selector: "CallExpression[callee.name='Date']", message: CLOCK },
        {
          selector: 'MemberExpression[property.name=/^(toLocale|localeCompare)/]',
          message: LOCALE,
        },
        {
          selector: 'ImportExpression',
          message: 'Import statically: boundaries are checked there.',
        },
        { selector: 'TSImportType', message: 'Import statically: boundaries are checked there.' },
      ],
    },
  },
  {
    // All text gets out through `Io`, which makes it harmless; all files through `files/`, which loses none.
    files: ['src/cli/**/*.ts'],
    ignores: ['src/cli/host.ts', 'src/cli/files/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name=/^std(out|err)$/]",
          message: 'Write through Io.',
        },
        {
          selector:
            'ImportSpecifier[imported.name=/^(write|append|createWriteStream|rename|copyFile|open)/]',
          message: 'Write text through Io, and files with replaceFiles.',
        },
      ],
    },
  },
  {
    // What the web worker host does not have, though the types of Node say that it is there.
    files: ['src/extension.ts', 'src/vscode/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'module', '__dirname'],
      'no-restricted-syntax': ['error', staticImports, ...bareShows],
    },
  },
  {
    // The one way to what VS Code shows.
    files: ['src/vscode/showText.ts'],
    rules: { 'no-restricted-syntax': ['error', staticImports] },
  },
];
