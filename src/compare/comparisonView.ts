/** Answers a comparison as plain data in words, for a page. */
import { t } from '@vscode/l10n';
import type { BenchmarkText } from '../benchmark/importRuns';
import { renderSvg } from '../charts/svg/renderSvg';
import { comparisonChart } from './comparisonChart';
import { compareRuns, type ComparedLoad, type Outcome } from './compareRuns';
import { readBenchmarkSide, readPlanSide, type SideReading } from './readSide';
import type { Side } from './side';
import {
  BASIS_WORDS,
  lengthWords,
  loadOf,
  OUTCOME_WORDS,
  percent,
  quantityWords,
  signedPercent,
  valueWords,
  verdictWords,
} from './verdict';

/** One file of a comparison: the output of a tool, or a plan. */
export interface ComparedFile {
  readonly name: string;
  readonly text: BenchmarkText['text'];
  /** Engine of a plan that has several. */
  readonly engine?: string | undefined;
}

export interface ComparisonView {
  readonly verdict: string;
  readonly sides: readonly SideView[];
  readonly loads: readonly LoadView[];
  readonly svg: string | undefined;
}

export interface SideView {
  readonly letter: string;
  readonly name: string;
  readonly runs: number;
  readonly remarks: readonly string[];
}

export interface LoadView {
  readonly load: string;
  readonly notes: readonly string[];
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly outcome: Outcome | undefined;
  }[];
}

/** Returns the heads of the cells of a row. */
export function comparedColumns(): readonly string[] {
  return ['', 'A', 'B', t`Difference`, t`Noise`, ''];
}

export type ComparisonAnswer =
  | { readonly kind: 'compared'; readonly view: ComparisonView }
  | { readonly kind: 'failed'; readonly problem: string }
  /** The plan at this place has several engines. */
  | { readonly kind: 'choose'; readonly at: 0 | 1; readonly engines: readonly string[] };

export function answerComparison(files: readonly [ComparedFile, ComparedFile]): ComparisonAnswer {
  const [a, b] = files.map(readSide);
  for (const [side, at] of [[a, 0] as const, [b, 1] as const]) {
    if (!side || 'problem' in side) {
      const { name } = files[at];
      if (side?.engines) return { kind: 'choose', at, engines: side.engines };
      return { kind: 'failed', problem: `${name}: ${side?.problem ?? ''}` };
    }
  }
  return { kind: 'compared', view: viewOf(a as Side, b as Side) };
}

function readSide({ name, text, engine }: ComparedFile): SideReading {
  return typeof text === 'string' && /\.capacity\.ya?ml$/i.test(name)
    ? readPlanSide(name, text, engine)
    : readBenchmarkSide(name, text);
}

function viewOf(a: Side, b: Side): ComparisonView {
  const comparison = compareRuns(a, b);
  const chart = comparisonChart(comparison);
  return {
    verdict: verdictWords(comparison),
    sides: [sideView('A', a), sideView('B', b)],
    loads: comparison.loads.map(loadView),
    svg: chart && renderSvg(chart),
  };
}

function sideView(letter: string, { name, runs, remarks }: Side): SideView {
  return { letter, name, runs: runs.length, remarks };
}

function loadView({ run, basis, figures }: ComparedLoad): LoadView {
  const isMeasured = basis === 'measured';
  return {
    load: loadOf(run),
    notes: [...lengthWords(run), ...(isMeasured ? [] : [BASIS_WORDS[basis]])],
    rows: figures.map(({ quantity, a, b, difference, noise, outcome }) => ({
      cells: [
        quantityWords(quantity),
        valueWords(quantity, a),
        valueWords(quantity, b),
        signedPercent(difference),
        noise === undefined ? '' : `±${percent(noise)}`,
        isMeasured ? OUTCOME_WORDS[outcome] : '',
      ],
      outcome: isMeasured ? outcome : undefined,
    })),
  };
}
