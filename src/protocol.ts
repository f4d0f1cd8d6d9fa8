/** Types every message between the extension and the charts panel. Both sides check what they receive. */
import type { Axis, Chart, ChartId } from './charts/chart';
import type { ExplainableColumn, Explanation, Picture } from './panel/picture';
import type { WhatIfChange } from './panel/whatIf/field';
import type { WhatIfOutcome } from './panel/whatIf/outcome';
import type { Range } from './plan/range';

/** State that the panel keeps over a reload of the window. */
export interface PanelState {
  /** Plan that the panel was opened for. */
  readonly uri: string;
  readonly scenario?: string;
}

export type ToPanel =
  /** Answers `ready` and every change of the plan. `version` orders pictures: a late one is dropped. */
  | {
      readonly type: 'picture';
      readonly version: number;
      readonly state: PanelState;
      readonly picture: Picture;
    }
  /** The charts that take longer, for the picture with that version. */
  | { readonly type: 'charts'; readonly version: number; readonly charts: readonly Chart[] }
  /** Says that the picture with that version is being computed. Until then the page shows an earlier one. */
  | { readonly type: 'computing'; readonly version: number }
  /** Says that what is missing of that version does not come until somebody asks, and why. */
  | { readonly type: 'stopped'; readonly version: number; readonly reason: string }
  /** Says that the cursor is now in this scenario. */
  | { readonly type: 'selected'; readonly scenario: string | undefined }
  | { readonly type: 'whatIf'; readonly request: number; readonly outcome: WhatIfOutcome }
  /**
   * Answers every `applyChanges`. Either the changes are in the plan and the controls start anew, or it gives the
   * problem.
   */
  | { readonly type: 'applied'; readonly request: number; readonly problem: string | undefined }
  | { readonly type: 'explanation'; readonly request: number; readonly explanation: Explanation }
  /** Reports an action that the eye may miss: "Copied." */
  | { readonly type: 'notice'; readonly text: string };

export interface AxisScales {
  readonly x: Axis['scale'];
  readonly y: Axis['scale'];
}

export type TableFormat = 'csv' | 'markdown';
/** The table of scenarios, or the one beside a chart. */
export type TableId = 'scenarios' | ChartId;

export type FromPanel =
  /** Says that the page listens. Sent again after a reload. */
  | { readonly type: 'ready' }
  /** Says that the picture with that version is on the screen. Slow work can no longer delay it. */
  | { readonly type: 'painted'; readonly version: number }
  /** Stops what is being computed. */
  | { readonly type: 'cancel' }
  /** Computes what was stopped. */
  | { readonly type: 'update' }
  | { readonly type: 'select'; readonly scenario: string }
  | { readonly type: 'reveal'; readonly range: Range }
  | {
      readonly type: 'explain';
      readonly request: number;
      readonly scenario: string;
      readonly column: ExplainableColumn;
    }
  | {
      readonly type: 'tryChanges';
      readonly request: number;
      readonly changes: readonly WhatIfChange[];
    }
  | {
      readonly type: 'applyChanges';
      readonly request: number;
      readonly changes: readonly WhatIfChange[];
    }
  /** Saves a picture. `data` is base64, without the head of a data URL. */
  | { readonly type: 'savePng'; readonly chart: ChartId; readonly data: string }
  /** Saves a chart as it is on the screen: with its axes and tried changes. */
  | {
      readonly type: 'saveSvg';
      readonly chart: ChartId;
      readonly scales: AxisScales;
      readonly changes: readonly WhatIfChange[];
    }
  | { readonly type: 'copyTable'; readonly table: TableId; readonly format: TableFormat }
  | { readonly type: 'saveTable'; readonly table: TableId; readonly format: TableFormat }
  /** Writes the answer for a target into the plan, as a new scenario. */
  | { readonly type: 'addScenario'; readonly target: string }
  | { readonly type: 'generateReport' }
  | { readonly type: 'saveHtml' };
