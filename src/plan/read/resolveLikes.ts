/** Finds the engines that others are `like`: the same software and model on other hardware. */
import { t } from '@vscode/l10n';
import { findGpu, findModel } from '../../engine/catalog/catalog';
import type { Vendor } from '../../engine/catalog/data/gpus';
import type { Engine } from '../../engine/plan/plan';
import { noSuchValue } from '../quantities/outcome';
import type { ProblemLog } from './problemLog';
import type { Located } from './readMap';
import { resolve } from './references';

/** An engine before its `like` is known to exist. */
export interface EngineDraft {
  readonly engine: Engine;
  readonly like: Located<string> | undefined;
}

/** Returns the engines in their order. A problem reports each `like` that cannot be. */
export function resolveLikes(drafts: readonly EngineDraft[], log: ProblemLog): readonly Engine[] {
  const byName = new Map(drafts.map((draft) => [draft.engine.name, draft]));
  const done = new Map<EngineDraft, Engine>();
  for (const first of drafts) {
    const chain: { readonly draft: EngineDraft; readonly next: EngineDraft | undefined }[] = [];
    const inChain = new Set<EngineDraft>();
    let draft: EngineDraft | undefined = first;
    while (draft && !done.has(draft) && !inChain.has(draft)) {
      const next: EngineDraft | undefined =
        draft.like && resolve(draft.like, 'engine', byName, log);
      chain.push({ draft, next });
      inChain.add(draft);
      draft = next;
    }
    // the last one refers to an engine that is done, to none, or back into the chain
    for (const link of chain.reverse()) done.set(link.draft, toEngine(link, done, log));
  }
  return drafts.map((draft) => done.get(draft) ?? draft.engine);
}

function toEngine(
  { draft: { engine, like }, next }: { draft: EngineDraft; next: EngineDraft | undefined },
  done: ReadonlyMap<EngineDraft, Engine>,
  log: ProblemLog,
): Engine {
  if (!like || !next) return engine;
  const other = done.get(next);
  const expected = other ? differenceOf(engine, other) : cycle();
  if (other && expected === undefined) return { ...engine, like: other, likePath: like.path };
  const { value, path, range } = like;
  log.addUnread(path);
  log.add({ ...noSuchValue(value, 'like', expected ?? cycle()).issue, range, path });
  return engine;
}

const cycle = (): string => t`another engine, which is not itself like this one`;

/** Says what the other engine would have to be; undefined if it is. */
function differenceOf(engine: Engine, other: Engine): string | undefined {
  const { type, model } = engine;
  if (type && other.type && type.value !== other.type.value) {
    return t`an engine of the same type: that one is ${other.type.value}, this one ${type.value}`;
  }
  if (model && other.model && !isSameModel(model.value, other.model.value)) {
    return t`an engine with the same model: that one has ${other.model.value}, this one ${model.value}`;
  }
  const [maker, ofOther] = [makerOf(engine), makerOf(other)];
  if (maker && ofOther && maker !== ofOther) {
    return t`an engine on a GPU of the same maker: that one is on ${nameOf(ofOther)}, this one on ${nameOf(maker)}`;
  }
  return undefined;
}

function makerOf({ node }: Engine): Vendor | undefined {
  return node?.gpu && findGpu(node.gpu.value)?.vendor;
}

function nameOf(maker: Vendor): string {
  return maker === 'other' ? t`another make` : MAKERS[maker];
}

const MAKERS: Readonly<Record<Exclude<Vendor, 'other'>, string>> = {
  nvidia: 'NVIDIA',
  amd: 'AMD',
  intel: 'Intel',
  habana: 'Intel Gaudi',
  google: 'Google',
};

/** Compares by the catalog, which knows several names of a model; otherwise as written. */
function isSameModel(a: string, b: string): boolean {
  const [first, second] = [findModel(a), findModel(b)];
  if (first && second) return first.model === second.model;
  return a.toLowerCase() === b.toLowerCase();
}
