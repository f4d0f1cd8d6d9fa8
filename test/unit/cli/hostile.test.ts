/** Names that act, through every command and format: what gets out is text. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTING_TEXT, actingIn } from '../acting';
import { GOOD, planFolder, type PlanFolder } from './plans';
import type { Ran } from './runCli';
import { runInProcess as run } from './runInProcess';

const LINK = '[x](command:workbench.action.quit)';
/** A key of YAML has no more than 1,024 characters. */
const SOME =
  '\0\u0007\u001b[2J\u007f\u0085\u009b\u00ad\u061c\u200b\u200e\u2028\u202e\u2067\ufeff\u{e0041}\ud800';
const NAME = `::error::1${LINK}\n::error::2\r\n##[error]3 ##vso[task.complete] ${SOME}`;
/** As a file may be called; an argument of a process has neither NUL nor halves of characters. */
const FILE = `::error::x\n::error::y\u001b[2J\u0007\u061c\u200b\u2028\u{e0041}##[error]z,%.capacity.yaml`;

/** YAML takes the escapes of JSON; halves of characters it has of its own. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

const PLAN = GOOD.replace('version: 1', `version: 1\ntitle: ${quoted(NAME + ACTING_TEXT)}`)
  .replace('<3s', '<1s')
  .replaceAll('fine:', `${quoted(`target ${NAME}`)}:`)
  .replaceAll('l4', quoted(`node ${NAME}`))
  .replaceAll(/ollama(?=[:,])/g, quoted(`engine ${NAME}`))
  .replace('  A:', `  ${quoted(NAME)}:`)
  .concat(
    `  other: { engine: ${quoted(`no ${NAME}`)}, parallel: 8 } # ::error:: ##[error] \u202e\n`,
  );

const COMMANDS: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--format', 'github'],
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['size'],
  ['size', '--json'],
  ['report'],
  ['report', '--charts', 'none'],
];

let folder: PlanFolder;
beforeAll(() => {
  folder = planFolder({ [FILE]: PLAN });
});
afterAll(() => folder.remove());

/** Colours are ours; the rest must not act. */
function actsIn({ out, error }: Ran, annotations = false): readonly string[] {
  // eslint-disable-next-line no-control-regex -- the codes of our own painter
  const text = `${out}\n${error}`.replace(/\u001b\[(?:0|1|2|31|32|33|34|36)m/g, '');
  const commands = annotations ? /^\s*::(?!(?:error|warning|notice) file=)/m : /^\s*::/m;
  return [...actingIn(text), ...(commands.exec(text) ?? []), ...(/##\w*\[/.exec(text) ?? [])];
}

describe.each(COMMANDS)('%s %s %s', (...command) => {
  test('of a plan with names that act, in a file with such a name', async () => {
    const ran = await run([...command, FILE], { cwd: folder.path });
    expect(ran.code).toBe(1);
    expect(ran.out).not.toBe('');
    expect(actsIn(ran, command.includes('github'))).toEqual([]);
    if (command.includes('json') || command.includes('--json')) {
      expect(ran.out).not.toContain('\ufffd');
      expect(JSON.stringify(JSON.parse(ran.out))).toContain('##vso[task.complete]');
    }
  });

  test('with colours', async () => {
    const ran = await run([...command, FILE], { cwd: folder.path, colours: true });
    expect(actsIn(ran, command.includes('github'))).toEqual([]);
  });
});

describe.each(['check', 'size', 'report'])('%s', (command) => {
  test('of a file that is not there', async () => {
    const ran = await run([command, `no ${FILE}`], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.error.trimEnd().split('\n')).toHaveLength(1);
    expect(actsIn(ran)).toEqual([]);
  });

  test('with an option that is none', async () => {
    const ran = await run([command, `--${FILE}`], { cwd: folder.path });
    expect(ran.code).toBe(2);
    expect(actsIn(ran)).toEqual([]);
  });
});

test('a command that is none', async () => {
  const ran = await run([FILE], { cwd: folder.path });
  expect(ran.code).toBe(2);
  expect(actsIn(ran)).toEqual([]);
});

test('annotations have the escapes of GitHub in values and messages', async () => {
  const { out } = await run(['check', '--format', 'github', FILE], { cwd: folder.path });
  const [first = ''] = out.split('\n');
  const shown = '\ufffd[2J\ufffd\ufffd\ufffd\ufffd\ufffd#\ufffd[error]z%2C%25.capacity.yaml';
  expect(first).toContain(`file=%3A%3Aerror%3A%3Ax%0A%3A%3Aerror%3A%3Ay${shown},line=`);
});

test('SARIF has no link that is not ours', async () => {
  const { out } = await run(['check', '--format', 'sarif', FILE], { cwd: folder.path });
  const { runs } = JSON.parse(out) as {
    readonly runs: readonly {
      readonly results: readonly { readonly message: { text: string } }[];
    }[];
  };
  const texts = runs.flatMap(({ results }) => results.map(({ message }) => message.text));
  expect(texts.some((text) => text.includes('command:'))).toBe(true);
  for (const text of texts) expect(text).not.toMatch(/(?<!\\)\]\(/);
});
