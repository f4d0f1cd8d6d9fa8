/** Starts the command line: `capacity-plan check|report|size`. */
import { processHost } from './host';
import { run } from './run';

void run(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode = code; // `process.exit` would cut output that is still on its way
});
