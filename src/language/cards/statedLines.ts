/** Writes an observation's other statements: how it was taken, its other times, its note. */
import { t } from '@vscode/l10n';
import type { Unit } from '../../engine/figure/figure';
import { observedFigure, statedFigure } from '../../engine/figure/figures';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { isCountAssumed } from '../../engine/observation/observedServers';
import { TIME_OBJECTIVES, type Engine, type Stated } from '../../engine/plan/plan';
import { readingOf } from '../../engine/plan/readings';
import { nameOfKind } from '../../messages/verdicts';
import { escapeMarkdown } from '../../messages/markdown';
import { dotted } from '../markdown';
import type { Places } from '../place';
import { boldFigure, plainFigure } from './figureText';

/** Writes `50 users · 10 nodes · parallel 8 · 600 tokens of prompt · 1,000 requests, 3 failed`. */
export function settingLine(
  { observation }: ObservationAssessment,
  engine: Pick<Engine, 'servers'>,
  places: Places,
): string {
  const { users, nodes, servers, parallel, ratePerSecond, thinkTimeSeconds } = observation;
  const { promptTokens, outputTokens, requests, errors } = observation;
  const text = (stated: Stated<number>, unit: Unit): string =>
    plainFigure(places, statedFigure(stated, unit, ''));
  const thinkTime = users && thinkTimeSeconds.path !== undefined ? thinkTimeSeconds : undefined;
  const answered = [
    requests && text(requests, 'requests'),
    errors && t`${text(errors, 'factor')} failed`,
  ].filter((each) => each !== undefined);
  return dotted(
    users && text(users, 'users'),
    thinkTime && t`${text(thinkTime, 's')} of thinking`,
    ratePerSecond && t`${text(ratePerSecond, 'requests/s')} sent`,
    servers || isCountAssumed(observation, engine)
      ? text(servers ?? ONE, 'servers')
      : text(nodes, 'nodes'),
    parallel && `parallel ${text(parallel, 'factor')}`,
    promptTokens && t`${text(promptTokens, 'tokens')} of prompt`,
    outputTokens && t`${text(outputTokens, 'tokens')} of output`,
    answered.join(', '),
  );
}

const ONE: Stated<number> = { value: 1, path: undefined };

/** Writes the observer's own words, and the link to read more. */
export function noteLines({
  observation: { note, url },
}: ObservationAssessment): readonly string[] {
  return [...(note ? [escapeMarkdown(note)] : []), ...(url ? [addressOf(url.value)] : [])];
}

/** Returns the address only if it is a web address that ends where it seems to end. */
function addressOf(url: string): string {
  const words = escapeMarkdown(url);
  return /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url) ? `[${words}](${url})` : words;
}

/** Writes `p95 8.1 s · ttft 230 ms · tpot 27.2 ms`. */
export function timesLine({ observation }: ObservationAssessment, places: Places): string {
  const { source } = observation;
  const others = TIME_OBJECTIVES.filter((kind) => kind !== 'latency');
  return dotted(
    ...others.map((kind) => {
      const reading = readingOf(observation, kind);
      const figure = reading && observedFigure(reading, 's', source.value);
      return figure && `${nameOfKind(kind)} ${boldFigure(places, figure)}`;
    }),
  );
}
