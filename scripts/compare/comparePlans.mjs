// Compares both versions on a share of the plans, as a worker.
import { parentPort, workerData } from 'node:worker_threads';
import { outputsOf } from './outputsOf.mjs';

const { base, current, plans, asOf } = workerData;
const versions = await Promise.all([base, current].map((bundle) => import(bundle)));

let outputs = 0;
const throwing = [];
const differences = [];
for (const { name, text } of plans) {
  const [before, after] = versions.map((version) => [...outputsOf(version, text, asOf)]);
  for (const [i, [output, makeBefore]] of before.entries()) {
    const [, makeAfter] = after[i];
    const [was, is] = [await textOf(makeBefore), await textOf(makeAfter)];
    outputs += 1;
    if (was.threw && is.threw) throwing.push(`${name}, ${output}: ${is.text}`);
    if (was.text !== is.text) differences.push(differenceOf(name, text, output, was.text, is.text));
  }
}
parentPort.postMessage({ outputs, throwing, differences });

/** Counts an exception as an output, without its stack. */
async function textOf(make) {
  try {
    return { threw: false, text: await make() };
  } catch (error) {
    return { threw: true, text: `threw ${error}` };
  }
}

function differenceOf(plan, text, output, was, is) {
  const start = Math.max(0, firstDifference(was, is) - 40);
  const part = (whole) => JSON.stringify(whole.slice(start, start + 200));
  return { plan, output, base: part(was), current: part(is), text: JSON.stringify(text) };
}

function firstDifference(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return i;
}
