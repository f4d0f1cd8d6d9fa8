/** Runs `capacity-plan compare`: two benchmarks, load by load, and whether they differ by more than chance. */
import { basename } from 'node:path';
import { describeRefusal, MAX_BENCHMARK_BYTES } from '../benchmark/readBenchmark';
import { compareRuns, type Comparison } from '../compare/compareRuns';
import { readBenchmarkSide, readPlanSide } from '../compare/readSide';
import type { Side } from '../compare/side';
import type { Io } from './commandIo';
import { EXIT, Failure, type ExitCode } from './failure';
import { compareText } from './formats/compareText';
import { compareJson } from './json/compareJson';
import { streamJson } from './json/streamJson';
import { painter } from './paint';
import { parseOptions } from './parseOptions';
import { readPlanFiles } from './planFiles';
import { readInput } from './readInputs';

export async function compareCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean', default: false },
    'no-color': { type: 'boolean', default: false },
  });
  const [a, b, ...others] = positionals;
  if (a === undefined || b === undefined || others.length > 0) {
    throw new Failure('compare takes two files: A and B', 'usage');
  }
  const comparison = compareRuns(await readSide(a, io), await readSide(b, io));
  if (values.json) {
    for (const piece of streamJson(compareJson(comparison, io.toolVersion()))) {
      io.writeOut(piece, 'json');
    }
  } else {
    io.writeOut(compareText(comparison, painter(io.colours && !values['no-color'])));
  }
  return isMeasured(comparison) ? EXIT.ok : EXIT.found;
}

function isMeasured({ loads }: Comparison): boolean {
  return loads.some(({ basis }) => basis === 'measured');
}

/** Reads a benchmark, or a plan by its ending: `chat.capacity.yaml`, or one engine of it: `chat.capacity.yaml#vllm`. */
async function readSide(named: string, io: Io): Promise<Side> {
  const [, plan, engine] = /^(.*\.capacity\.ya?ml)(?:#(.+))?$/is.exec(named) ?? [];
  const file = plan ?? named;
  const input = await readInput(file, io, LIMIT);
  const name = basename(input.file);
  const side =
    plan === undefined
      ? readBenchmarkSide(name, input.text)
      : readPlanSide(name, input.text, engine, await readPlanFiles(input));
  if ('problem' in side) throw new Failure(`cannot compare ${named}: ${side.problem}`, 'input');
  return side;
}

const LIMIT = { bytes: MAX_BENCHMARK_BYTES, words: describeRefusal('too-large') };
