/** How to take a measurement: the server to start, the load to put on it, and what to copy back. */
import type { EngineType, Plan } from '../../engine/plan/plan';
import type { NextMeasurement } from '../../engine/recommend/nextMeasurement';
import { copyText } from './copyText';
import { guideLlmCommand } from './guideLlm';
import { k6Command } from './k6';
import { serverCommand } from './serverCommand';
import { setupOf, type Setup } from './setup';
import type { Tool } from './tool';
import { vllmBenchCommand } from './vllmBench';

export interface MeasurementCommand {
  /** Command that starts the server to measure. Undefined if the plan does not say which server it is. */
  readonly server: string | undefined;
  /** Ways to put the load on it, the most fitting first. */
  readonly runs: readonly MeasurementRun[];
}

interface MeasurementRun {
  readonly tool: Tool;
  readonly command: string;
  /** Figures of its output that make the observation, as Markdown. */
  readonly copy: string;
}

export function measurementCommand(plan: Plan, measurement: NextMeasurement): MeasurementCommand {
  const setup = setupOf(plan, measurement);
  const runs = toolsFor(setup).map((tool) => ({
    tool,
    command: COMMANDS[tool](setup),
    copy: copyText(tool, setup),
  }));
  return { server: serverCommand(setup), runs };
}

const COMMANDS: Readonly<Record<Tool, (setup: Setup) => string>> = {
  'vllm bench serve': vllmBenchCommand,
  GuideLLM: guideLlmCommand,
  k6: k6Command,
};

/** Selects tools. k6 spaces requests at a rate evenly, which shows no random queueing. */
function toolsFor(setup: Setup): readonly Tool[] {
  const fitting = TOOLS[setup.type ?? 'other'];
  const atRate = setup.arrivals && !setup.arrivals.users;
  return atRate ? fitting.filter((tool) => tool !== 'k6') : fitting;
}

const TOOLS: Readonly<Record<EngineType, readonly Tool[]>> = {
  vllm: ['vllm bench serve', 'GuideLLM'],
  sglang: ['vllm bench serve', 'GuideLLM'],
  tgi: ['vllm bench serve', 'GuideLLM'],
  'tensorrt-llm': ['vllm bench serve', 'GuideLLM'],
  ollama: ['GuideLLM', 'k6'],
  'llama.cpp': ['GuideLLM', 'k6'],
  other: ['k6', 'GuideLLM'],
};
