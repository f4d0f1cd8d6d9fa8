/** Lists the plans to start from, in the order in which they are offered. */
import { OLLAMA_SLOTS } from './ollamaSlots';
import { OPEN_DAY } from './openDay';
import { STARTER } from './starter';
import type { Template } from './template';
import { TWO_CLOUDS } from './twoClouds';
import { VLLM_TOKENS } from './vllmTokens';

export { pieces, templateText, type Template } from './template';
export type { Piece } from '../pieces';
export { STARTER };

export const TEMPLATES: readonly Template[] = [
  STARTER,
  OLLAMA_SLOTS,
  VLLM_TOKENS,
  OPEN_DAY,
  TWO_CLOUDS,
];
