import { existsSync, linkSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROKEN, GOOD, MISSING, planFolder, type PlanFolder } from './plans';
import { buildCli, EXAMPLE, type RunCli } from './runCli';
import { runInProcess as run } from './runInProcess';

let runAlone: RunCli;
let folder: PlanFolder;

beforeAll(async () => {
  runAlone = await buildCli('check');
  folder = planFolder({
    'good.capacity.yaml': GOOD,
    'deep/missing.capacity.yaml': MISSING,
    'deep/broken.capacity.yml': BROKEN,
    'a [1].capacity.yaml': GOOD,
    'bom.capacity.yaml': `\uFEFF${GOOD}`,
    'latin1.capacity.yaml': Buffer.from(GOOD.replace('\n', '\ntitle: f\u00fcr\n'), 'latin1'),
    'binary.capacity.yaml': Buffer.from([0, 255, 254, 1, 2, 3]),
  });
});
afterAll(() => folder.remove());

const inFolder = (args: readonly string[], stdin = '') => run(args, { cwd: folder.path, stdin });

describe('exit codes', () => {
  test.each([
    [['check', 'good.capacity.yaml'], 0],
    // an empty plan
    [['check', '-'], 0],
    [['check', '--rule', 'plan.empty=error', '-'], 1],
    [['check', 'deep/missing.capacity.yaml'], 1],
    [['check', 'deep/broken.capacity.yml'], 1],
    [['check', 'binary.capacity.yaml'], 1],
    [['check', 'bom.capacity.yaml'], 0],
    [['check', 'good.capacity.yaml', 'deep/missing.capacity.yaml'], 1],
    [['check', '--fail-on', 'never', 'deep/missing.capacity.yaml'], 0],
    [['check', '--rule', 'target.latency-missed=warning', 'deep/missing.capacity.yaml'], 0],
    [['check', '--rule', 'target.*=off', 'deep/missing.capacity.yaml'], 0],
    [
      [
        'check',
        '--rule=target.latency-missed=hint',
        '--fail-on=hint',
        'deep/missing.capacity.yaml',
      ],
      1,
    ],
    [['check', 'good.capacity.yaml', 'gone.capacity.yaml'], 2],
    [['check', 'nothing/*.yaml'], 2],
    [['check', 'deep'], 2],
    [['check'], 2],
    [['check', '--nope', 'good.capacity.yaml'], 2],
    [['check', '--format', 'xml', 'good.capacity.yaml'], 2],
    [['check', '--fail-on', 'sometimes', 'good.capacity.yaml'], 2],
    [['check', '--rule', 'no.such-rule=off', 'good.capacity.yaml'], 2],
    [['check', '--rule', 'target.unverified=loud', 'good.capacity.yaml'], 2],
    [['check', '--rule', 'target.unverified', 'good.capacity.yaml'], 2],
    [['chekc', 'good.capacity.yaml'], 2],
    [[], 2],
    [['--help'], 0],
    [['--version'], 0],
    [['check', '--help'], 0],
    [['report', '-h'], 0],
    [['help', 'size'], 0],
  ])('%j: %i', async (args, code) => {
    const ran = await inFolder(args);
    expect(ran.code).toBe(code);
    expect(ran.error).not.toMatch(/^ {4}at /m);
    if (code === 2) expect(ran.error).toMatch(/^capacity-plan: /);
    else expect(ran.error).toBe('');
  });
});

describe('messages', () => {
  test.each([
    [
      ['check', 'gone.capacity.yaml'],
      'capacity-plan: cannot read gone.capacity.yaml: no such file\n',
    ],
    [['check', 'no/*.yaml'], 'capacity-plan: cannot read no/*.yaml: no file matches\n'],
    [
      ['check', '--nope', 'x'],
      "capacity-plan: unknown option '--nope'\nSee capacity-plan check --help.\n",
    ],
    [['check'], 'capacity-plan: check takes at least one FILE\nSee capacity-plan check --help.\n'],
    [
      ['report', 'a', 'b'],
      'capacity-plan: report takes one FILE\nSee capacity-plan report --help.\n',
    ],
    [
      ['x'],
      'capacity-plan: unknown command "x"; there are check, report, size, import, measure, observe, compare\nSee capacity-plan --help.\n',
    ],
  ])('%j', async (args, message) => {
    expect(await inFolder(args)).toEqual({ code: 2, out: '', error: message });
  });

  test('a file that cannot be read keeps the others from nothing', async () => {
    const { out, error } = await inFolder(['check', 'gone.yaml', 'deep/missing.capacity.yaml']);
    expect(out).toContain('target.latency-missed');
    expect(error).toContain('gone.yaml');
  });
});

