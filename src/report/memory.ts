/** Shows if weights and KV cache of each scenario fit into a server's GPU memory, and what would fit. */
import { sentences } from '../messages/sentences';
import { blocks, bold, bullets, escapeSentence, table, type Column } from '../messages/markdown';
import { describeExcessContext, describeLargest } from '../messages/memory';
import { formatSoldMemory } from '../messages/numbers';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { MemoryCheck } from '../engine/hardware/memory';
import { countText, figureText, nameOf, titleOf } from './words';

/** Returns undefined if the plan knows model, quantization and GPU of no scenario. */
export function memorySection({ scenarios }: Assessment): string | undefined {
  const known = scenarios.flatMap((scenario): readonly Row[] => {
    const { memory } = scenario;
    return memory ? [{ scenario, memory }] : [];
  });
  if (known.length === 0) return undefined;
  const shown = known.slice(0, MOST_SCENARIOS);
  const left = known.length - shown.length;
  return blocks(
    '## Memory',
    INTRODUCTION,
    table(COLUMNS, shown),
    bullets([...shown.filter(needsWords).map(line), ...contextLines(known)]),
    left > 0 ? `… and ${left} more scenarios.` : undefined,
  );
}

interface Row {
  readonly scenario: ScenarioAssessment;
  readonly memory: MemoryCheck;
}

const MOST_SCENARIOS = 20;

const INTRODUCTION =
  'The table shows the memory of one server with all slots full. GPU memory is its size as sold; a driver reports a little less or more. Overhead is the share left free, plus activations, CUDA graphs and processes. It is estimated: a need close to the usable memory may not fit. Largest values are on the safe side.';

const FITS = {
  fits: '✓ fits',
  'may-not-fit': '? may not fit',
  'does-not-fit': '✗ does not fit',
} as const;

const COLUMNS: readonly Column<Row>[] = [
  { title: 'Scenario', cell: ({ scenario }) => titleOf(scenario.spec) },
  { title: '`parallel`', align: 'right', cell: ({ scenario }) => countText(scenario.parallel) },
  { title: 'Weights', align: 'right', cell: ({ memory }) => figureText(memory.weights) },
  { title: 'KV cache', align: 'right', cell: ({ memory }) => figureText(memory.kv) },
  { title: 'Together', align: 'right', cell: ({ memory }) => figureText(memory.needed) },
  { title: 'GPU memory', align: 'right', cell: ({ memory }) => formatSoldMemory(memory.soldBytes) },
  { title: 'Overhead', align: 'right', cell: ({ memory }) => figureText(memory.overhead) },
  { title: 'Can be used', align: 'right', cell: ({ memory }) => figureText(memory.usable) },
  { title: 'Fits', cell: ({ memory }) => FITS[memory.fit] },
  {
    title: 'Largest `parallel`',
    align: 'right',
    cell: ({ memory }) => countText(memory.largestParallel),
  },
  {
    title: 'Largest `context`',
    align: 'right',
    cell: ({ memory }) => figureText(memory.largestContext),
  },
];

/** Tells if a row needs words beyond the table and the formulas. */
function needsWords({ memory }: Row): boolean {
  return memory.fit !== 'fits' || memory.largestParallel === undefined;
}

function line({ scenario, memory }: Row): string {
  const text = sentences(describeLargest(memory));
  return `${bold(nameOf(scenario.spec))}: ${escapeSentence(text)}`;
}

function contextLines(rows: readonly Row[]): readonly string[] {
  const engines = [...new Set(rows.map(({ scenario }) => scenario.spec.engine))];
  return engines.flatMap((engine) => {
    const text = describeExcessContext(engine);
    return text ? [`${bold(nameOf(engine))}: ${escapeSentence(text)}.`] : [];
  });
}
