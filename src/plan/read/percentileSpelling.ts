/**
 * Finds percentiles of times as people write them elsewhere, and says how a plan writes them: `ttftP95: <500ms` and
 * `ttft: p95 < 500ms` are `ttft: { p95: <500ms }`.
 */
import { PERCENTILES, type Percentile } from '../../engine/plan/plan';
import type { Time } from '../../engine/plan/objectives';
import type { TextEdit } from '../edit/textEdit';
import { writeScalar } from '../edit/scalarText';
import type { Fields, ScalarShape } from '../fields/shape';
import { joinPath } from '../keyPath';
import { isIssue } from '../quantities/outcome';
import type { YamlEntry, YamlMap } from '../yamlTree';
import type { ProblemLog } from './problemLog';
import type { ReadContext } from './readContext';

type Statistic = Percentile | 'mean';

const TIMES: readonly (readonly [Time, RegExp])[] = [
  ['ttft', /^(ttft|timetofirsttoken|firsttoken(latency)?)$/],
  ['tpot', /^(tpot|itl|tbt|timeperoutputtoken|intertokenlatency|timebetweentokens)$/],
  ['latency', /^(latency|e2el?|e2elatency|endtoendlatency|responsetime|requestlatency)$/],
];
const STATISTIC = 'mean|average|avg|median|(?:p|pct|percentile)?\\d\\d(?:th)?(?:p|pct|percentile)?';
const BEFORE = new RegExp(`^(${STATISTIC})([a-z]\\w*)$`);
const BEHIND = new RegExp(`^([a-z]\\w*?)(${STATISTIC})$`);

interface MeantKey {
  readonly time: Time;
  readonly statistic: Statistic;
}

/** Reads `ttftP95`, `p95_ttft`, `ttft.p95`, `meanTtft`. Returns undefined for other keys. */
function meantBy(key: string): MeantKey | undefined {
  if (key.length > 48) return undefined;
  const word = key
    .toLowerCase()
    .replace(/\((ms|s|seconds)\)/, '')
    .replace(/[^a-z0-9]/g, '');
  const [before, behind] = [BEFORE.exec(word), BEHIND.exec(word)];
  return (
    (before && keyOf(before[2], before[1])) ?? (behind && keyOf(behind[1], behind[2])) ?? undefined
  );
}

function keyOf(name = '', word = ''): MeantKey | undefined {
  const time = TIMES.find(([, names]) => names.test(name))?.[0];
  const statistic = statisticOf(word);
  return time && statistic && { time, statistic };
}

function statisticOf(word: string): Statistic | undefined {
  if (/^(mean|average|avg)$/i.test(word)) return 'mean';
  if (/^median$/i.test(word)) return 'p50';
  const digits = /\d\d/.exec(word)?.[0];
  return PERCENTILES.find((each) => each === `p${digits}`);
}

/**
 * Reports the keys of a map that mean a percentile, once for each time.
 * @returns The entries that are reported, and the keys that they mean.
 */
export function reportPercentileKeys(
  { path }: ReadContext,
  map: YamlMap,
  fields: Fields,
  log: ProblemLog,
): { readonly entries: ReadonlySet<YamlEntry>; readonly keys: ReadonlySet<string> } {
  const found = new Map<string, Misspelt[]>();
  for (const entry of map.entries) {
    const { key, value, bare } = entry;
    if (bare || value.kind !== 'scalar' || Object.hasOwn(fields, key)) continue;
    const meant = meantBy(key);
    const name = meant && nameOf(meant);
    if (!meant || name === undefined || !Object.hasOwn(fields, name)) continue;
    const same = found.get(name);
    if (same) same.push({ entry, text: value.text, ...meant });
    else found.set(name, [{ entry, text: value.text, ...meant }]);
  }
  for (const [name, misspelt] of found) {
    const [first] = misspelt;
    if (!first) continue;
    const at = joinPath(path, name);
    const mended = mend(name, misspelt, map);
    const written = misspelt.map(({ entry: { key }, text }) => `${key}: ${text}`).join(', ');
    log.addUnread(at);
    log.add({
      code: 'plan.percentile',
      range: first.entry.keyRange,
      path: at,
      args: { found: written, mended },
      ...fixOf(map, name, misspelt, mended),
    });
  }
  const all = [...found.values()].flat();
  return { entries: new Set(all.map(({ entry }) => entry)), keys: new Set(found.keys()) };
}

interface Misspelt extends MeantKey {
  readonly entry: YamlEntry;
  readonly text: string;
}

