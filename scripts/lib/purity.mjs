// Forbids the core all that differs between machines or runs: clock, random numbers, locale and output.

import { bareShows } from './shownText.mjs';
import { eagerText } from './translatedText.mjs';

const FOLDERS = [
  'engine',
  'plan',
  'lint',
  'messages',
  'benchmark',
  'measure',
  'production',
  'compare',
  'charts',
  'language',
  'panel',
  'report',
  'query',
];

const LOCALE = 'The core knows no locale: format through `messages`.';
const CLOCK = 'The core reads no clock: what depends on today takes `asOf`.';

// Modules that load only on demand (scripts/lib/splitCommonJs.mjs).
const staticImports = {
  selector: `ImportExpression${[
    '../language/templates',
    './chartsPanel',
    './codeActions',
    './compares',
    './completionItems',
    './hoverContents',
    './imports',
    './mapOfConfig',
    './measures',
    './navigation',
    './observedFiles',
    './planSymbols',
    './plans',
    '../plan/readPlan',
    '../engine/assess/assess',
    '../lint/analyzePlan',
    '../query/quickAnswers',
    './reportOn',
    './toDiagnostic',
    './workspacePlans',
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
        ...eagerText,
      ],
    },
  },
  {
    // All text leaves through `Io`, which makes it harmless. All files leave through `files/`, which loses none.
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
    // These globals do not exist in the web worker host, though Node's types list them.
    files: ['src/extension*.ts', 'src/vscode/**/*.ts', 'src/worker/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'module', '__dirname'],
      'no-restricted-syntax': ['error', staticImports, ...bareShows, ...eagerText],
    },
  },
  {
    // Only this file, which Node loads, knows the program that runs it.
    files: ['src/extension.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Buffer', 'require', 'module', '__dirname'],
    },
  },
  {
    // Only this file may call what VS Code shows.
    files: ['src/vscode/showText.ts'],
    rules: { 'no-restricted-syntax': ['error', staticImports, ...eagerText] },
  },
];
