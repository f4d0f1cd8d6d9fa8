/** `npm pack` makes a package of the command line that runs where nothing else of the project is. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { GOOD, planFolder } from './plans';
import { buildCli, ROOT } from './runCli';

const folder = planFolder({ 'good.capacity.yaml': GOOD });
afterAll(() => folder.remove());

/** npm is a script of Node's own on every system but Windows, where only a shell finds it. */
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });

test('the package has the command, and it runs', async () => {
  await buildCli('package');
  const project = join(folder.path, 'project');
  mkdirSync(join(project, 'dist', 'web'), { recursive: true });
  for (const name of ['package.json', '.npmignore', 'README.md', 'LICENSE', 'CHANGELOG.md']) {
    copyFileSync(join(ROOT, name), join(project, name));
  }
  copyFileSync(join(ROOT, 'out', 'cli-package.js'), join(project, 'dist', 'cli.js'));
  // what `npm run build` puts beside it is of the extension
  writeFileSync(join(project, 'dist', 'web', 'extension.js'), '');
  npm(['pack', '--ignore-scripts', '--pack-destination', folder.path], project);
  const [archive = ''] = readdirSync(folder.path).filter((name) => name.endsWith('.tgz'));
  npm(
    ['install', '--offline', '--no-audit', '--no-fund', '--prefix', folder.path, archive],
    folder.path,
  );
  const installed = join(folder.path, 'node_modules', 'capacity-plan');
  expect(readdirSync(join(installed, 'dist'))).toEqual(['cli.js']);
  const command = join(folder.path, 'node_modules', '.bin', 'capacity-plan');
  expect(existsSync(command)).toBe(true);
  const main = join(installed, 'dist', 'cli.js');
  const out = execFileSync(process.execPath, [main, 'check', 'good.capacity.yaml'], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  expect(out).toContain('in 1 file');
  const version = execFileSync(process.execPath, [main, '--version'], { encoding: 'utf8' });
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({ version: version.trim() });
}, 60_000);
