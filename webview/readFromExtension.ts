/** Checks messages from the extension. A message of another shape is dropped, and reported once. */
import type { ToPanel } from '../src/protocol';
import { list, number, optional, record, text, type Check } from './checks';
import { chart, explanation, outcome, panelState, picture } from './messageShapes';

type Message<T extends ToPanel['type']> = Omit<Extract<ToPanel, { type: T }>, 'type'>;

const CHECKS: Readonly<Record<ToPanel['type'], Check>> = {
  picture: record<Message<'picture'>>({ version: number, state: panelState, picture }),
  charts: record<Message<'charts'>>({ version: number, charts: list(chart) }),
  computing: record<Message<'computing'>>({ version: number }),
  stopped: record<Message<'stopped'>>({ version: number, reason: text }),
  selected: record<Message<'selected'>>({ scenario: optional(text) }),
  whatIf: record<Message<'whatIf'>>({ request: number, outcome }),
  applied: record<Message<'applied'>>({ request: number, problem: optional(text) }),
  explanation: record<Message<'explanation'>>({ request: number, explanation }),
  notice: record<Message<'notice'>>({ text }),
};

let complained = false;

export function readMessage(data: unknown): ToPanel | undefined {
  if (isMessage(data)) return data;
  if (!complained) {
    complained = true;
    console.warn('Capacity Plan: a message of an unknown shape was dropped.');
  }
  return undefined;
}

function isMessage(data: unknown): data is ToPanel {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  return isType(data.type) && CHECKS[data.type](data);
}

function isType(type: unknown): type is ToPanel['type'] {
  return typeof type === 'string' && Object.hasOwn(CHECKS, type);
}
