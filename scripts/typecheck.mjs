// Checks the types of each project: `npm run typecheck`. TypeScript 7 is the fast one; ESLint reads types with TypeScript 6.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECTS = ['.', 'src/tsconfig.core.json', 'src/tsconfig.vscode.json', 'webview'];

const compiler = dirname(fileURLToPath(import.meta.resolve('typescript-native/package.json')));
const tsc = join(compiler, 'bin', 'tsc');
const codes = PROJECTS.map((project) => {
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' });
  return status ?? 1;
});
process.exitCode = Math.max(...codes);
