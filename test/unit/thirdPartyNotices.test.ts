/** What the package contains of others comes with its licence, or is not built. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const LIBRARY = pathToFileURL(
  join(import.meta.dirname, '..', '..', 'scripts', 'lib', 'thirdPartyNotices.mjs'),
).href;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'notices-'));
  put('a', 'LICENSE', 'the licence of a');
  put('b/node_modules/@c/d', 'License.md', 'the licence of d');
  put('e', 'readme.md', 'no licence');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(folder: string, file: string, text: string): void {
  const path = join(root, 'node_modules', folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const name = folder.split('node_modules/').at(-1);
  const manifest = JSON.stringify({ name, version: '1.0.0', license: 'MIT' });
  writeFileSync(join(dirname(path), 'package.json'), manifest);
}

/** Of a bundle of these files, each with so many bytes. */
function noticesOf(inputs: Readonly<Record<string, number>>): string {
  const sizes = Object.entries(inputs).map(
    ([path, bytesInOutput]) => [path, { bytesInOutput }] as const,
  );
  const metafile = { outputs: { 'dist/x.js': { inputs: Object.fromEntries(sizes) } } };
  const script = `import { thirdPartyNotices } from ${JSON.stringify(LIBRARY)};
process.stdout.write(thirdPartyNotices([${JSON.stringify(metafile)}], ${JSON.stringify(root)}));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

describe('third-party notices', () => {
  test('have the licence of every package, nested ones included, and nothing of our own', () => {
    const text = noticesOf({
      'src/extension.ts': 9,
      'node_modules/a/dist/index.js': 9,
      'node_modules/b/node_modules/@c/d/index.js': 9,
    });
    expect(text).toContain('a 1.0.0 (MIT)');
    expect(text).toContain('the licence of a');
    expect(text).toContain('@c/d 1.0.0 (MIT)');
    expect(text).toContain('the licence of d');
    expect(text).not.toContain('b 1.0.0');
  });

  test('leave out what was left out of the bundle', () => {
    expect(noticesOf({ 'node_modules/e/index.js': 0 })).not.toContain('e 1.0.0');
  });

  test('are not written where a licence is missing', () => {
    expect(() => noticesOf({ 'node_modules/e/index.js': 9 })).toThrow(
      'no licence text of what is bundled: e',
    );
  });

  test('are in the package', () => {
    const listed = readFileSync('.vscodeignore', 'utf8').split('\n');
    expect(listed).toContain('!dist/THIRD-PARTY-NOTICES.txt');
  });
});
