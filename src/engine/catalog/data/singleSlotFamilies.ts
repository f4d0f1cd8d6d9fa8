/**
 * Models that Ollama serves one request at a time, whatever `OLLAMA_NUM_PARALLEL` says. It sets the slots of these
 * families to 1, as "not safe with num_parallel > 1". The family is in the model's file; here it follows from the
 * beginning of the name. All sizes under such a name are of the same family or of its mixture of experts. A model of
 * such a family under another name is not recognized. Read on 2026-11-26 in Ollama's scheduler:
 * https://github.com/ollama/ollama/blob/fb30760996871fa9460115c753afd2c60d4ab0f7/server/sched.go#L507
 */
interface SingleSlotFamilies {
  /** Families as Ollama calls them. */
  readonly families: readonly string[];
  /** Beginnings of their models' names: in lower case, without dashes, as `modelKey` has them. */
  readonly names: readonly string[];
}

export const SINGLE_SLOT_FAMILIES: readonly SingleSlotFamilies[] = [
  { families: ['mllama'], names: ['llama3.2vision', 'llama3.211bvision', 'llama3.290bvision'] },
  { families: ['qwen3vl', 'qwen3vlmoe'], names: ['qwen3vl'] },
  // ollama/ollama#14510 (3.5), ollama/ollama#18214 (3.6)
  { families: ['qwen35', 'qwen35moe'], names: ['qwen3.5', 'qwen3.6'] },
  { families: ['qwen3next'], names: ['qwen3next', 'qwen3codernext'] },
  { families: ['lfm2', 'lfm2moe'], names: ['lfm2'] },
  {
    families: ['nemotron_h', 'nemotron_h_moe', 'nemotron_h_omni'],
    names: ['nemotronh', 'nemotron3', 'nvidianemotron3'],
  },
];
