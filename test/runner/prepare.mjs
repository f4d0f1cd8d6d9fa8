// `npm run test:host`: installs what the tests in VS Code need, ahead of them.
import { prepareHost } from './host.mjs';

await prepareHost();
