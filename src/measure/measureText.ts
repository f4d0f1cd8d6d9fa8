/** Says how measuring goes on, and why it ended early. */
import { t } from '@vscode/l10n';
import { formatSeconds } from '../messages/numbers';
import type { Answer } from './answer';
import { loadWords } from './loadText';
import type { CutShort, Progress } from './sweep';
import { meanOf } from './steadyPart';

/** Returns `8 users: 34 answers, 2.7 s on average so far`. */
export function progressLine({ load, answers }: Progress): string {
  const answered = answers.filter(({ fate }) => fate === 'answered');
  const failed = answers.length - answered.length;
  const count = answered.length === 1 ? t`1 answer` : t`${answered.length} answers`;
  return [
    `${loadWords(load)}: ${count}`,
    ...(answered.length > 0 ? [t`${formatSeconds(meanLatency(answered))} on average so far`] : []),
    ...(failed > 0 ? [t`${failed} failed`] : []),
  ].join(', ');
}

function meanLatency(answers: readonly Answer[]): number {
  return meanOf(answers.map(({ sent, ended }) => ended - sent));
}

/** Says why a sweep ended early, and what that means for the plan. */
export function cutShortWords(why: CutShort, load: string, detail: string): string {
  const at = detail === '' ? load : `${load} (${detail})`;
  switch (why) {
    case 'stopped':
      return t`Stopped at ${load}. Nothing is written.`;
    case 'gone':
      return t`The server was lost at ${at}. Nothing is written.`;
    case 'failing':
      return t`Many requests fail at ${at}. Heavier loads are left out.`;
    case 'behind':
      return t`The server falls behind at ${load}: more arrive than it answers. Heavier loads are left out.`;
    case 'saturated':
      return t`The server is full: ${load} get hardly more answers than half as many. Heavier loads are left out.`;
  }
}
