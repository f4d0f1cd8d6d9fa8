/** Counts the parameters of a language model. */
import type { Architecture, States } from '../../plan/architecture';
import { attentionMatrices } from './attention';
import { feedForwardOf } from './feedForward';
import type { Section } from './section';
import { isTied, type Sizes } from './sizes';
import { stateOf } from './states';

export type Counted = Pick<
  Architecture,
  'parameters' | 'activeParameters' | 'feedForward' | 'experts' | 'states'
>;

export function countParameters(config: Section, sizes: Sizes): Counted {
  const { hidden, vocabulary, kinds } = sizes;
  const embeddings = vocabulary * hidden * (isTied(config, config) ? 1 : 2);
  const state = stateOf(config, hidden);
  const attention =
    kinds.full * attentionMatrices(config, sizes, false) +
    kinds.windowed * attentionMatrices(config, sizes, true) +
    kinds.linear * (state.linear?.parameters ?? 0) +
    kinds.mamba * (state.mamba?.parameters ?? 0);
  const { dense, active, experts, feedForward } = feedForwardOf(config, sizes);
  const own = embeddings + attention + dense;
  const stateful = kinds.linear + kinds.mamba;
  const bytes = (kinds.linear > 0 ? state.linear?.bytes : state.mamba?.bytes) ?? 0;
  return {
    parameters: own + (experts?.parameters ?? 0),
    activeParameters: own + active,
    feedForward,
    ...(experts && { experts }),
    ...(stateful > 0 && { states: { layers: stateful, bytes } satisfies States }),
  };
}
