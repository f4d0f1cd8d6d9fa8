/** Says which evidence supports which scenario, and where it supports less than it seems to. */
import { t } from '@vscode/l10n';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { Caveat } from '../engine/figure/figure';
import { isBeyondObserved } from '../engine/figure/provenance';
import type { ObservationAssessment } from '../engine/observation/observationAssessment';
import { isMeasured } from '../engine/plan/sources';
import { bold, escapeMarkdown, escapeSentence } from '../messages/markdown';
import { CAVEAT_WORDS } from '../messages/provenance';
import { cutLines, namesOf } from './cut';
import { figureText, figureWithKnown, nameOf, observationTitle } from './words';

/** Lists observations that are not measurements, each with the scenarios based on it. */
export function evidenceLines({ engines, scenarios }: Assessment): readonly string[] {
  const carries = new Map<ObservationAssessment, ScenarioAssessment[]>();
  for (const scenario of scenarios) {
    for (const observation of scenario.citedObservations) {
      append(carries, observation, scenario);
    }
  }
  return engines.flatMap((engine) =>
    engine.observations
      .filter((each) => !isMeasured(each.observation.source.value) && carries.has(each))
      .map((each) => {
        const { latency, observation } = each;
        const value = latency ? `, ${figureText(latency)}` : '';
        const note = observation.note ? ` (${escapeMarkdown(observation.note)})` : '';
        const who = namesOf(carries.get(each) ?? []);
        const what = t`${bold(observationTitle(engine, each))} of ${nameOf(engine.spec)}`;
        return `${what}${value}${note}: ${t`used by ${who}.`}`;
      }),
  );
}

export function extrapolationLines({ scenarios }: Assessment): readonly string[] {
  const beyond = scenarios.filter(
    ({ latency }) => latency !== undefined && isBeyondObserved(latency.provenance),
  );
  return cutLines(
    beyond.map(({ spec: scenario, latency }) =>
      latency ? `${bold(nameOf(scenario))}: ${figureWithKnown(latency)}.` : '',
    ),
  );
}

/** Writes a line for each caveat, with the scenarios whose latency has it. */
export function caveatLines({ scenarios }: Assessment): readonly string[] {
  const byCaveat = new Map<Caveat, ScenarioAssessment[]>();
  for (const scenario of scenarios) {
    for (const caveat of scenario.latency?.provenance.caveats ?? []) {
      append(byCaveat, caveat, scenario);
    }
  }
  return [...byCaveat].map(
    ([caveat, found]) => `${namesOf(found)}: ${escapeSentence(CAVEAT_WORDS[caveat])}.`,
  );
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
