/** Connects the panel to the extension. VS Code gives the API object only once, and it stays in this file. */
import type { FromPanel } from '../src/protocol';
import { readPersistedState, type PersistedState } from './persistedState';

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

let kept = readPersistedState(api.getState());
let saved = '';

/** Returns the state from before the page was hidden or the window reloaded. */
export function savedState(): PersistedState | undefined {
  return kept;
}

/** Saves the state. Undefined fields are forgotten, and so is the state of another plan. */
export function saveState(state: PersistedState): void {
  kept = state;
  // Every update saves, but few change anything.
  const text = JSON.stringify(state);
  if (text === saved) return;
  saved = text;
  api.setState(state);
}

let requests = 0;

/** Numbers a request, so that an answer finds it. */
export function nextRequest(): number {
  return ++requests;
}
