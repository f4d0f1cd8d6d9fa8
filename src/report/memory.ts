/** Shows if weights and KV cache of each scenario fit into a server's GPU memory, and what would fit. */
import { t } from '@vscode/l10n';
import { sentences } from '../messages/sentences';
import { blocks, bold, bullets, escapeSentence, table, type Column } from '../messages/markdown';
import { describeExcessContext, describeLargest } from '../messages/memory';
import { formatSoldMemory } from '../messages/numbers';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { MemoryCheck } from '../engine/hardware/memory';
import { moreScenarios } from './cut';
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
    `## ${t`Memory`}`,
    introduction(),
    table(columns(), shown),
    bullets([...shown.filter(needsWords).map(line), ...contextLines(known)]),
    left > 0 ? moreScenarios(left) : undefined,
  );
}

interface Row {
  readonly scenario: ScenarioAssessment;
  readonly memory: MemoryCheck;
}

const MOST_SCENARIOS = 20;

function introduction(): string {
  return t`The table shows the memory of one server with all slots full. GPU memory is its size as sold; a driver reports a little less or more. Overhead is the share left free, plus activations, CUDA graphs and processes. It is estimated: a need close to the usable memory may not fit. Largest values are on the safe side.`;
}

const FITS: Readonly<Record<MemoryCheck['fit'], () => string>> = {
  fits: () => t`✓ fits`,
  'may-not-fit': () => t`? may not fit`,
  'does-not-fit': () => t`✗ does not fit`,
};

function columns(): readonly Column<Row>[] {
  return [
    { title: t`Scenario`, cell: ({ scenario }) => titleOf(scenario.spec) },
    { title: '`parallel`', align: 'right', cell: ({ scenario }) => countText(scenario.parallel) },
    { title: t`Weights`, align: 'right', cell: ({ memory }) => figureText(memory.weights) },
    { title: t`KV cache`, align: 'right', cell: ({ memory }) => figureText(memory.kv) },
    { title: t`Together`, align: 'right', cell: ({ memory }) => figureText(memory.needed) },
    {
      title: t`GPU memory`,
      align: 'right',
      cell: ({ memory }) => formatSoldMemory(memory.soldBytes),
    },
    { title: t`Overhead`, align: 'right', cell: ({ memory }) => figureText(memory.overhead) },
    { title: t`Can be used`, align: 'right', cell: ({ memory }) => figureText(memory.usable) },
    { title: t`Fits`, cell: ({ memory }) => FITS[memory.fit]() },
    {
      title: t`Largest \`parallel\``,
      align: 'right',
      cell: ({ memory }) => countText(memory.largestParallel),
    },
    {
      title: t`Largest \`context\``,
      align: 'right',
      cell: ({ memory }) => figureText(memory.largestContext),
    },
  ];
}

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
