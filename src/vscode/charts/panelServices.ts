import type * as vscode from 'vscode';
import type { Config } from '../config';
import type { Log } from '../log';
import type { Plans } from '../plans';

/** Services that every panel works with. */
export interface PanelServices {
  readonly extensionUri: vscode.Uri;
  readonly plans: Plans;
  readonly config: Config;
  readonly log: Log;
}
