/**
 * Open models, by their `config.json` on Hugging Face. The data are in `models/`, a file for each maker; `npm run
 * new:model -- config.json` adds an entry. Many originals need an account, so sources are public copies of them.
 */
import type { Architecture } from '../../plan/architecture';
import deepseek from './models/deepseek.json';
import google from './models/google.json';
import meta from './models/meta.json';
import microsoft from './models/microsoft.json';
import minimax from './models/minimax.json';
import mistral from './models/mistral.json';
import moonshot from './models/moonshot.json';
import nvidia from './models/nvidia.json';
import openai from './models/openai.json';
import others from './models/others.json';
import qwen from './models/qwen.json';
import xiaomi from './models/xiaomi.json';
import zhipu from './models/zhipu.json';

export interface Model extends Architecture {
  readonly name: string;
  /** Quantization that Ollama's names for it imply, if that is known not to be Q4_K_M. */
  readonly onOllama?: string | undefined;
  readonly source?: string | undefined;
  /** Day on which the figures were read at `source`; undefined if nobody has read them there. */
  readonly checked?: string | undefined;
}

/** An entry of a file in `models/`: parameters that are not active, and what most models do not have, are left out. */
export interface ModelRow {
  /** The repository first, then other names, as Ollama has them. */
  readonly names: readonly string[];
  readonly parameters: number;
  readonly activeParameters?: number;
  readonly layers: number;
  readonly hiddenSize: number;
  readonly vocabulary: number;
  readonly tiedEmbeddings?: boolean;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  readonly feedForward: number;
  readonly context: number;
  readonly publishedAs?: string;
  readonly experts?: Architecture['experts'];
  readonly latent?: number;
  readonly indexerBytes?: number;
  readonly windows?: Architecture['windows'];
  readonly states?: Architecture['states'];
  readonly replicatedParameters?: number;
  readonly encoderParameters?: number;
  readonly onOllama?: string;
  readonly source: string;
  readonly checked: string | null;
}

const ROWS: readonly ModelRow[] = [
  ...meta,
  ...mistral,
  ...qwen,
  ...google,
  ...deepseek,
  ...openai,
  ...microsoft,
  ...moonshot,
  ...zhipu,
  ...minimax,
  ...nvidia,
  ...xiaomi,
  ...others,
];

/** Each model with all of its names; the first is that of its repository. */
export const MODELS: readonly { readonly names: readonly string[]; readonly model: Model }[] =
  ROWS.map((row) => {
    const { names, context, checked, tiedEmbeddings = false, ...rest } = row;
    const model: Model = {
      ...rest,
      name: names[0] ?? '',
      activeParameters: row.activeParameters ?? row.parameters,
      tiedEmbeddings,
      contextTokens: context,
      checked: checked ?? undefined,
    };
    return { names, model };
  });
