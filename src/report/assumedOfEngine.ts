/** Lists assumptions about an engine's servers, in whole sentences. */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment } from '../engine/assess/assessment';
import { defaultsBehind } from '../engine/figure/defaultsBehind';
import type { Figure } from '../engine/figure/figure';
import type { Engine } from '../engine/plan/plan';
import { traitsOf } from '../engine/catalog/data/engineTypes';
import { formatFigure } from '../messages/figures';
import { nameOf } from './words';

export function assumedOfEngine(
  engine: Engine,
  own: readonly ScenarioAssessment[],
): readonly string[] {
  return [
    ...followsLine(engine),
    ...(engine.servers.path === undefined
      ? [t`The plan states no \`servers\` for ${nameOf(engine)}: one on each node.`]
      : []),
    ...queueLine(engine, own),
    ...memoryLines(engine, own),
  ];
}

function followsLine(engine: Engine): readonly string[] {
  const { latencyFollows } = engine;
  const name = nameOf(engine);
  if (latencyFollows.value === 'parallel') {
    return [
      t`Latency on ${name} is taken to follow its slots, however many of them are busy (\`latencyFollows: parallel\`).`,
    ];
  }
  return latencyFollows.path === undefined
    ? [
        t`Latency on ${name} is taken to follow the requests in flight on a server, not its slots (\`latencyFollows\` is not stated).`,
      ]
    : [];
}

/** Says where requests wait, or may be turned away. */
function queueLine(engine: Engine, own: readonly ScenarioAssessment[]): readonly string[] {
  const counts = own.some(
    ({ waiting, overloaded, spec: scenario }) =>
      waiting !== undefined ||
      overloaded ||
      scenario.target?.objectives.some(({ kind }) => kind === 'rejected'),
  );
  return counts && !engine.maxQueue
    ? [
        t`The plan states no \`maxQueue\` for ${nameOf(engine)}: any number of requests may wait, and none is turned away.`,
      ]
    : [];
}

function memoryLines(engine: Engine, own: readonly ScenarioAssessment[]): readonly string[] {
  const figures = own.flatMap(({ memory }) => (memory ? [memory.needed, memory.usable] : []));
  const defaults = defaultsBehind(figures);
  const usual = traitsOf(engine.type?.value).usualQuantization;
  const name = nameOf(engine);
  return [
    ...(defaults.has('quantization') && usual !== undefined
      ? [t`The plan states no \`quantization\` for ${name}: weights are taken to be \`${usual}\`.`]
      : []),
    ...(defaults.has('context')
      ? [
          t`The plan states no \`context\` for ${name}: Ollama’s own for this GPU memory counts, for each slot.`,
        ]
      : []),
    ...shareLine(engine, figures),
  ];
}

/** Says which share of the GPU memory a server takes that the plan says nothing of. */
function shareLine(engine: Engine, figures: readonly Figure[]): readonly string[] {
  const share = figures.flatMap(({ derivation }) =>
    derivation.kind === 'formula' && derivation.inputs.share ? [derivation.inputs.share] : [],
  )[0];
  return share?.derivation.kind === 'default'
    ? [
        t`The plan states no \`memoryShare\` for ${nameOf(engine)}: it is taken to use ${formatFigure(share)} of the GPU memory.`,
      ]
    : [];
}
