/**
 * Writes formulas with their numbers: `1,000 users / 8 slots = 125 nodes`. Each number knows its line of the plan, so
 * that a view can link it.
 */
import type { Figure, FormulaInputs, InputsOf } from '../engine/figure/figure';
import type { FormulaCode } from '../engine/figure/formulas';
import type { KeyPath } from '../engine/plan/plan';
import { isUpper } from '../engine/figure/bounds';
import { BOUND_SIGNS } from './figures';
import { t, type NamesKnown, type Templates } from './formulaTemplate';
import { expandPlaces } from './formulaWords';
import { GROWTH_TEMPLATES } from './growthFormulas';
import { MEMORY_TEMPLATES } from './memoryFormulas';
import { formatExactly, formatNumber } from './numbers';
import { WHAT_IF_TEMPLATES } from './whatIfFormulas';

/** A piece of a formula. `path` is the place in the plan that states the number. */
export interface FormulaPart {
  readonly text: string;
  readonly path: KeyPath | undefined;
}

export type FormulaLine = readonly FormulaPart[];

/** Writes the formula of a figure in one line, or its value alone if the plan states it. */
export function formulaLine(figure: Figure): FormulaLine {
  const { derivation } = figure;
  if (derivation.kind !== 'formula') return [partOf(figure, false)];
  const template = TEMPLATES[derivation.formula] as AnyTemplate;
  return expandPlaces(template(derivation.inputs, figure), derivation.inputs)
    .split(PLACEHOLDER)
    .map((piece, index) => fillPiece(piece, index % 2 === 1, derivation.inputs, figure))
    .filter(({ text }) => text !== '');
}

/** Lists the formula of a figure and those of its inputs, each once. The last computed comes first. */
export function explainFigure(figure: Figure): readonly FormulaLine[] {
  return formulasBehind(figure).map(({ line }) => line);
}

/** Lists the same formulas, each with the figure that it computes. */
export function formulasBehind(
  figure: Figure,
): readonly { readonly line: FormulaLine; readonly result: Figure }[] {
  const found = new Map<string, { readonly line: FormulaLine; readonly result: Figure }>();
  const visit = (result: Figure): void => {
    if (result.derivation.kind !== 'formula') return;
    const line = formulaLine(result);
    const text = textOf(line);
    if (found.has(text)) return;
    found.set(text, { line, result });
    Object.values(result.derivation.inputs).forEach(visit);
  };
  visit(figure);
  return [...found.values()];
}

/** Writes the formula of a figure as plain text. */
export function formulaText(figure: Figure): string {
  return textOf(formulaLine(figure));
}

export function textOf(line: FormulaLine): string {
  return line.map(({ text }) => text).join('');
}

/**
 * Matches a placeholder. `{name}` is an input with its unit and `{name#}` its number. `{=}` is the result and `{=#}`
 * its number. Before that, `{name?}` became `{name}` with a note if the number is a default, `{*}` the list of all
 * inputs, and `{*4}` that of the first four.
 */
const PLACEHOLDER = /\{([^}]*)\}/;

function fillPiece(
  piece: string,
  isPlaceholder: boolean,
  inputs: FormulaInputs,
  result: Figure,
): FormulaPart {
  if (!isPlaceholder) return { text: piece, path: undefined };
  const bare = piece.endsWith('#');
  const name = bare ? piece.slice(0, -1) : piece;
  if (name === '=') return { text: partOf(result, bare).text, path: undefined };
  const input = inputs[name];
  return input ? partOf(input, bare) : { text: MISSING, path: undefined };
}

/** Text for an input that the engine did not give. It is a mistake, and a test looks for it. */
const MISSING = '?';

function partOf(figure: Figure, bare: boolean): FormulaPart {
  const { derivation, value, unit } = figure;
  const about = figure.provenance.caveats.includes('approximate') && derivation.kind === 'stated';
  const sign = about ? '~' : BOUND_SIGNS[figure.bound];
  const number = bare ? formatNumber(value, 4) : formatExactly(value, unit);
  return { text: sign + number, path: derivation.kind === 'stated' ? derivation.path : undefined };
}

