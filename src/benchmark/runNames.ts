/** Names a run in findings and reports, and says where it comes from. */
import { oneLine } from '../messages/oneLine';
import { formatNumber } from '../messages/numbers';
import type { Run } from './run';

/** Longest name of a model or a file in a note. */
const LONGEST = 80;

/** Returns the tool and the load: `vllm bench serve, 16 users`. */
export function nameOf(run: Run): string {
  return `${short(run.tool)}, ${loadText(run)}`;
}

/** Returns the load in words: `16 users`, `4/s`, `1.55/s answered`. */
export function loadText({ load, throughputPerSecond, part }: Run): string {
  switch (load.kind) {
    case 'users':
      return `${formatNumber(load.users, 12)} ${load.users === 1 ? 'user' : 'users'}${part === undefined ? '' : `, ${part}`}`;
    case 'rate':
      return `${formatNumber(load.perSecond, 4)}/s`;
    case 'unstated':
      return throughputPerSecond === undefined
        ? 'unknown load'
        : `${formatNumber(throughputPerSecond, 4)}/s answered`;
  }
}

/** Returns version, model, time and file, as far as they are known. */
export function noteOf(
  { tool, version, model, when }: Run,
  file: string | undefined,
): string | undefined {
  const parts = [
    version === undefined ? undefined : `${tool} ${version}`,
    model,
    when,
    file,
  ].flatMap((part) => (part === undefined ? [] : [short(part)]));
  return parts.length === 0 ? undefined : parts.join('; ');
}

function short(text: string): string {
  // a plan with the replacement character looks as if it were not UTF-8
  const line = oneLine(text).replaceAll('\ufffd', '').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
