/** Registers what leads through plans: outline, definitions, renaming, links, folds, selections, formatting, symbols, colours. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../language/tokenLegend';
import { plainText } from '../../messages/plainText';
import { PLAN_SELECTOR } from '../documentSelector';
import type { Log } from '../log';
import type { Plans } from '../plans';
import type * as Navigation from './navigation';
import type { PlanSymbols } from './planSymbols';

/** Loads the code on the first request. */
export function registerNavigation(plans: Promise<Plans>, log: Log): vscode.Disposable {
  const answer = <T>(
    what: string,
    work: (navigation: typeof Navigation, plans: Plans) => Promise<T>,
    fallback: T,
  ): Promise<T> =>
    log.guardAsync(what, async () => work(await import('./navigation'), await plans), fallback);
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDocumentSymbolProvider(
      PLAN_SELECTOR,
      {
        provideDocumentSymbols: (document) =>
          answer('outline', (n, p) => n.outline(document, p), []),
      },
      { label: 'Capacity Plan' },
    ),
    languages.registerDefinitionProvider(PLAN_SELECTOR, {
      provideDefinition: (document, at) =>
        answer('definition', (n, p) => n.definition(document, at, p), []),
    }),
    languages.registerReferenceProvider(PLAN_SELECTOR, {
      provideReferences: (document, at, { includeDeclaration }) =>
        answer('references', (n, p) => n.references(document, at, includeDeclaration, p), []),
    }),
    languages.registerDocumentHighlightProvider(PLAN_SELECTOR, {
      provideDocumentHighlights: (document, at) =>
        answer('highlights', (n, p) => n.highlights(document, at, p), []),
    }),
    languages.registerRenameProvider(PLAN_SELECTOR, {
      prepareRename: async (document, at) =>
        orRefuse(await answer('rename', (n, p) => n.renamable(document, at, p), undefined)),
      provideRenameEdits: async (document, at, name) =>
        orRefuse(await answer('rename', (n, p) => n.renaming(document, at, name, p), undefined)),
    }),
    languages.registerDocumentLinkProvider(PLAN_SELECTOR, {
      provideDocumentLinks: (document) => answer('links', (n, p) => n.links(document, p), []),
    }),
    languages.registerSelectionRangeProvider(PLAN_SELECTOR, {
      provideSelectionRanges: (document, positions) =>
        answer('selection', (n, p) => n.selectionRanges(document, positions, p), []),
    }),
    languages.registerFoldingRangeProvider(PLAN_SELECTOR, {
      provideFoldingRanges: (document) =>
        answer('folding', (n, p) => n.foldingRanges(document, p), undefined),
    }),
    languages.registerDocumentSemanticTokensProvider(
      PLAN_SELECTOR,
      {
        provideDocumentSemanticTokens: async (document) =>
          orKeep(
            await answer('tokens', (n, p) => n.semanticTokens(document, LEGEND, p), undefined),
          ),
      },
      LEGEND,
    ),
    languages.registerDocumentFormattingEditProvider(PLAN_SELECTOR, {
      provideDocumentFormattingEdits: (document, { tabSize }) =>
        answer('formatting', (n, p) => n.formatting(document, undefined, tabSize, p), []),
    }),
    languages.registerDocumentRangeFormattingEditProvider(PLAN_SELECTOR, {
      provideDocumentRangeFormattingEdits: (document, range, { tabSize }) =>
        answer('formatting', (n, p) => n.formatting(document, range, tabSize, p), []),
    }),
    registerSymbols(plans, log),
  );
}

const LEGEND = new vscode.SemanticTokensLegend([...TOKEN_TYPES], [...TOKEN_MODIFIERS]);

/** VS Code drops the colours if there are no tokens, and keeps them if the request ends early. */
function orKeep(tokens: vscode.SemanticTokens | undefined): vscode.SemanticTokens {
  if (tokens) return tokens;
  throw new vscode.CancellationError();
}

/** VS Code shows the message of a refusal at the cursor. */
function orRefuse<T>(found: { readonly value: T } | { readonly problem: string } | undefined): T {
  if (found && 'value' in found) return found.value;
  throw new Error(plainText(found?.problem ?? t`This plan cannot be renamed in now. See the log.`));
}

/** Reads nothing before somebody searches. */
function registerSymbols(plans: Promise<Plans>, log: Log): vscode.Disposable {
  let symbols: PlanSymbols | undefined;
  const registered = vscode.languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols: (query, token) =>
      log.guardAsync(
        'symbols',
        async () => {
          const { PlanSymbols } = await import('./planSymbols');
          symbols ??= new PlanSymbols(await plans);
          return symbols.find(query, token);
        },
        [],
      ),
  });
  return vscode.Disposable.from(registered, { dispose: () => symbols?.dispose() });
}