const BETWEEN =
  '{latency1} + ({latency2} − {latency1}) × ({at#} − {at1#}) / ({at2#} − {at1#}) = {=}';

const ALL_TEMPLATES = {
  'inFlight.users': () => t('{users}, each with one request in flight = {=}'),
  'inFlight.closed': () =>
    t('{users} × {latency} / ({latency} + {thinkTime} of thinking) = {=} in flight'),
  'inFlight.full': () =>
    t('{slots} and {maxQueue} waiting on a node, every place taken: {=} in flight'),
  'inFlight.open': () => t('{rate} × {latency} = {=} in flight'),
  'inFlight.littlesLaw': () => t('{throughput} × {latency} = {=} in flight'),
  'arrivals.peak': () => t('{rate} × {peakFactor} at the peak = {=}'),
  'servers.total': (i) =>
    isOne(i.serversPerNode) ? '{nodes} = {=}' : '{nodes} × {serversPerNode} = {=}',
  'slots.total': () => '{servers} × {parallel} = {=}',
  'load.perServer': () => t('{inFlight} / {servers} = {=} per server'),
  // some may still wait by random queueing: this is the average balance
  'queue.depth': (_, result) =>
    result.value > 0
      ? t('{inFlight} in flight − {slots} = {=} waiting')
      : t('{inFlight} in flight, {slots}: none beyond the slots'),
  'queue.littlesLaw': () => t('{throughput} × {waiting} of waiting = {=}'),
  'slots.utilisation': (_, result) =>
    result.value < 1
      ? t('{inFlight} / {slots} = {=} of the slots busy')
      : t('{inFlight}, {slots}: {=} of the slots busy'),
  'latency.meanOfObserved': () => t('mean of {*} = {=}'),
  'latency.littlesLaw': (i) =>
    isZero(i.thinkTime)
      ? '{users} / {throughput} = {=}'
      : t('{users} / {throughput} − {thinkTime} of thinking = {=}'),
  'latency.ofTokens': () => t('{ttft} to the first token + ({tokens} − 1) × {tpot} = {=}'),
  'thinkTime.littlesLaw': () => t('{users} / {throughput} − {latency} = {=} of thinking'),
  'latency.atCapacity': () => t('{latency} × {slots} / {inFlight} = {=} without the wait'),
  'latency.interpolated': () => BETWEEN,
  'latency.extrapolated': () => BETWEEN,
  'latency.straightOn': () =>
    t('{latency1} at {at1#} + {slope} × ({at#} − {at1#}), as the curve goes on beyond it = {=}'),
  'latency.shaped': () =>
    t(
      'on the curve through the observations, between {latency1} at {at1#} and {latency2} at {at2#}: {=} at {at#}',
    ),
  'latency.scaled': () =>
    t('by the token model at {at#} in flight, with {promptTokens#} + {outputTokens#} tokens: {=}'),
  'latency.rescaled': () => t('{latency} × {factor}, for the slightly other token lengths = {=}'),
  'latency.underTraffic': () =>
    t('{latency} × {factor}, as long answers fill the batch and prompts stop it = {=}'),
  'server.fitted': () => t('token model fitted to {=}: {*4}'),
  'server.hardware': () =>
    t(
      'token model by the data sheets: {weights} of weights / {bandwidth} = {=} a step at the least',
    ),
  'latency.flat': (_, result) =>
    result.bound === 'exact'
      ? t('no lower at {at#} than the {latency1} at {at1#}: {=}')
      : t('no higher at {at#} than the {latency1} at {at1#}: {=}'),
  'latency.proportional': () => '{latency1} × {at#} / {at1#} = {=}',
  'latency.band': () => '{latency} × {factor#} = {=}',
  'latency.withQueue': () =>
    t('{latency} × {load#} / {parallel#} = {=}, waiting for a slot included'),
  'latency.fullQueue': () =>
    t(
      'queueing model of {servers} with {parallel} each, {latency} in a slot, {maxQueue} waiting on a node, work varying by {serviceCv?}: {=}',
    ),
  'latency.chance': () =>
    t(
      'queueing model of {servers} with {parallel} each, work varying by {serviceCv?}: {=} of queueing delay',
    ),
  'latency.slotWait': () =>
    t(
      'queueing model of {servers} with {parallel} each, work varying by {serviceCv?}: {=} of waiting',
    ),
  'latency.withChance': () => t('{latency} + {waiting} of queueing delay = {=}'),
  'percentile.modelled': () =>
    t(
      'queueing model around the mean of {latency}, work varying by {serviceCv?}: {=} for {share} of the requests',
    ),
  'percentile.bySpread': () =>
    t(
      'work that varies so that {otherShare} of the requests take up to {other} with a mean of {latency}: {=} for {share}',
    ),
  'percentile.byOther': (_, { bound }) =>
    isUpper(bound)
      ? t('no higher for {share} of the requests than the {other} for {otherShare}: {=}')
      : t('no lower for {share} of the requests than the {other} for {otherShare}: {=}'),
  'tpot.fromLatency': () =>
    t('({latency} − {ttft} to the first token) / ({tokens} − 1) = {=} a token'),
  'ttft.underArrivals': () =>
    t(
      '{ttft} alone on a server; with {throughput} on {servers} of {parallel} each and {latency} of latency, work varying by {serviceCv?}: {=} by a queueing model',
    ),
  'ttft.withinAnswer': () => t('no later than the whole answer of {latency}: {=}'),
  'tpot.withinAnswer': () =>
    t('no more than the whole answer of {latency} / ({tokens} − 1) = {=} a token'),
  'rejected.modelled': () =>
    t(
      'queueing model with room for {maxQueue} to wait on a node, {latency} each, work varying by {serviceCv?}: {=} turned away',
    ),
  'latency.measuredBound': () => t('{latency} measured with no less to do for a server: {=}'),
  'latency.atLeast': () => t('{latency} by the observations, and by the curve through them {=}'),
  'latency.waiting': () => t('{latency} − {service} = {=} of waiting'),
  'throughput.littlesLaw': (i) =>
    isZero(i.thinkTime)
      ? '{users} / {latency} = {=}'
      : t('{users} / ({latency} + {thinkTime} of thinking) = {=}'),
  'throughput.accepted': () => t('{rate} arriving × (1 − {rejected} turned away) = {=} served'),
  'throughput.acceptedUsers': () =>
    t('{users} / ({latency} + {thinkTime} of thinking / (1 − {rejected} turned away)) = {=}'),
  'throughput.mean': () => t('{throughput} at the peak / {peakFactor} = {=} on average'),
  'throughput.full': () => '{slots} / {latency} = {=}',
  'throughput.arrivals': () => t('{rate} arriving = {=} served'),
  relativeGap: () => '|{expected} − {stated}| / {expected} = {=}',
  'parallel.auto': ({ largest, tried }) => {
    if (!largest) {
      return tried
        ? t('cheapest of {tried} values of `parallel` that were tried = {=#}')
        : t('cheapest of every `parallel` = {=#}');
    }
    if (largest.value < 1) return t('not even one slot fits into memory: {=#} all the same');
    if (largest.derivation.kind === 'catalog') {
      return t('Ollama serves this model one request at a time: {=#}');
    }
    return tried
      ? t(
          'cheapest of {tried} values of `parallel` that were tried up to the {largest} that fit into memory = {=#}',
        )
      : t('cheapest of every `parallel` up to the {largest} that fit into memory = {=#}');
  },
  'nodes.slots': (i, result) =>
    isWholeQuotient(i, result)
      ? '{users} / {parallel} = {=}'
      : t('{users} / {parallel}, rounded up = {=}'),
  'nodes.slotsFull': (i) => `{users} / ${perNode('{parallel}', i)}${roundedUp(i)}`,
  'users.perServer': () => t('{load} × (1 + {thinkTime} of thinking / {latency}) = {=} a server'),
  'arrivals.perServer': () => t('{load} / {latency} = {=} a server'),
  'load.withHeadroom': () => t('{parallel} × (1 − {headroom} headroom) = {=}'),
  'nodes.closed': (i) => fleetTemplate('{users} / {usersPerServer}', i),
  'nodes.open': (i) => fleetTemplate('{rate} / {arrivalsPerServer}', i),
  'nodes.forTarget': (i) =>
    isZero(i.spare)
      ? t('{nodesForSlots} for the slots, more until the target is met = {=}')
      : t('{nodesForSlots} for the slots, more until the target is met ({spare} spare) = {=}'),
  'nodes.forBand': (i) =>
    isZero(i.spare)
      ? t(
          '{nodesForSlots} for the slots, more until the figures meet the target, times 4 for their 80% band = {=}',
        )
      : t(
          '{nodesForSlots} for the slots, more until the figures meet the target, times 4 for their 80% band ({spare} spare) = {=}',
        ),
  'nodes.nearest': (i) =>
    isZero(i.spare)
      ? t('{nodesForSlots} for the slots, more while they bring the target nearer = {=}')
      : t(
          '{nodesForSlots} for the slots, more while they bring the target nearer ({spare} spare) = {=}',
        ),
  'nodes.serving': () => t('{nodes} − {spare} spare = {=} serving'),
  'price.perHour': () => '{price} / {hours} h = {=}',
  'cost.perHour': () => '{nodes} × {price} = {=}',
  'cost.perDay': () => '{perHour} × {hours} h = {=}',
  'cost.perMonth': () => '{perHour} × {hours} h = {=}',
  'cost.perYear': () => '{perHour} × {hours} h = {=}',
  'cost.per1000Requests': () => '{perHour} / ({throughput} × 3,600 s) × 1,000 = {=}',
  'cost.perMillionOutputTokens': () =>
    '{perHour} / ({throughput} × 3,600 s × {outputTokens}) × 1,000,000 = {=}',
  'cost.perUserMonth': () => '{perMonth} / {users} = {=}',
  ...MEMORY_TEMPLATES,
  ...GROWTH_TEMPLATES,
  ...WHAT_IF_TEMPLATES,
} satisfies Templates<FormulaCode>;

