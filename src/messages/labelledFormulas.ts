/** Formulas with what each is of in front: `p95: on the curve through the observations, … = 7.61 s`. */
import type { Figure } from '../engine/figure/figure';
import type { FormulaCode, InputNames } from '../engine/figure/formulas';
import { TIME_OBJECTIVES } from '../engine/plan/plan';
import { formulaLine, textOf, type FormulaLine } from './formulas';
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
  const add = (label: string, line: FormulaLine): void => {
    const labelled = [{ text: `${label}: `, path: undefined }, ...line];
    lines.set(textOf(labelled), labelled);
  };
  const visit = (label: string, figure: Figure): void => {
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
  for (const { label, figure } of figures) {
    if (!figure) continue;
    if (figure.derivation.kind === 'formula') visit(label, figure);
    else add(label, asKnown(figure));
  }
  return [...lines.values()];
}

/** Writes a figure without a formula: it is stated, or observed. */
function asKnown(figure: Figure): FormulaLine {
  const { derivation } = figure;
  const path = derivation.kind === 'stated' ? derivation.path : undefined;
  return [{ text: describeBadged(figure), path }];
}

function labelOfInput(parent: string, formula: FormulaCode, name: string, input: Figure): string {
  const { derivation } = input;
  const own = derivation.kind === 'formula' ? OF_FORMULA[derivation.formula] : undefined;
  // servers and slots of a benchmark are not those of the scenario
  if (own !== undefined)
    return OF_A_BENCHMARK.has(formula) || parent.endsWith(BENCHMARK) ? own + BENCHMARK : own;
  if (READS_THE_SAME.has(formula)) return parent;
  return OF_INPUT[`${formula} ${name}`] ?? OF_INPUT[name] ?? parent;
}

/** Labels of formulas that always compute the same quantity. */
const OF_FORMULA: Readonly<Partial<Record<FormulaCode, string>>> = {
  'inFlight.users': 'in flight',
  'inFlight.closed': 'in flight',
  'inFlight.open': 'in flight',
  'inFlight.littlesLaw': 'in flight',
  'inFlight.full': 'in flight',
  'arrivals.peak': 'arrivals',
  'servers.total': 'servers',
  'slots.total': 'slots',
  'load.perServer': 'load',
  'load.withHeadroom': 'load that a server is sized for',
  'latency.chance': 'queueing delay',
  'latency.slotWait': 'waiting',
  'latency.waiting': 'waiting',
  'throughput.littlesLaw': 'throughput',
  'throughput.accepted': 'throughput',
  'throughput.acceptedUsers': 'throughput',
  'throughput.full': 'throughput',
  'throughput.mean': 'mean throughput',
  'throughput.arrivals': 'throughput',
  'rejected.modelled': 'rejected',
  'parallel.auto': '`parallel`',
  'users.perServer': 'users of a server',
  'arrivals.perServer': 'arrivals at a server',
  'nodes.serving': 'serving nodes',
  'price.perHour': 'price',
  'cost.perHour': 'cost per hour',
  'cost.perMonth': 'cost per month',
  'weights.size': 'weights',
  'weights.parts': 'weights',
  'weights.reported': 'weights',
  'tokens.perRequest': 'tokens of a slot',
  'tokens.limited': 'tokens that count',
  'kv.perToken': 'KV cache of a token',
  'kv.perTokenLatent': 'KV cache of a token',
  'kv.perSlot': 'KV cache of a slot',
  'kv.perSlotFixed': 'KV cache of a slot',
  'kv.longest': 'KV cache of a request',
  'kv.longestFixed': 'KV cache of a request',
  'kv.total': 'KV cache',
  'hardware.ofNode': 'GPU memory of a node',
  'hardware.ofServer': 'GPU memory',
};

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
const BENCHMARK = ' (benchmark)';

/** Labels of inputs by name, if the input's formula can be of several quantities. */
const OF_INPUT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TIME_OBJECTIVES.map((time) => [time, nameOfKind(time)])),
  'users.perServer latency': 'latency at that load',
  'arrivals.perServer latency': 'latency at that load',
  service: 'latency in a slot',
  nodesForSlots: 'nodes for the slots',
  rejected: 'rejected',
} satisfies Partial<Record<InputName | `${FormulaCode} ${InputName}`, string>>;

type InputName = { [Code in FormulaCode]: keyof InputNames[Code] & string }[FormulaCode];
