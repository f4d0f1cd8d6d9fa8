/** Reads the text of one file or paste: recognises its format, and reads and checks its runs. */
import { t } from '@vscode/l10n';
import { checkRun } from './checkRun';
import { FORMATS } from './formats';
import { titleOf, type Format } from './formats/format';
import { isCutAnswer } from './formats/ollama';
import { isCutBlock } from './formats/servedBlock';
import type { Remark } from './remarks';
import type { Run } from './run';
import { toSource } from './source';

/** Longest text that is read. Reports with every single request can be longer. */
export const MAX_BENCHMARK_BYTES = 64_000_000;

export type Refusal = 'too-large' | 'empty' | 'not-text' | 'plan' | 'cut-off' | 'unknown';

export type BenchmarkReading =
  | {
      readonly kind: 'read';
      /** Tool and form, as messages name it. */
      readonly format: string;
      readonly runs: readonly Run[];
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: 'refused'; readonly why: Refusal };

export function readBenchmark(text: string): BenchmarkReading {
  if (text.length > MAX_BENCHMARK_BYTES) return refused('too-large');
  if (text.trim() === '') return refused('empty');
  if (text.includes('\0')) return refused('not-text');
  const source = toSource(text);
  const format = FORMATS.find((each) => each.matches(source));
  if (format) return readAs(format, source);
  if (source.isCutOff || isCutBlock(source) || isCutAnswer(source)) return refused('cut-off');
  return refused(/^engines:|^scenarios:/m.test(text) ? 'plan' : 'unknown');
}

function readAs(format: Format, source: ReturnType<typeof toSource>): BenchmarkReading {
  const { runs, remarks } = format.read(source);
  const checked = runs.map(checkRun);
  return {
    kind: 'read',
    format: titleOf(format),
    runs: checked.flatMap(({ run }) => run ?? []),
    remarks: [...remarks, ...checked.flatMap((each) => each.remarks)],
  };
}

function refused(why: Refusal): BenchmarkReading {
  return { kind: 'refused', why };
}

/** Says why a file is not imported. */
export function describeRefusal(why: Refusal): string {
  switch (why) {
    case 'too-large':
      return t`This file is longer than 64 MB and is not read. Export the summary without single requests.`;
    case 'empty':
      return t`This file is empty.`;
    case 'not-text':
      return t`This file is not text.`;
    case 'plan':
      return t`This file is a capacity plan, not the result of a benchmark.`;
    case 'cut-off':
      return t`This output is cut off: its end is missing. Copy it whole.`;
    case 'unknown':
      return t`This is not the output of a known benchmark tool. A CSV needs a header with units, such as concurrency,latency_mean_ms.`;
  }
}
