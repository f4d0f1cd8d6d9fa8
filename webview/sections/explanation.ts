/** Explains a figure under the table: its formulas, with buttons on the plan's numbers. */
import { t } from '@vscode/l10n';
import type { ExplainableColumn, Explanation, ExplanationPart } from '../../src/panel/picture';
import { button } from '../controls';
import { el, setText, show, type Child } from '../dom';
import { nextRequest, post } from '../host';
import type { ExplainedFigure } from '../persistedState';
import type { ViewState } from '../viewState';
import { wordsOf } from '../parts/words';

export interface ExplanationPane {
  readonly element: HTMLElement;
  /** Asks for an explanation. `from` gets the focus back when the pane is closed. */
  ask(scenario: string, column: ExplainableColumn, from: HTMLElement): void;
  receive(request: number, explanation: Explanation): void;
  /** Asks again after a change of the plan, or closes if the figure is gone. */
  refresh(isThere: (scenario: string, column: ExplainableColumn) => boolean): void;
}

/** Creates the pane. An explanation that was open before the page was hidden returns with the first plan. */
export function createExplanation(viewState: ViewState): ExplanationPane {
  let open = viewState.explained;
  let opener: HTMLElement | undefined;
  let expected = 0;
  /** A person who asks moves there to read. A person who types stays. */
  let takesFocus = false;

  const heading = el('h3', { tabindex: '-1' });
  const lines = el('ol', {});
  const shut = button({ label: t`Close`, name: t`Close the explanation`, onClick: close });
  const element = el('div', { class: 'explanation', role: 'region', 'aria-label': t`Explanation` });
  element.append(el('div', { class: 'bar' }, heading, shut.element), lines);
  element.hidden = true;
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });

  function send(question: ExplainedFigure): void {
    expected = nextRequest();
    post({ type: 'explain', request: expected, ...question });
  }

  function forget(): void {
    open = undefined;
    viewState.setExplained(undefined);
    show(element, false);
  }

  function close(): void {
    forget();
    if (opener?.isConnected) opener.focus();
  }

  return {
    element,
    ask: (scenario, column, from) => {
      open = { scenario, column };
      opener = from;
      takesFocus = true;
      viewState.setExplained(open);
      send(open);
    },
    receive: (request, explanation) => {
      if (request !== expected || open === undefined) return;
      setText(heading, explanation.heading);
      lines.replaceChildren(
        ...explanation.lines.map((parts) => el('li', {}, ...parts.flatMap(part))),
      );
      show(element, true);
      if (takesFocus) heading.focus();
      takesFocus = false;
    },
    refresh: (isThere) => {
      if (open === undefined) return;
      if (isThere(open.scenario, open.column)) send(open);
      else forget();
    },
  };
}

function part({ text, range }: ExplanationPart): readonly Child[] {
  if (range === undefined) return wordsOf(text);
  const link = el('button', { type: 'button', class: 'link', title: t`Show in the editor` }, text);
  link.addEventListener('click', () => {
    post({ type: 'reveal', range });
  });
  return [link];
}
