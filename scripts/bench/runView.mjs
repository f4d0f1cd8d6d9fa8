// Runs one view of one plan in its own process, to measure its memory. Prints time, length and peak as JSON.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [bundle, view, plan] = process.argv.slice(2);
const { runView } = await import(pathToFileURL(bundle).href);
const text = readFileSync(plan, 'utf8');
const before = process.resourceUsage().maxRSS;
const run = runView(view, text);
const peakKilobytes = process.resourceUsage().maxRSS;
process.stdout.write(JSON.stringify({ ...run, peakKilobytes, startKilobytes: before }));
