/** An observation of an engine with several servers on a node that does not say how many of them it covers. */
import { isCountAssumed } from '../../engine/observation/observedServers';
import type { ObservationAssessment } from '../../engine/observation/observationAssessment';
import { joinPath } from '../../plan/keyPath';
import { defineRule, type Reports } from './shared/rule';
import { loadPlace } from './shared/places';

interface ObservationServersUnstatedArgs {
  readonly observation: ObservationAssessment;
  /** Servers of the engine on one node. */
  readonly servers: number;
}

export const observationServersUnstated = defineRule({
  code: 'observation.servers-unstated',
  defaultSeverity: 'information',
  title: 'An observation does not state its servers',
  *check({ assessment }): Reports<ObservationServersUnstatedArgs> {
    for (const { spec: engine, observations } of assessment.engines) {
      for (const assessed of observations) {
        const { observation } = assessed;
        const { users, ratePerSecond, throughputPerSecond } = observation;
        if (!users && !ratePerSecond && !throughputPerSecond) continue;
        if (!isCountAssumed(observation, engine)) continue;
        yield {
          at: loadPlace(observation),
          args: { observation: assessed, servers: engine.servers.value },
          absent: ['nodes', 'servers'].map((key) => joinPath(observation.path, key)),
        };
      }
    }
  },
});
