/** Says how measuring goes on, and why it ended early. */
import { formatSeconds } from '../messages/numbers';
import type { Answer } from './answer';
import { loadWords } from './loadText';
import type { CutShort, Progress } from './sweep';
import { meanOf } from './steadyPart';

/** Returns `8 users: 34 answers, 2.7 s on average so far`. */
export function progressLine({ load, answers }: Progress): string {
  const answered = answers.filter(({ fate }) => fate === 'answered');
  const failed = answers.length - answered.length;
  return [
    `${loadWords(load)}: ${answered.length} ${answered.length === 1 ? 'answer' : 'answers'}`,
    ...(answered.length > 0 ? [`${formatSeconds(meanLatency(answered))} on average so far`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
}

function meanLatency(answers: readonly Answer[]): number {
  return meanOf(answers.map(({ sent, ended }) => ended - sent));
}

/** Says why a sweep ended early, and what that means for the plan. */
export function cutShortWords(why: CutShort, load: string, detail: string): string {
  const because = detail === '' ? '' : ` (${detail})`;
  switch (why) {
    case 'stopped':
      return `Stopped at ${load}. Nothing is written.`;
    case 'gone':
      return `The server was lost at ${load}${because}. Nothing is written.`;
    case 'failing':
      return `Many requests fail at ${load}${because}. Heavier loads are left out.`;
    case 'behind':
      return `The server falls behind at ${load}: more arrive than it answers. Heavier loads are left out.`;
    case 'saturated':
      return `The server is full: ${load} get hardly more answers than half as many. Heavier loads are left out.`;
  }
}
