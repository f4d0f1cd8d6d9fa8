// Installs what the tests in VS Code need, ahead of them: `npm run test:host`.
import { prepareHost } from './host.mjs';

await prepareHost();
