// Runs the integration suite on the oldest supported VS Code, in Node and in the web worker: `npm run test:oldest`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const integration = join(dirname(fileURLToPath(import.meta.url)), 'integration.mjs');
const env = { ...process.env, VSCODE_HOST: 'host-oldest' };

const codes = [[], ['--web']].map(
  (flags) => spawnSync(process.execPath, [integration, ...flags], { env, stdio: 'inherit' }).status,
);
process.exit(codes.every((code) => code === 0) ? 0 : 1);
