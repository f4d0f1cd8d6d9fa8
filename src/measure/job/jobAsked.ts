/** Types what a Kubernetes job is to measure, as `measure` itself would. */
import type { EngineType } from '../../engine/plan/plan';
import type { LengthsAsked } from '../planned';
import type { LoadAsked } from '../loads';

export const JOB_TOOLS = ['guidellm', 'k6'] as const;
export type JobTool = (typeof JOB_TOOLS)[number];

export interface JobAsked extends LengthsAsked {
  /** Address up to the version: `http://vllm.chat:8000`. */
  readonly base: string;
  readonly model: string;
  readonly loads: readonly LoadAsked[];
  /** Most seconds of a load. */
  readonly seconds: number;
  /** The server can be told to write all tokens that it may (`ignore_eos`). */
  readonly ignoresEnd: boolean;
  /** Plan and engine that the results are for, as the command that imports them names them. */
  readonly into: { readonly plan: string; readonly engine: string } | undefined;
}

/** Returns true for servers that know `ignore_eos`: vLLM and SGLang. Others refuse what they do not know. */
export function ignoresEnd(type: EngineType | undefined): boolean {
  return type === 'vllm' || type === 'sglang';
}
