/** `report --charts`: what is written where. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { renderReport, renderSavedReport } from '../../../src/report/renderReport';
import { renderHtml } from '../../../src/report/html/renderHtml';
import { BROKEN, GOOD, planFolder, type PlanFolder } from './plans';
import { buildCli, type RunCli } from './runCli';
import { runInProcess as run } from './runInProcess';

let runAlone: RunCli;
let folder: PlanFolder;
beforeAll(async () => {
  runAlone = await buildCli('report');
  folder = planFolder({
    'good.capacity.yaml': GOOD,
    'broken.capacity.yaml': BROKEN,
    'out/.keep': '',
    'broken/.keep': '',
  });
});
afterAll(() => folder.remove());

const DAY = ['--as-of', '2026-02-01'];
const analysis = analyzePlan(GOOD, { asOf: '2026-02-01' });
const fileName = 'good.capacity.yaml';

test('svg writes the report and its pictures, and nothing else', async () => {
  const options = ['--charts', 'svg', '--out', 'out/my report.md', ...DAY];
  const ran = await run(['report', fileName, ...options], { cwd: folder.path });
  expect(ran).toEqual({ code: 0, out: '', error: '' });
  const { markdown, pictures } = renderSavedReport(analysis, {
    fileName,
    reportName: 'my report.md',
  });
  expect(pictures.length).toBeGreaterThan(0);
  const written = readdirSync(join(folder.path, 'out')).filter((name) => name !== '.keep');
  expect(written.sort()).toEqual(['my report.md', ...pictures.map(({ name }) => name)].sort());
  const read = (name: string): string => readFileSync(join(folder.path, 'out', name), 'utf8');
  expect(read('my report.md')).toBe(markdown);
  for (const { name, svg } of pictures) expect(read(name)).toBe(svg);
});

test('svg needs a file to write beside, and says what else there is', async () => {
  const ran = await run(['report', fileName, '--charts', 'svg'], { cwd: folder.path });
  expect(ran).toEqual({
    code: 2,
    out: '',
    error:
      'capacity-plan: --charts svg needs --out FILE, since it writes the pictures beside the report; without --out, --charts is mermaid or none\nSee capacity-plan report --help.\n',
  });
});

test.each(['mermaid', 'none'] as const)('%s writes to standard output', async (charts) => {
  const ran = await run(['report', fileName, '--charts', charts, ...DAY], { cwd: folder.path });
  expect(ran).toEqual({ code: 0, out: renderReport(analysis, { fileName, charts }), error: '' });
});

test('mermaid is what it does unless it is told otherwise', async () => {
  const ran = await run(['report', fileName, ...DAY], { cwd: folder.path });
  expect(ran.out).toBe(renderReport(analysis, { fileName }));
});

test('a file has its charts as pictures unless it is told otherwise', async () => {
  const options = ['--out', 'out/default.md', ...DAY];
  expect(await run(['report', fileName, ...options], { cwd: folder.path })).toMatchObject({
    code: 0,
  });
  const { markdown } = renderSavedReport(analysis, { fileName, reportName: 'default.md' });
  expect(readFileSync(join(folder.path, 'out/default.md'), 'utf8')).toBe(markdown);
});

test('html is one file, to standard output or to --out', async () => {
  const html = renderHtml(analysis, { fileName });
  const args = ['report', fileName, '--format', 'html', ...DAY];
  expect(await run(args, { cwd: folder.path })).toEqual({ code: 0, out: html, error: '' });
  mkdirSync(join(folder.path, 'html'));
  await run([...args, '--out', 'html/r.html'], { cwd: folder.path });
  expect(readdirSync(join(folder.path, 'html'))).toEqual(['r.html']);
  expect(readFileSync(join(folder.path, 'html/r.html'), 'utf8')).toBe(html);
  const { code, error } = await run([...args, '--charts', 'mermaid'], { cwd: folder.path });
  expect(code).toBe(2);
  expect(error).toContain('--charts is svg or none with --format html');
});

test('another word is bad usage', async () => {
  const { code, error } = await run(['report', fileName, '--charts', 'png'], { cwd: folder.path });
  expect(code).toBe(2);
  expect(error).toContain('--charts is mermaid, svg, none, not "png"');
});

test('what is no plan has errors, no file, and exit code 1', async () => {
  const options = ['--charts', 'svg', '--out', 'broken/report.md'];
  const ran = await run(['report', 'broken.capacity.yaml', ...options], { cwd: folder.path });
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.error).toMatch(/^broken\.capacity\.yaml:2:\d+ error This is not YAML/);
  expect(readdirSync(join(folder.path, 'broken'))).toEqual(['.keep']);
});

test('a folder that is not there is told in words', async () => {
  const options = ['--charts', 'svg', '--out', 'nowhere/report.md'];
  const { code, error } = await run(['report', fileName, ...options], { cwd: folder.path });
  expect(code).toBe(2);
  expect(error).toMatch(/^capacity-plan: cannot write nowhere[/\\]report\..*\n$/);
});

test.skipIf(!existsSync('/dev/stdout'))(
  '/dev/stdout is standard output, file or pipe',
  async () => {
    const file = join(folder.path, 'all.md');
    writeFileSync(file, '');
    const args = ['report', fileName, '--out', '/dev/stdout', ...DAY];
    const report = renderReport(analysis, { fileName });
    expect(await runAlone(args, { cwd: folder.path, stdoutFile: file })).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toBe(report);
    expect(await runAlone(args, { cwd: folder.path })).toEqual({ code: 0, out: report, error: '' });
  },
);

test('the plan on standard input is not replaced either', async () => {
  const plan = join(folder.path, fileName);
  const before = readFileSync(plan, 'utf8');
  const link = join(folder.path, 'plan.link');
  symlinkSync(fileName, link);
  const ran = await runAlone(['report', '-', '--out', link], { stdinFile: plan });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(readFileSync(plan, 'utf8')).toBe(before);
});
