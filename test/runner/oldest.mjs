// `npm run test:oldest`: the integration suite, in Node and in the web worker, on the oldest VS Code that is supported.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const integration = join(dirname(fileURLToPath(import.meta.url)), 'integration.mjs');
const env = { ...process.env, VSCODE_HOST: 'host-oldest' };

const codes = [[], ['--web']].map(
  (flags) => spawnSync(process.execPath, [integration, ...flags], { env, stdio: 'inherit' }).status,
);
process.exit(codes.every((code) => code === 0) ? 0 : 1);
