/**
 * Sums up a change's effect on one scenario in a line or two above the controls. In a narrow panel the full table is
 * out of view while people drag. Screen readers read this text aloud.
 */
import { t } from '@vscode/l10n';
import type { OutcomeRow, WhatIfOutcome } from '../../src/panel/whatIf/outcome';
import { el, setText } from '../dom';

/** Milliseconds that a hand must rest, because a listener does not want every step of a slider. */
const REST_MS = 800;

export interface Summary {
  readonly element: HTMLElement;
  /** Text for screen readers, invisible on the page. */
  readonly spoken: HTMLElement;
  update(outcome: WhatIfOutcome | undefined, scenario: string | undefined): void;
}

export function createSummary(): Summary {
  const element = el('p', { class: 'summary' });
  const spoken = el('p', { class: 'sr-only', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  return {
    element,
    spoken,
    update: (outcome, scenario) => {
      const words = outcome && outcomeWords(outcome, scenario);
      setText(element, words ?? t`Nothing is changed: all is as in the file.`);
      element.title = words ?? '';
      element.classList.toggle('tried', words !== undefined);
      if (said === (words ?? '')) return;
      said = words ?? '';
      clearTimeout(timer);
      timer = setTimeout(() => {
        setText(spoken, said);
      }, REST_MS);
    },
  };
}

function outcomeWords(
  { rows, targets, problem }: WhatIfOutcome,
  scenario: string | undefined,
): string | undefined {
  // The problem is an alert of its own.
  if (problem !== undefined) return undefined;
  const row = rows.find((each) => each.scenario === scenario) ?? rows[0];
  return row && t`Not in the file: ${row.scenario} ${rowWords(row, targets)}`;
}

/** Writes a scenario's new values, with the old ones that changed. Lists the changed verdicts, or else the first. */
function rowWords({ nodes, cost, time, verdicts }: OutcomeRow, targets: readonly string[]): string {
  const changed = verdicts.flatMap((verdict, i) => (verdict.differs ? [i] : []));
  const told = changed.length > 0 ? changed : [0];
  return [
    nodes.changed === '1' ? t`${bothWords(nodes)} node` : t`${bothWords(nodes)} nodes`,
    bothWords(cost),
    bothWords(time),
    ...told.flatMap((i) => {
      const verdict = verdicts[i];
      return verdict ? [`${targets[i] ?? ''} ${bothWords(verdict)}`] : [];
    }),
  ].join(' · ');
}

function bothWords({ plan, changed, differs }: OutcomeRow['nodes']): string {
  return differs ? `${plan} → ${changed}` : plan;
}
