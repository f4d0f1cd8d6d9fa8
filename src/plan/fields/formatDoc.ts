/** Writes the tables of docs/format.md. */
import type { Field, MapShape, Shape } from './shape';
import {
  ENGINE,
  FROM_FILES,
  NODE,
  OBSERVATION,
  PLAN,
  POLICY,
  PRICE_MAP,
  SCENARIO,
  TARGET,
  WORKLOAD,
} from './tables';

const SECTIONS: readonly (readonly [heading: string, intro: string, fields: MapShape['fields']])[] =
  [
    ['The plan', 'The top of the file.', PLAN],
    ['`workload`', 'Closed, with `users`, or open, with a `rate`: one of the two.', WORKLOAD],
    [
      '`targets.<name>`',
      'Each objective is an upper bound: `<1s` is strict, `<=1s` and a bare `1s` are not.',
      TARGET,
    ],
    ['`policy`', 'Reserves.', POLICY],
    ['`nodes.<name>`', 'A machine type.', NODE],
    ['`nodes.<name>.price` as a map', 'A price that says where it comes from.', PRICE_MAP],
    ['`engines.<name>`', 'An inference server with a model, on one node type.', ENGINE],
    [
      '`engines.<name>.observations[]`',
      'One known point of the engine’s speed. It needs a time, or users and throughput. For its load it needs `users`, `throughput`, `rate` or `parallel` (`parallel` with `latencyFollows: parallel`).',
      OBSERVATION,
    ],
    [
      '`engines.<name>.observations` from files',
      'In place of the list, or as an item of it: [results of benchmark tools](import.md#keep-results-in-their-files) that stay in their files.',
      FROM_FILES.fields,
    ],
    ['`scenarios.<name>`', 'One way to serve the workload.', SCENARIO],
  ];

/** Returns all tables with their headings, as Markdown. */
export function formatTables(): string {
  return SECTIONS.map(
    ([heading, intro, fields]) => `### ${heading}\n\n${intro}\n\n${tableOf(fields)}\n`,
  ).join('\n');
}

function tableOf(fields: MapShape['fields']): string {
  const rows = Object.entries(fields).map(
    ([key, field]) =>
      `| \`${key}\` | ${escapeCell(field.meaning)} | ${escapeCell(acceptedBy(field.shape))} | ${escapeCell(presence(field))} |`,
  );
  return ['| key | meaning | accepts | default |', '|---|---|---|---|', ...rows].join('\n');
}

function presence(field: Field): string {
  return field.required ? 'required' : (field.default ?? '');
}

function acceptedBy(shape: Shape): string {
  switch (shape.kind) {
    case 'scalar':
      return shape.choices === undefined
        ? [shape.expected, ...examples(shape.accepted)].join(': ')
        : shape.choices.map((choice) => `\`${choice}\``).join(', ');
    case 'either':
      return `${acceptedBy(shape.scalar)}; or a map`;
    case 'map':
      return 'a map';
    case 'named':
      return 'a map of names';
    case 'list':
      return shape.instead ? 'a list; or a map' : 'a list';
    case 'several':
      return shape.expected;
    case 'series':
      return `${acceptedBy(shape.word)}; or a list of ${shape.count}, each ${acceptedBy(shape.of)}`;
  }
}

function examples(accepted: readonly string[]): string[] {
  return accepted.length === 0 ? [] : [accepted.map((example) => `\`${example}\``).join(', ')];
}

function escapeCell(text: string): string {
  return text.replace(/\|/g, '\\|');
}
