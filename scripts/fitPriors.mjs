// npm run fit:priors -- [--again] FILE...: fits what is expected of servers that nobody has measured, over measured ones (files
// as for `npm run bench:tokens`), and writes src/engine/curve/tokens/priorFactors.ts. Widths of bands come from
// servers whose kind of GPU, or family of models, was left out; their errors are printed. Takes about 15 minutes; a third
// of that with --again, which begins at the present factors, for small changes of what they multiply.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { importTypeScript, root } from './lib/importTypeScript.mjs';
import { printHeader, printSummaries } from './bench/tokenErrors.mjs';

const files = process.argv.slice(2).filter((argument) => argument !== '--again');
const again = process.argv.includes('--again');
if (files.length === 0) {
  console.error('Usage: npm run fit:priors -- [--again] FILE...');
  process.exit(1);
}

const tokens = await importTypeScript('test/accuracy/tokens/benchTokens.ts');
const { FACTORS, PARTITIONS, START, bandFactors, fitAll, predictLeftOut } = tokens;
const { readServers, summarize } = tokens;
// widths of bands are found anew, over bands without them
const known = Object.entries(FACTORS).filter(([name]) => !name.startsWith('band.'));
const options = again
  ? { start: Object.fromEntries(known), sweeps: 1 }
  : { start: START, sweeps: 3 };

const servers = files.flatMap((file) => readServers(JSON.parse(readFileSync(file, 'utf8'))));
const factors = fitAll(servers, options);
await write(factors);
const leftOut = PARTITIONS.flatMap((foldOf) =>
  predictLeftOut(servers, foldOf, options, factors, (line) => console.log(line)),
);
printHeader();
printSummaries(summarize(leftOut));
await write({ ...factors, ...bandFactors(leftOut) });

async function write(fitted) {
  const file = join(root, 'src/engine/curve/tokens/priorFactors.ts');
  const rounded = Object.entries(fitted).map(([name, value]) => [name, Number(value.toFixed(4))]);
  const text = `/**
 * What is expected of a server before it is measured: natural logarithms, of factors on roofline times (microseconds
 * for \`layers\` and \`bookkeeping\`, milliseconds for \`host\`), of standard deviations, of ranges and of the widths of
 * bands. Written by \`npm run fit:priors\`: do not edit.
 */
export type PriorFactors = Readonly<Record<string, number>>;

export const FACTORS: PriorFactors = ${JSON.stringify(Object.fromEntries(rounded))};
`;
  writeFileSync(
    file,
    await format(text, {
      parser: 'typescript',
      printWidth: 100,
      singleQuote: true,
      quoteProps: 'as-needed',
    }),
  );
}
