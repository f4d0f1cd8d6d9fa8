import type * as vscode from 'vscode';
import type { AnalysisStore } from '../analysisStore';
import type { Config } from '../config';
import type { Log } from '../log';

/** Services that every panel works with. */
export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly store: AnalysisStore;
  readonly config: Config;
  readonly log: Log;
}