describe('input', () => {
  test('standard input', async () => {
    const { code, out } = await inFolder(['check', '-'], MISSING);
    expect(code).toBe(1);
    expect(out).toMatch(/^<stdin>:14:34 error /m);
  });

  test('a glob, every file once, in order', async () => {
    const { out } = await inFolder([
      'check',
      '--format',
      'json',
      'deep/missing.capacity.yaml',
      '**/*.capacity.{yaml,yml}',
    ]);
    const { files } = JSON.parse(out) as { files: { file: string }[] };
    expect(files.map(({ file }) => file)).toEqual([
      'deep/missing.capacity.yaml',
      'a [1].capacity.yaml',
      'binary.capacity.yaml',
      'bom.capacity.yaml',
      'deep/broken.capacity.yml',
      'good.capacity.yaml',
      'latin1.capacity.yaml',
    ]);
  });

  test('a file by several names, once', async () => {
    const { out } = await inFolder([
      'check',
      '--format=json',
      './good.capacity.yaml',
      'good.capacity.yaml',
      'deep/../good.capacity.yaml',
      join(folder.path, 'good.capacity.yaml'),
      'good*.yaml',
    ]);
    const { files } = JSON.parse(out) as { files: { file: string }[] };
    expect(files.map(({ file }) => file)).toEqual(['./good.capacity.yaml']);
  });

  test('a file by links, once', async () => {
    symlinkSync('good.capacity.yaml', join(folder.path, 'soft.link'));
    linkSync(join(folder.path, 'good.capacity.yaml'), join(folder.path, 'hard.link'));
    const { out } = await inFolder([
      'check',
      '--format=json',
      'soft.link',
      'hard.link',
      'good.capacity.yaml',
    ]);
    const { files } = JSON.parse(out) as { files: { file: string }[] };
    expect(files.map(({ file }) => file)).toEqual(['soft.link']);
  });

  test.each(['check', 'size', 'report'])('%s: a folder as standard input', async (command) => {
    expect(await runAlone([command, '-'], { stdinFile: folder.path })).toMatchObject({
      code: 2,
      out: '',
      error: 'capacity-plan: cannot read standard input: it is a folder\n',
    });
  });

  test('a file that is not UTF-8', async () => {
    const { code, out } = await inFolder(['check', 'latin1.capacity.yaml']);
    expect(code).toBe(0);
    expect(out).toMatch(/^latin1\.capacity\.yaml:2:9 warning The file is not UTF-8/m);
  });

  test('a name with the signs of a glob in it', async () => {
    expect((await inFolder(['check', 'a [1].capacity.yaml'])).code).toBe(0);
  });

  test('comments silence rules as in the editor', async () => {
    const silenced = MISSING.replace(
      '  A: {',
      '  # capacity-plan-disable-next-line target.latency-missed\n  A: {',
    );
    expect((await inFolder(['check', '-'], silenced)).code).toBe(0);
  });
});

