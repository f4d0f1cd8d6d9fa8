/** Formulas with what each is of in front: `p95: on the curve through the observations, … = 7.61 s`. */
import { t } from '@vscode/l10n';
import type { Figure } from '../engine/figure/figure';
import type { FormulaCode, InputNames } from '../engine/figure/formulas';
import { isTimeObjective } from '../engine/plan/objectives';
import { formulaLine, textOf, type FormulaLine } from './formulas';
import { textTable } from './textTable';
import { describeBadged } from './verdictReasons';
import { nameOfKind } from './verdicts';

/** A figure and its label. */
export interface LabelledFigure {
  readonly label: string;
  readonly figure: Figure | undefined;
}

/** Lists every formula behind the figures, each once and after its inputs. */
export function labelledFormulas(figures: readonly LabelledFigure[]): readonly FormulaLine[] {
  const lines = new Map<string, FormulaLine>();
  // a figure that is known better or worse elsewhere has the same derivation
  const shown = new Set<Figure['derivation']>();
  const add = ({ text }: Label, line: FormulaLine): void => {
    const labelled = [{ text: `${text}: `, path: undefined }, ...line];
    lines.set(textOf(labelled), labelled);
  };
  const visit = (label: Label, figure: Figure): void => {
    const { derivation } = figure;
    shown.add(derivation);
    if (derivation.kind !== 'formula') return;
    for (const [name, input] of Object.entries(derivation.inputs)) {
      // an explained figure keeps its label
      if (!shown.has(input.derivation))
        visit(labelOfInput(label, derivation.formula, name, input), input);
    }
    add(label, formulaLine(figure));
  };
  for (const { label: text, figure } of figures) {
    if (!figure) continue;
    const label = { text, isOfBenchmark: false };
    if (figure.derivation.kind === 'formula') visit(label, figure);
    else add(label, asKnown(figure));
  }
  return [...lines.values()];
}

interface Label {
  readonly text: string;
  readonly isOfBenchmark: boolean;
}

/** Writes a figure without a formula: it is stated, or observed. */
function asKnown(figure: Figure): FormulaLine {
  const { derivation } = figure;
  const path = derivation.kind === 'stated' ? derivation.path : undefined;
  return [{ text: describeBadged(figure), path }];
}

function labelOfInput(parent: Label, formula: FormulaCode, name: string, input: Figure): Label {
  const { derivation } = input;
  const own = derivation.kind === 'formula' ? OF_FORMULA[derivation.formula] : undefined;
  if (own !== undefined) {
    // servers and slots of a benchmark are not those of the scenario
    const isOfBenchmark = OF_A_BENCHMARK.has(formula) || parent.isOfBenchmark;
    return { text: isOfBenchmark ? t`${own} (benchmark)` : own, isOfBenchmark };
  }
  const text = READS_THE_SAME.has(formula) ? undefined : labelByName(formula, name);
  return text === undefined ? parent : { text, isOfBenchmark: false };
}

function labelByName(formula: FormulaCode, name: string): string | undefined {
  const label = OF_INPUT[`${formula} ${name}`] ?? OF_INPUT[name];
  return label ?? (isTimeObjective(name) ? nameOfKind(name) : undefined);
}

/** Labels of formulas that always compute the same quantity. */
const OF_FORMULA: Readonly<Partial<Record<FormulaCode, string>>> = textTable({
  'inFlight.users': () => t`in flight`,
  'inFlight.closed': () => t`in flight`,
  'inFlight.open': () => t`in flight`,
  'inFlight.littlesLaw': () => t`in flight`,
  'inFlight.full': () => t`in flight`,
  'arrivals.peak': () => t`arrivals`,
  'servers.total': () => t`servers`,
  'slots.total': () => t`slots`,
  'load.perServer': () => t`load`,
  'load.withHeadroom': () => t`load that a server is sized for`,
  'latency.chance': () => t`queueing delay`,
  'latency.slotWait': () => t`waiting`,
  'latency.waiting': () => t`waiting`,
  'throughput.littlesLaw': () => t`throughput`,
  'throughput.accepted': () => t`throughput`,
  'throughput.acceptedUsers': () => t`throughput`,
  'throughput.full': () => t`throughput`,
  'throughput.mean': () => t`mean throughput`,
  'throughput.arrivals': () => t`throughput`,
  'rejected.modelled': () => t`rejected`,
  'parallel.auto': () => '`parallel`',
  'users.perServer': () => t`users of a server`,
  'arrivals.perServer': () => t`arrivals at a server`,
  'nodes.serving': () => t`serving nodes`,
  'price.perHour': () => t`price`,
  'cost.perHour': () => t`cost per hour`,
  'cost.perMonth': () => t`cost per month`,
  'weights.size': () => t`weights`,
  'weights.parts': () => t`weights`,
  'weights.reported': () => t`weights`,
  'tokens.perRequest': () => t`tokens of a slot`,
  'tokens.limited': () => t`tokens that count`,
  'kv.perToken': () => t`KV cache of a token`,
  'kv.perTokenLatent': () => t`KV cache of a token`,
  'kv.perSlot': () => t`KV cache of a slot`,
  'kv.perSlotFixed': () => t`KV cache of a slot`,
  'kv.longest': () => t`KV cache of a request`,
  'kv.longestFixed': () => t`KV cache of a request`,
  'kv.total': () => t`KV cache`,
  'hardware.ofNode': () => t`GPU memory of a node`,
  'hardware.ofServer': () => t`GPU memory`,
} satisfies Partial<Record<FormulaCode, () => string>>);

/** Formulas whose inputs are of the same quantity: a p95 is read between two observed ones. */
const READS_THE_SAME: ReadonlySet<FormulaCode> = new Set<FormulaCode>([
  'latency.meanOfObserved',
  'latency.interpolated',
  'latency.shaped',
  'latency.extrapolated',
  'latency.straightOn',
  'latency.flat',
  'latency.proportional',
  'latency.withQueue',
  'latency.withChance',
  'latency.measuredBound',
  'latency.atLeast',
]);

const OF_A_BENCHMARK: ReadonlySet<FormulaCode> = new Set<FormulaCode>(['latency.atCapacity']);

/** Labels of inputs by name, if the input's formula can be of several quantities. */
const OF_INPUT: Readonly<Record<string, string | undefined>> = textTable({
  'users.perServer latency': () => t`latency at that load`,
  'arrivals.perServer latency': () => t`latency at that load`,
  service: () => t`latency in a slot`,
  nodesForSlots: () => t`nodes for the slots`,
  rejected: () => t`rejected`,
} satisfies Partial<Record<InputName | `${FormulaCode} ${InputName}`, () => string>>);

type InputName = { [Code in FormulaCode]: keyof InputNames[Code] & string }[FormulaCode];
