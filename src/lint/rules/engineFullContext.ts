/** A vLLM server without `context`: it makes room for the longest request of its model, and does not start without. */
import { checkStart, type StartCheck } from '../../engine/hardware/startCheck';
import type { Engine } from '../../engine/plan/plan';
import { joinPath } from '../../plan/keyPath';
import { hardwareOf } from './shared/absence';
import { defineRule, keyAt, valueAt, type Reports } from './shared/rule';

interface EngineFullContextArgs {
  readonly engine: Engine;
  readonly check: StartCheck;
}

export const engineFullContext = defineRule({
  code: 'engine.full-context',
  defaultSeverity: 'warning',
  title: 'The longest request of the model does not fit, and no context is set',
  *check({ assessment: { plan } }): Reports<EngineFullContextArgs> {
    for (const engine of plan.engines) {
      // a server that was measured did start: somebody set its context
      if (engine.observations.some(({ source }) => source.value === 'measured')) continue;
      const check = checkStart(engine);
      if (!check || check.fit === 'fits') continue;
      const { model, path } = engine;
      yield {
        at: model?.path === undefined ? keyAt(path) : valueAt(model.path),
        args: { engine, check },
        absent: [
          ...hardwareOf(engine),
          ...OPTIONS.map((key) => joinPath(path, key)),
          joinPath(path, 'observations'),
        ],
      };
    }
  },
});

const OPTIONS = ['kvTokens', 'kvCache', 'weightsMemory', 'memoryShare', 'quantization', 'version'];
