/**
 * Starts one server with the slots to measure. Flags follow the documentation of Ollama (FAQ, server settings), vLLM
 * (`vllm serve`), SGLang (server arguments) and TGI (launcher arguments). TensorRT-LLM (`trtllm-serve`) and llama.cpp
 * (`llama-server`) follow theirs.
 */
import type { Setup } from './setup';
import { shellWord } from './shell';

/** Returns undefined if the plan does not say which server it is. */
export function serverCommand(setup: Setup): string | undefined {
  const { contextTokens: context, parallel } = setup;
  const model = shellWord(setup.model);
  switch (setup.type) {
    case 'ollama':
      return words(context && `OLLAMA_CONTEXT_LENGTH=${context}`, [
        `OLLAMA_NUM_PARALLEL=${parallel} ollama serve`,
      ]);
    case 'vllm':
      return words(`vllm serve ${model} --max-num-seqs ${parallel}`, [
        quantized(setup, '--quantization'),
        context && `--max-model-len ${context}`,
        split(setup, '--tensor-parallel-size'),
      ]);
    case 'sglang':
      return words(`python -m sglang.launch_server --model-path ${model}`, [
        `--max-running-requests ${parallel}`,
        quantized(setup, '--quantization'),
        context && `--context-length ${context}`,
        split(setup, '--tp-size'),
      ]);
    case 'tgi':
      return words(`text-generation-launcher --model-id ${model} --max-batch-size ${parallel}`, [
        quantized(setup, '--quantize'),
        context && `--max-total-tokens ${context}`,
        split(setup, '--num-shard'),
      ]);
    case 'tensorrt-llm':
      return words(`trtllm-serve ${model} --max_batch_size ${parallel}`, [
        context && `--max_seq_len ${context}`,
        split(setup, '--tp_size'),
      ]);
    case 'llama.cpp':
      // all slots share its context
      return words(`llama-server --model MODEL.gguf --parallel ${parallel}`, [
        context && `--ctx-size ${context * parallel}`,
      ]);
    case 'other':
    case undefined:
      return undefined;
  }
}

function quantized({ quantization }: Setup, flag: string): string | undefined {
  return quantization && `${flag} ${quantization}`;
}

/** Splits one model over several GPUs. */
function split({ gpusPerServer }: Setup, flag: string): string | undefined {
  return gpusPerServer > 1 && Number.isInteger(gpusPerServer)
    ? `${flag} ${gpusPerServer}`
    : undefined;
}

type Word = string | 0 | undefined;

function words(first: Word, others: readonly Word[]): string {
  return [first, ...others].filter((word) => word).join(' ');
}
