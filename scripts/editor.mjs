// Opens a VS Code in the browser with the extension: `npm run editor`. Shows the first example with its charts, in a
// copy of examples/. PORT names the port (default: a free one). It listens on 127.0.0.1 only, and ends with Ctrl-C.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, prepareServer } from '../test/runner/host.mjs';
import { startServer } from '../test/runner/server.mjs';
import { copyExamples } from '../test/runner/workspace.mjs';

const packaged = spawnSync('npm', ['run', '--silent', 'package'], {
  cwd: ROOT,
  shell: process.platform === 'win32',
  encoding: 'utf8',
});
if (packaged.status !== 0) {
  console.error(packaged.stdout, packaged.stderr);
  process.exit(1);
}
prepareServer();
const server = await startServer({
  vsix: join(ROOT, 'out', 'capacity-plan.vsix'),
  port: Number(process.env.PORT ?? 0),
  folders: [join(ROOT, 'scripts', 'openExample')],
});
const workspace = copyExamples();
console.log(`\nVS Code with Capacity Plan: ${server.url(workspace.folder)}`);
console.log(`It works on a copy of examples/, ${workspace.folder}, which goes with Ctrl-C.`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    workspace.remove();
    void server.stop().then(() => process.exit(0));
  });
}
