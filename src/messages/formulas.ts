/**
 * Writes formulas with their numbers: `1,000 users / 8 slots = 125 nodes`. Each number knows its line of the plan, so
 * that a view can link it.
 */
import type { Figure, FormulaInputs, InputsOf } from '../engine/figure/figure';
import type { FormulaCode } from '../engine/figure/formulas';
import type { KeyPath } from '../engine/plan/plan';
import { isUpper } from '../engine/figure/bounds';
import { BOUND_SIGNS } from './figures';
import type { NamesKnown, Templates } from './formulaTemplate';
import { byDefault } from './formulaWords';
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
  return template(derivation.inputs, figure)
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
 * its number.
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

/** Limit on the observations that a formula lists. */
const MOST_SHOWN = 4;

const ALL_TEMPLATES = {
  'inFlight.users': () => '{users}, each with one request in flight = {=}',
  'inFlight.closed': () =>
    '{users} × {latency} / ({latency} + {thinkTime} of thinking) = {=} in flight',
  'inFlight.full': () =>
    '{slots} and {maxQueue} waiting on a node, every place taken: {=} in flight',
  'inFlight.open': () => '{rate} × {latency} = {=} in flight',
  'inFlight.littlesLaw': () => '{throughput} × {latency} = {=} in flight',
  'arrivals.peak': () => '{rate} × {peakFactor} at the peak = {=}',
  'servers.total': (i) =>
    isOne(i.serversPerNode) ? '{nodes} = {=}' : '{nodes} × {serversPerNode} = {=}',
  'slots.total': () => '{servers} × {parallel} = {=}',
  'load.perServer': () => '{inFlight} / {servers} = {=} per server',
  // some may still wait by random queueing: this is the average balance
  'queue.depth': (_, result) =>
    result.value > 0
      ? '{inFlight} in flight − {slots} = {=} waiting'
      : '{inFlight} in flight, {slots}: none beyond the slots',
  'queue.littlesLaw': () => '{throughput} × {waiting} of waiting = {=}',
  'slots.utilisation': (_, result) =>
    result.value < 1
      ? '{inFlight} / {slots} = {=} of the slots busy'
      : '{inFlight}, {slots}: {=} of the slots busy',
  'latency.meanOfObserved': (i) =>
    `mean of ${Object.keys(i)
      .map((name) => `{${name}}`)
      .join(', ')} = {=}`,
  'latency.littlesLaw': (i) =>
    `{users} / {throughput}${unless(i.thinkTime, 0, ' − {thinkTime} of thinking')} = {=}`,
  'latency.ofTokens': () => '{ttft} to the first token + ({tokens} − 1) × {tpot} = {=}',
  'thinkTime.littlesLaw': () => '{users} / {throughput} − {latency} = {=} of thinking',
  'latency.atCapacity': () => '{latency} × {slots} / {inFlight} = {=} without the wait',
  'latency.interpolated': () => BETWEEN,
  'latency.extrapolated': () => BETWEEN,
  'latency.straightOn': () =>
    '{latency1} at {at1#} + {slope} × ({at#} − {at1#}), as the curve goes on beyond it = {=}',
  'latency.shaped': () =>
    'on the curve through the observations, between {latency1} at {at1#} and {latency2} at {at2#}: {=} at {at#}',
  'latency.scaled': () =>
    'by the token model at {at#} in flight, with {promptTokens#} + {outputTokens#} tokens: {=}',
  'latency.rescaled': () => '{latency} × {factor}, for the slightly other token lengths = {=}',
  'latency.underTraffic': () =>
    '{latency} × {factor}, as long answers fill the batch and prompts stop it = {=}',
  'server.fitted': (i) => {
    const names = Object.keys(i).map((name) => `{${name}}`);
    const shown = names.slice(0, MOST_SHOWN).join(', ');
    const more = names.length > MOST_SHOWN ? ` and ${names.length - MOST_SHOWN} more` : '';
    return `token model fitted to {=}: ${shown}${more}` as '{=}';
  },
  'server.hardware': () =>
    'token model by the data sheets: {weights} of weights / {bandwidth} = {=} a step at the least',
  'latency.flat': (_, result) =>
    result.bound === 'exact'
      ? 'no lower at {at#} than the {latency1} at {at1#}: {=}'
      : 'no higher at {at#} than the {latency1} at {at1#}: {=}',
  'latency.proportional': () => '{latency1} × {at#} / {at1#} = {=}',
  'latency.band': () => '{latency} × {factor#} = {=}',
  'latency.withQueue': () => '{latency} × {load#} / {parallel#} = {=}, waiting for a slot included',
  'latency.fullQueue': ({ serviceCv }) =>
    `queueing model of {servers} with {parallel} each, {latency} in a slot, {maxQueue} waiting on a node, work varying by {serviceCv}${byDefault(serviceCv)}: {=}`,
  'latency.chance': ({ serviceCv }) =>
    `queueing model of {servers} with {parallel} each, work varying by {serviceCv}${byDefault(serviceCv)}: {=} of queueing delay`,
  'latency.slotWait': ({ serviceCv }) =>
    `queueing model of {servers} with {parallel} each, work varying by {serviceCv}${byDefault(serviceCv)}: {=} of waiting`,
  'latency.withChance': () => '{latency} + {waiting} of queueing delay = {=}',
  'percentile.modelled': ({ serviceCv }) =>
    `queueing model around the mean of {latency}, work varying by {serviceCv}${byDefault(serviceCv)}: {=} for {share} of the requests`,
  'percentile.bySpread': () =>
    'work that varies so that {otherShare} of the requests take up to {other} with a mean of {latency}: {=} for {share}',
  'percentile.byOther': (_, { bound }) =>
    isUpper(bound)
      ? 'no higher for {share} of the requests than the {other} for {otherShare}: {=}'
      : 'no lower for {share} of the requests than the {other} for {otherShare}: {=}',
  'tpot.fromLatency': () =>
    '({latency} − {ttft} to the first token) / ({tokens} − 1) = {=} a token',
  'ttft.underArrivals': ({ serviceCv }) =>
    `{ttft} alone on a server; with {throughput} on {servers} of {parallel} each and {latency} of latency, work varying by {serviceCv}${byDefault(serviceCv)}: {=} by a queueing model`,
  'ttft.withinAnswer': () => 'no later than the whole answer of {latency}: {=}',
  'tpot.withinAnswer': () =>
    'no more than the whole answer of {latency} / ({tokens} − 1) = {=} a token',
  'rejected.modelled': ({ serviceCv }) =>
    `queueing model with room for {maxQueue} to wait on a node, {latency} each, work varying by {serviceCv}${byDefault(serviceCv)}: {=} turned away`,
  'latency.measuredBound': () => '{latency} measured with no less to do for a server: {=}',
  'latency.atLeast': () => '{latency} by the observations, and by the curve through them {=}',
  'latency.waiting': () => '{latency} − {service} = {=} of waiting',
  'throughput.littlesLaw': (i) =>
    isZero(i.thinkTime)
      ? '{users} / {latency} = {=}'
      : '{users} / ({latency} + {thinkTime} of thinking) = {=}',
  'throughput.accepted': () => '{rate} arriving × (1 − {rejected} turned away) = {=} served',
  'throughput.acceptedUsers': () =>
    '{users} / ({latency} + {thinkTime} of thinking / (1 − {rejected} turned away)) = {=}',
  'throughput.mean': () => '{throughput} at the peak / {peakFactor} = {=} on average',
  'throughput.full': () => '{slots} / {latency} = {=}',
  'throughput.arrivals': () => '{rate} arriving = {=} served',
  relativeGap: () => '|{expected} − {stated}| / {expected} = {=}',
  'parallel.auto': ({ largest, tried }) => {
    const values = tried ? '{tried} values of `parallel` that were tried' : 'every `parallel`';
    if (!largest) return `cheapest of ${values} = {=#}`;
    if (largest.value < 1) return 'not even one slot fits into memory: {=#} all the same';
    return largest.derivation.kind === 'catalog'
      ? 'Ollama serves this model one request at a time: {=#}'
      : `cheapest of ${values} up to the {largest} that fit into memory = {=#}`;
  },
  'nodes.slots': (i, result) => roundedUp('{users} / {parallel}', !isWholeQuotient(i, result)),
  'nodes.slotsFull': (i) =>
    `{users} / ${perNode('{parallel}', i)}, rounded up${unless(i.spare, 0, ' + {spare} spare')} = {=}`,
  'users.perServer': () => '{load} × (1 + {thinkTime} of thinking / {latency}) = {=} a server',
  'arrivals.perServer': () => '{load} / {latency} = {=} a server',
  'load.withHeadroom': () => '{parallel} × (1 − {headroom} headroom) = {=}',
  'nodes.closed': (i) => fleetTemplate('{users} / {usersPerServer}', i),
  'nodes.open': (i) => fleetTemplate('{rate} / {arrivalsPerServer}', i),
  'nodes.forTarget': (i) =>
    `{nodesForSlots} for the slots, more until the target is met${unless(i.spare, 0, ' ({spare} spare)')} = {=}`,
  'nodes.forBand': (i) =>
    `{nodesForSlots} for the slots, more until the figures meet the target, times 4 for their 80% band${unless(i.spare, 0, ' ({spare} spare)')} = {=}`,
  'nodes.nearest': (i) =>
    `{nodesForSlots} for the slots, more while they bring the target nearer${unless(i.spare, 0, ' ({spare} spare)')} = {=}`,
  'nodes.serving': () => '{nodes} − {spare} spare = {=} serving',
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
  const spare = unless(inputs.spare, 0, ' + {spare} spare');
  return `${perServer}${servers}, rounded up${spare} = {=}` as const;
}

function roundedUp<Text extends string>(division: Text, isRounded: boolean) {
  return `${division}${isRounded ? ', rounded up' : ''} = {=}` as const;
}

function perNode<Text extends string>(parallel: Text, inputs: InputsOf<'nodes.slotsFull'>) {
  const headroom = unless(inputs.headroom, 0, ' × (1 − {headroom} headroom)');
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
