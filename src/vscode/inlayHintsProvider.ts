import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { HintPart } from '../language/inlayHints';
import { OPEN_CHARTS } from './charts/openCharts';
import type { Config } from './config';
import type { Hints } from './hints';
import type { Log } from './log';
import type { Measuring } from './measure/registerMeasure';
import type { Plans } from './plans';
import { toRange } from './ranges';
import { inlayHint } from './showText';

interface Subject {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/**
 * Provides inlay hints, with the scenario's card as tooltip. VS Code asks after every edit, so hints do not wait for
 * the findings.
 */
export class InlayHintsProvider implements vscode.InlayHintsProvider {
  readonly #plans: Promise<Plans>;
  readonly #hints: Hints;
  readonly #measuring: Measuring;
  readonly #log: Log;
  /** Where a hint's tooltip comes from: the scenario's name. */
  readonly #subjects = new WeakMap<vscode.InlayHint, Subject>();

  readonly onDidChangeInlayHints: vscode.Event<void>;

  constructor(
    plans: Promise<Plans>,
    hints: Hints,
    { config, measuring, log }: { config: Config; measuring: Measuring; log: Log },
  ) {
    this.#plans = plans;
    this.#hints = hints;
    this.#measuring = measuring;
    this.onDidChangeInlayHints = config.onDidChange;
    this.#log = log;
  }

  provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<vscode.InlayHint[]> {
    return this.#log.guardAsync('inlay hints', () => this.#hintsIn(document, range), []);
  }

  async #hintsIn(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.InlayHint[]> {
    return (await this.#hints.of(document))
      .map(({ offset, parts, scenario, subject }) => {
        const texts = parts.map((part) => {
          return { text: part.text, command: commandOf(part, document, scenario) };
        });
        const hint = inlayHint(document.positionAt(offset), texts);
        this.#subjects.set(hint, { document, position: document.positionAt(subject) });
        return hint;
      })
      .filter(({ position }) => range.contains(position));
  }

  /** Adds the tooltip. VS Code asks when a person points at the hint. */
  resolveInlayHint(hint: vscode.InlayHint): Promise<vscode.InlayHint> {
    return this.#log.guardAsync(
      'inlay hint',
      async () => {
        const subject = this.#subjects.get(hint);
        if (!subject) return hint;
        const { hoverContents } = await import('./hoverContents');
        const { document, position } = subject;
        const canMeasure = this.#measuring.isPossible;
        const hover = await hoverContents(document, position, await this.#plans, canMeasure);
        const [card] = hover?.contents ?? [];
        if (card && typeof card !== 'string' && 'supportHtml' in card) hint.tooltip = card;
        return hint;
      },
      hint,
    );
  }
}

/** Leads from nodes to the charts, from the cost to the price, and from the verdict to the limit. */
function commandOf(
  { about, to }: HintPart,
  document: vscode.TextDocument,
  scenario: string,
): vscode.Command | undefined {
  const { uri } = document;
  if (about === 'nodes') {
    return { title: t`Open Charts`, command: OPEN_CHARTS, arguments: [uri.toString(), scenario] };
  }
  if (!to) return undefined;
  const range = toRange(document, to);
  return {
    title: about === 'cost' ? t`Go to the price` : t`Go to the limit`,
    command: 'editor.action.goToLocations',
    arguments: [uri, range.start, [new vscode.Location(uri, range)], 'goto', ''],
  };
}
