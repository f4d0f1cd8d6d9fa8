// Runs the same suite in desktop VS Code: `npm run test:desktop`. @vscode/test-electron downloads it into
// .vscode-test/.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';

async function main(): Promise<void> {
  const root = resolve(__dirname, '..', '..');
  const folder = mkdtempSync(join(tmpdir(), 'capacity-plan-'));
  cpSync(join(root, 'examples'), folder, { recursive: true });
  process.exitCode = await runTests({
    version: process.env.VSCODE_VERSION ?? 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'test', 'index.js'),
    launchArgs: [
      folder,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--skip-welcome',
      '--skip-release-notes',
      ...rootFlags(),
    ],
  });
}

/** Returns flags without which Electron refuses to run as root, as in a container. */
function rootFlags(): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return [];
  }
  return ['--no-sandbox', `--user-data-dir=${mkdtempSync(join(tmpdir(), 'vscode-desktop-'))}`];
}

main().catch((error: unknown) => {
  console.error('desktop VS Code could not be tested:', error);
  process.exitCode = 2;
});
