/** What is written takes its place whole, or not at all. */
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFile } from '../../../../src/cli/files/createFile';
import type { Host } from '../../../../src/cli/host';
import { run } from '../../../../src/cli/run';
import { BROKEN, GOOD, planFolder, type PlanFolder } from '../plans';

const FULL = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
const UNREAD = GOOD.concat('  B: { engine: none, parallel: 8 }\n');

let folder: PlanFolder;
beforeEach(() => {
  folder = planFolder({
    'plan.yaml': GOOD,
    'broken.yaml': BROKEN,
    'list.yaml': '[a, b]\n',
    'unread.yaml': UNREAD,
    'report.md': 'the last good report',
    'deep/.keep': '',
  });
});
afterEach(() => folder.remove());

const at = (name: string): string => join(folder.path, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const temporaryFiles = (): readonly string[] =>
  readdirSync(folder.path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tmp'),
  );

/** Runs `report` in this process, on a disk that is full after some files. */
async function report(args: readonly string[], { room = Infinity, stdin = GOOD } = {}) {
  const written = { out: '', error: '' };
  let left = room;
  const host: Host = {
    write: (stream, text) => (written[stream] += text),
    readStdin: () => Promise.resolve(stdin),
    colours: false,
    toolVersion: () => '0',
    createFile: async (path, text, permissions) => {
      if (left-- > 0) return createFile(path, text, permissions);
      writeFileSync(path, text.slice(0, 10)); // what still had room
      throw FULL;
    },
  };
  const code = await run(['report', ...args, '--as-of', '2026-02-01'], host);
  return { code, ...written };
}

test('a full disk leaves the last good report, and nothing beside it', async () => {
  const args = [at('plan.yaml'), '--charts', 'mermaid', '--out', at('report.md')];
  const ran = await report(args, { room: 0 });
  expect(ran.code).toBe(2);
  expect(ran.error).toBe(`capacity-plan: cannot write ${at('report.md')}: the disk is full\n`);
  expect(read('report.md')).toBe('the last good report');
  expect(temporaryFiles()).toEqual([]);
});

test('a disk that is full after the first picture leaves all pictures, too', async () => {
  const args = [at('plan.yaml'), '--charts', 'svg', '--out', at('report.md')];
  expect((await report(args)).code).toBe(0);
  const before = readdirSync(folder.path).map((name) => [name, statSync(at(name)).ino]);
  expect(before.length).toBeGreaterThan(8);
  const ran = await report(args, { room: 1 });
  expect(ran.code).toBe(2);
  expect(readdirSync(folder.path).map((name) => [name, statSync(at(name)).ino])).toEqual(before);
});

test.each(['broken.yaml', 'list.yaml', 'unread.yaml'])(
  '%s leaves the last good report, and prints its errors',
  async (name) => {
    for (const charts of ['svg', 'mermaid']) {
      const ran = await report([at(name), '--charts', charts, '--out', at('report.md')]);
      expect(ran.code).toBe(1);
      expect(ran.out).toBe('');
      expect(ran.error).toContain(`${at(name)}:`);
      expect(ran.error).toMatch(/\d error/);
      expect(read('report.md')).toBe('the last good report');
      expect(readdirSync(folder.path).some((each) => each.endsWith('.svg'))).toBe(false);
    }
  },
);

test('the plan is refused by whatever name', async () => {
  symlinkSync('plan.yaml', at('link.md'));
  symlinkSync('../link.md', at('deep/link.md'));
  linkSync(at('plan.yaml'), at('hard.md'));
  const names = [
    'plan.yaml',
    './plan.yaml',
    'deep/../plan.yaml',
    'link.md',
    'deep/link.md',
    'hard.md',
  ];
  for (const name of names) {
    const out = `${folder.path}/${name}`;
    for (const charts of ['svg', 'mermaid']) {
      const ran = await report([at('plan.yaml'), '--out', out, '--charts', charts]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.error).toContain(`--out ${out} is a plan`);
    }
    expect((await report([out, '--out', at('plan.yaml')])).code).toBe(2);
  }
  expect(read('plan.yaml')).toBe(GOOD);
});

test('another plan is refused by its name', async () => {
  writeFileSync(at('b.capacity.yaml'), GOOD);
  expect((await report([at('plan.yaml'), '--out', at('b.capacity.yaml')])).code).toBe(2);
  expect(read('b.capacity.yaml')).toBe(GOOD);
});

test('a picture replaces no plan and no file of somebody else', async () => {
  const args = [at('plan.yaml'), '--charts', 'svg', '--out', at('report.md')];
  symlinkSync('plan.yaml', at('report.trade-off.svg'));
  const linked = await report(args);
  expect(linked.code).toBe(2);
  expect(linked.error).toContain('report.trade-off.svg: a file that is no chart');
  writeFileSync(at('report.latency.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect((await report(args)).code).toBe(2);
  expect(read('plan.yaml')).toBe(GOOD);
  expect(read('report.md')).toBe('the last good report');
});

test('links and permissions stay', async () => {
  chmodSync(at('report.md'), 0o640);
  symlinkSync('../report.md', at('deep/link.md'));
  symlinkSync('new.md', at('deep/dangling.md'));
  const mermaid = [at('plan.yaml'), '--charts', 'mermaid', '--out'];
  const link = await report([...mermaid, at('deep/link.md')]);
  expect(link).toEqual({ code: 0, out: '', error: '' });
  expect(lstatSync(at('deep/link.md')).isSymbolicLink()).toBe(true);
  expect(read('report.md')).toMatch(/^# Capacity report/);
  if (process.platform !== 'win32') expect(statSync(at('report.md')).mode & 0o777).toBe(0o640);
  expect((await report([...mermaid, at('deep/dangling.md')])).code).toBe(0);
  expect(lstatSync(at('deep/dangling.md')).isSymbolicLink()).toBe(true);
  expect(read('deep/new.md')).toBe(read('report.md'));
  expect(temporaryFiles()).toEqual([]);
});

test('- is standard output, where there is no folder for pictures', async () => {
  const ran = await report([at('plan.yaml'), '--out', '-']);
  expect(ran.code).toBe(0);
  expect(ran.out).toMatch(/^# Capacity report/);
  expect(existsSync('-')).toBe(false);
  expect((await report([at('plan.yaml'), '--out', '-', '--charts', 'svg'])).code).toBe(2);
  expect((await report([at('plan.yaml'), '--out', ''])).code).toBe(2);
});

test('a folder is told in words', async () => {
  const ran = await report([at('plan.yaml'), '--out', at('deep')]);
  expect(ran).toMatchObject({
    code: 2,
    error: `capacity-plan: cannot write ${at('deep')}: it is a folder\n`,
  });
});

test.skipIf(!existsSync('/dev/full'))('devices get the text itself', async () => {
  expect(await report([at('plan.yaml'), '--out', '/dev/null'])).toMatchObject({
    code: 0,
    error: '',
  });
  const full = await report([at('plan.yaml'), '--out', '/dev/full']);
  expect(full).toMatchObject({
    code: 2,
    error: 'capacity-plan: cannot write /dev/full: the disk is full\n',
  });
  expect((await report([at('plan.yaml'), '--out', '/dev/null', '--charts', 'svg'])).code).toBe(2);
});