/** Key that a plan has for it: percentiles of latency are keys of their own. */
function nameOf({ time, statistic }: MeantKey): string {
  return time === 'latency' && statistic !== 'mean' ? statistic : time;
}

function mend(name: string, misspelt: readonly Misspelt[], map: YamlMap): string {
  const [first] = misspelt;
  if (first?.time === 'latency') return `${name}: ${writeScalar(first.text, true)}`;
  const stated = map.entries.find(({ key }) => key === name)?.value;
  const before =
    stated?.kind === 'scalar'
      ? [['mean', stated.text] as const]
      : stated?.kind === 'map'
        ? stated.entries.flatMap(({ key, value }) =>
            value.kind === 'scalar' ? [[key, value.text] as const] : [],
          )
        : [];
  return `${name}: ${writeTimes([...before, ...misspelt.map((each) => [each.statistic, each.text] as const)])}`;
}

/** Writes `{ mean: 300ms, p95: 600ms }`; of one that is stated twice the last counts. */
function writeTimes(times: readonly (readonly [string, string])[]): string {
  const pairs = [...new Map(times)].map(([key, text]) => `${key}: ${writeScalar(text, true)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** Replaces the first key and removes the others, with the comments before them. No fix if some come from an alias. */
function fixOf(
  map: YamlMap,
  name: string,
  misspelt: readonly Misspelt[],
  mended: string,
): { readonly fixes?: readonly (readonly TextEdit[])[] } {
  const stated = map.written.filter(({ key }) => key === name);
  const entries = [...stated, ...misspelt.map(({ entry }) => entry)];
  const inOrder = map.written.filter((entry) => entries.includes(entry));
  const [first, ...others] = inOrder;
  if (
    !first ||
    inOrder.length !== entries.length ||
    stated.some(({ value }) => value.kind !== 'scalar')
  )
    return {};
  const edits: TextEdit[] = [
    { start: first.keyRange.start, end: first.valueRange.end, text: mended },
  ];
  for (const entry of others) {
    const before = map.written[map.written.indexOf(entry) - 1];
    if (!before) return {};
    edits.push({ start: before.valueRange.end, end: entry.valueRange.end, text: '' });
  }
  return { fixes: [edits] };
}

const WORD = '(p ?\\d\\d|\\d\\d(?:th)?(?: percentile)?|median|mean|average|avg)';
const VALUE_BEHIND = new RegExp(
  `^\\(?${WORD}\\)?\\s*(?::|of|at|is|(?=[\\s<>=≤≥~≈\\d]))\\s*(.+)$`,
  'i',
);
const VALUE_BEFORE = new RegExp(`^(.*?\\d.*?[a-zµ])\\s*(?:,|at|for|@)?\\s+?\\(?${WORD}\\)?$`, 'i');

/** Reports a value that names its percentile: `ttft: p95 < 800ms`. Returns false if it names none. */
export function reportPercentileValue(
  { key, text, entry, path }: PercentileValue,
  shape: ScalarShape<unknown>,
  log: ProblemLog,
): boolean {
  const behind = VALUE_BEHIND.exec(text);
  const before = VALUE_BEFORE.exec(text);
  const word = behind?.[1] ?? before?.[2];
  const rest = (behind?.[2] ?? before?.[1])
    ?.replace(/^=\s*/, '')
    .replace(/^(<=?|>=?|[≤≥~])\s+/, '$1');
  const statistic = word === undefined ? undefined : statisticOf(word);
  if (!statistic || rest === undefined || isIssue(shape.parse(rest, key))) return false;
  const time = key === 'ttft' || key === 'tpot' ? key : 'latency';
  const value = time === 'latency' ? writeScalar(rest, true) : writeTimes([[statistic, rest]]);
  const name = nameOf({ time, statistic });
  const mended = `${name}: ${value}`;
  const start = name === key ? entry.valueRange.start : entry.keyRange.start;
  const end = entry.valueRange.end;
  const fixes = [[{ start, end, text: name === key ? value : mended }]];
  const range = entry.valueRange;
  log.addUnread(path);
  log.add({
    code: 'plan.percentile',
    range,
    path,
    args: { found: `${key}: ${text}`, mended },
    fixes,
  });
  return true;
}

interface PercentileValue {
  readonly key: string;
  readonly text: string;
  readonly entry: Pick<YamlEntry, 'keyRange' | 'valueRange'>;
  readonly path: string;
}
