/** Writes loads, and how long they take. */
import { t } from '@vscode/l10n';
import { listWords } from '../messages/markdown';
import { formatNumber, formatSeconds } from '../messages/numbers';
import type { LoadAsked } from './loads';

/** Returns `8 users` or `4/s`. */
export function loadWords(load: LoadAsked): string {
  if (load.kind === 'rate') return `${formatNumber(load.perSecond)}/s`;
  const users = usersWords(load.users);
  if (load.thinkTimeSeconds <= 0) return users;
  return t`${users}, thinkTime ${formatSeconds(load.thinkTimeSeconds)}`;
}

function usersWords(users: number): string {
  return users === 1 ? t`1 user` : t`${formatNumber(users)} users`;
}

/** Returns `1, 8 and 32 users`. */
export function loadListWords(loads: readonly LoadAsked[]): string {
  const counts = loads.flatMap((load) =>
    load.kind === 'users' && load.thinkTimeSeconds === 0 ? [load.users] : [],
  );
  const [only] = counts;
  if (counts.length < loads.length) return listWords(loads.map(loadWords));
  if (counts.length === 1 && only === 1) return t`1 user`;
  return t`${listWords(counts.map((count) => formatNumber(count)))} users`;
}

/** Rounds up, since it is an estimate: `40 s`, `4 min`. */
export function durationWords(seconds: number): string {
  return seconds < 90
    ? `${Math.max(10, Math.ceil(seconds / 10) * 10)} s`
    : `${formatNumber(Math.ceil(seconds / 60))} min`;
}
