/** How to take a measurement: the server to start, the load to put on it, and what to copy back. */
import type { Plan } from '../../engine/plan/plan';
import type { NextMeasurement } from '../../engine/recommend/nextMeasurement';
import { copyText } from './copyText';
import { guideLlmCommand } from './guideLlm';
import { k6Command } from './k6';
import { serverCommand } from './serverCommand';
import { setupOf, type Setup } from './setup';
import type { Tool } from './tool';
import { vllmBenchCommand } from './vllmBench';

export interface MeasurementCommand {
  /** Starts one server as it is to be measured; undefined where nothing says what server it is. */
  readonly server: string | undefined;
  /** Ways to put the load on it, the most fitting first. */
  readonly runs: readonly MeasurementRun[];
}

interface MeasurementRun {
  readonly tool: Tool;
  readonly command: string;
  /** Which figures of its output make the observation; Markdown. */
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

/** Requests at a rate k6 spaces evenly, which shows nothing of what chance does. */
function toolsFor(setup: Setup): readonly Tool[] {
  const fitting = toolsForType(setup);
  const atRate = setup.arrivals && !setup.arrivals.users;
  return atRate ? fitting.filter((tool) => tool !== 'k6') : fitting;
}

function toolsForType({ type }: Setup): readonly Tool[] {
  switch (type) {
    case 'vllm':
    case 'sglang':
    case 'tgi':
    case 'tensorrt-llm':
      return ['vllm bench serve', 'GuideLLM'];
    case 'ollama':
    case 'llama.cpp':
      return ['GuideLLM', 'k6'];
    case 'other':
    case undefined:
      return ['k6', 'GuideLLM'];
  }
}
