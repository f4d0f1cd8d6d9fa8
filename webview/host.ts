/** The extension, as the panel sees it. The API object can be had once, and leaves this file never. */
import type { FromPanel, PanelState } from '../src/protocol';

interface Api {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Api;

const api = acquireVsCodeApi();

export function post(message: FromPanel): void {
  api.postMessage(message);
}

export function saveState(state: PanelState): void {
  api.setState(state);
}

/** As of before the window was reloaded. */
export function savedState(): PanelState | undefined {
  const state = api.getState();
  return isState(state) ? state : undefined;
}

function isState(value: unknown): value is PanelState {
  if (typeof value !== 'object' || value === null || !('uri' in value)) return false;
  const scenario = 'scenario' in value ? value.scenario : undefined;
  return typeof value.uri === 'string' && (scenario === undefined || typeof scenario === 'string');
}

let requests = 0;

/** Numbers what is asked, so that an answer finds its question. */
export function nextRequest(): number {
  return ++requests;
}