describe('output', () => {
  test('a reader that has gone ends it quietly', async () => {
    const gone = await runAlone(['check', '--format', 'sarif', 'good.capacity.yaml'], {
      cwd: folder.path,
      closesOutput: true,
    });
    expect(gone).toEqual({ code: 0, out: '', error: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is told in words', async () => {
    const full = await runAlone(['check', 'good.capacity.yaml'], {
      cwd: folder.path,
      stdoutFile: '/dev/full',
    });
    expect(full.code).toBe(2);
    expect(full.error).toMatch(/^capacity-plan: ENOSPC: .*\n$/);
  });
});

describe('pretty', () => {
  test('place, severity, message, rule, the line with what is meant underlined, and a summary', async () => {
    const { out } = await inFolder(['check', 'deep/missing.capacity.yaml']);
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line.includes('target.latency-missed'));
    expect(lines[at]).toMatch(/^deep\/missing\.capacity\.yaml:14:34 error `A` misses `fine`/);
    expect(lines[at + 1]).toBe('  14 |   A: { engine: ollama, parallel: 8 }');
    expect(lines[at + 2]).toMatch(/^ {5}\| {3,}~$/);
    expect((lines[at + 2] ?? '').indexOf('~')).toBe((lines[at + 1] ?? '').lastIndexOf('8'));
    expect(lines.at(-2)).toMatch(/^1 error.* in 1 file$/);
    expect(out).not.toContain('\u001b');
  });

  test('says so where nothing is found', async () => {
    const quiet = [
      'check',
      '--rule',
      'target.*=off',
      '--rule',
      'scenario.*=off',
      '--as-of',
      '2026-06-30',
      'good.capacity.yaml',
    ];
    expect((await inFolder(quiet)).out).toBe('No findings in 1 file\n');
  });

  test('prices are as old as --as-of says', async () => {
    const stale = async (day: string) => {
      const { out } = await inFolder(['check', '--as-of', day, 'good.capacity.yaml']);
      return out.includes('price.stale');
    };
    expect([await stale('2026-07-14'), await stale('2026-07-15')]).toEqual([false, true]);
    const { code, error } = await inFolder(['check', '--as-of', 'June', 'good.capacity.yaml']);
    expect([code, error]).toEqual([2, expect.stringContaining('--as-of is a date such as')]);
  });

  test.each(['2026-02-30', '2026-13-01', '2025-02-29', '2026-04-31', '2026-1-1', '2026-01-00'])(
    '%s is no day',
    async (day) => {
      const { code, error } = await inFolder(['check', '--as-of', day, 'good.capacity.yaml']);
      expect([code, error]).toEqual([2, expect.stringContaining(`not "${day}"`)]);
    },
  );

  test('colours where they are wanted, and not where they are not', async () => {
    const colourful = { cwd: folder.path, env: { FORCE_COLOR: '1' } };
    const args = ['check', 'deep/missing.capacity.yaml'];
    expect((await runAlone(args, colourful)).out).toContain('\u001b[31m');
    expect((await runAlone([...args, '--no-color'], colourful)).out).not.toContain('\u001b');
    const none = { cwd: folder.path, env: { FORCE_COLOR: '1', NO_COLOR: '1' } };
    expect((await runAlone(args, none)).out).not.toContain('\u001b');
  });

  test('a plan cannot command the terminal', async () => {
    const nasty = MISSING.replace('  A:', '  "A\\e[2J\\e]0;x\\a":');
    for (const command of ['check', 'size']) {
      const { out } = await inFolder([command, '-'], nasty);
      expect(out).toContain('A');
      expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    }
  });
});

describe('--fix', () => {
  const percentiles = (limit: string) => GOOD.replace('{ latency: <3s }', limit);

  test('writes what has one way to be mended, and lists what is left', async () => {
    const mended = planFolder({
      'a.capacity.yaml': `\uFEFF${percentiles('{ ttftP95: <5s, latency: <1s } # a comment')}`,
    });
    const { code, out } = await run(['check', '--fix', 'a.capacity.yaml'], { cwd: mended.path });
    const text = readFileSync(join(mended.path, 'a.capacity.yaml'), 'utf8');
    expect(text).toBe(`\uFEFF${percentiles('{ ttft: { p95: <5s }, latency: <1s } # a comment')}`);
    expect(code).toBe(1);
    expect(out).toContain('target.latency-missed');
    expect(out).not.toContain('plan.percentile');
    mended.remove();
  });

  test('leaves a file without such a finding, and one that is no text, as it is', async () => {
    const files = ['good.capacity.yaml', 'latin1.capacity.yaml', 'binary.capacity.yaml'];
    const read = () => files.map((file) => readFileSync(join(folder.path, file)).toString('hex'));
    const before = read();
    await inFolder(['check', '--fix', ...files]);
    expect(read()).toEqual(before);
  });

  test('takes files only', async () => {
    const { code, error } = await inFolder(['check', '--fix', '-'], GOOD);
    expect(code).toBe(2);
    expect(error).toContain('--fix takes files');
  });
});

describe('the first example', () => {
  test('B is an error; A and C are warnings', async () => {
    const { code, out } = await run(['check', EXAMPLE]);
    expect(code).toBe(1);
    const heads = out.split('\n').filter((line) => line.startsWith(EXAMPLE));
    const missed = heads.filter((line) => /target\.(latency|likely)-missed$/.test(line));
    expect(missed.map((line) => /:(\d+):\d+ (\w+) `(\w)`/.exec(line)?.slice(1))).toEqual([
      ['37', 'error', 'B'],
      ['36', 'warning', 'A'],
      ['38', 'warning', 'C'],
    ]);
  });
});