const TEMPLATES: NamesKnown<typeof ALL_TEMPLATES> = ALL_TEMPLATES;

/** A template of the formula at hand: `deriveFigure` saw to it that its inputs are there. */
type AnyTemplate = (inputs: FormulaInputs, result: Figure) => string;

/** Codes of all formulas. */
export const FORMULA_CODES: readonly string[] = Object.keys(TEMPLATES);

function fleetTemplate<Text extends string>(
  perServer: Text,
  inputs: InputsOf<'nodes.closed' | 'nodes.open'>,
) {
  const servers = unless(inputs.serversPerNode, 1, ' / {serversPerNode}');
  return `${perServer}${servers}${roundedUp(inputs)}` as const;
}

function roundedUp({ spare }: { readonly spare: Figure }) {
  return isZero(spare) ? t(', rounded up = {=}') : t(', rounded up + {spare} spare = {=}');
}

function perNode<Text extends string>(parallel: Text, inputs: InputsOf<'nodes.slotsFull'>) {
  const headroom = isZero(inputs.headroom) ? '' : t(' × (1 − {headroom} headroom)');
  const servers = unless(inputs.serversPerNode, 1, ' × {serversPerNode}');
  return headroom || servers ? (`(${parallel}${headroom}${servers})` as const) : parallel;
}

/** 1,000 / 8 needs no rounding, and saying so would only puzzle. */
function isWholeQuotient({ users, parallel }: InputsOf<'nodes.slots'>, { value }: Figure): boolean {
  return users.value === value * parallel.value;
}

function unless<Text extends string>(input: Figure, neutral: number, text: Text): Text | '' {
  return input.value === neutral ? '' : text;
}

function isOne(input: Figure): boolean {
  return input.value === 1;
}

function isZero(input: Figure): boolean {
  return input.value === 0;
}
