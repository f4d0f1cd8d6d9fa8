/** The extension, as the panel sees it. The API object can be had once, and leaves this file never. */
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

/** As of before the page was hidden, or the window reloaded. */
export function savedState(): PersistedState | undefined {
  return kept;
}

/** What is undefined is forgotten; a state of another plan is no state of this one. */
export function saveState(state: PersistedState): void {
  kept = state;
  // Every update asks, and hardly one changes anything.
  const text = JSON.stringify(state);
  if (text === saved) return;
  saved = text;
  api.setState(state);
}

let requests = 0;

/** Numbers what is asked, so that an answer finds its question. */
export function nextRequest(): number {
  return ++requests;
}
