/** Tells which runs had the same load. */
import type { Run } from '../benchmark/run';

/** The same users or rate a server, with requests of about the same lengths. */
export function isSameLoad(a: Run, b: Run): boolean {
  return (
    keyOf(a) === keyOf(b) &&
    isAlike(a.promptTokens?.mean, b.promptTokens?.mean) &&
    isAlike(a.outputTokens?.mean, b.outputTokens?.mean)
  );
}

export function keyOf({ load, servers = 1, throughputPerSecond }: Run): string {
  switch (load.kind) {
    case 'users':
      return `${load.users / servers} users, ${load.thinkTimeSeconds ?? 0} s`;
    case 'rate':
      return `${load.perSecond / servers}/s`;
    case 'unstated':
      return `${throughputPerSecond?.toPrecision(2) ?? 'unknown'}/s answered`;
  }
}

/** Lengths further apart change times by more than most differences that people look for. */
const ALIKE = 0.05;

function isAlike(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || Math.abs(a / b - 1) <= ALIKE;
}
