/** Every message between the extension and the charts panel. Both sides check what they receive. */
import type { Axis, Chart, ChartId } from './charts/chart';
import type { ExplainableColumn, Explanation, Paused, Picture } from './panel/picture';
import type { WhatIfChange } from './panel/whatIf/field';
import type { WhatIfOutcome } from './panel/whatIf/outcome';
import type { Range } from './plan/range';

/** What the panel keeps over a reload of the window. */
export interface PanelState {
  /** The plan that it was opened for. */
  readonly uri: string;
  readonly scenario?: string;
}

export type ToPanel =
  /** Answers `ready`, and every change of the plan. `version` orders pictures: a late one is dropped. */
  | {
      readonly type: 'picture';
      readonly version: number;
      readonly state: PanelState;
      readonly picture: Picture;
    }
  /** The charts that take longer, of the picture with that version. */
  | { readonly type: 'charts'; readonly version: number; readonly charts: readonly Chart[] }
  /** The picture stays as it is, or without the rest, until somebody asks for it. */
  | { readonly type: 'paused'; readonly version: number; readonly paused: Paused }
  /** The cursor is in this scenario now. */
  | { readonly type: 'selected'; readonly scenario: string | undefined }
  | { readonly type: 'whatIf'; readonly request: number; readonly outcome: WhatIfOutcome }
  /** Answers every `applyChanges`: the changes are in the plan, and the controls start from it again; or why not. */
  | { readonly type: 'applied'; readonly request: number; readonly problem: string | undefined }
  | { readonly type: 'explanation'; readonly request: number; readonly explanation: Explanation }
  /** Something was done that the eye may miss: "Copied." */
  | { readonly type: 'notice'; readonly text: string };

export interface AxisScales {
  readonly x: Axis['scale'];
  readonly y: Axis['scale'];
}

export type TableFormat = 'csv' | 'markdown';
/** The table of scenarios, or the one beside a chart. */
export type TableId = 'scenarios' | ChartId;

export type FromPanel =
  /** It listens now, and again after a reload. */
  | { readonly type: 'ready' }
  /** The picture with that version is on the screen: what takes longer is not in its way any more. */
  | { readonly type: 'painted'; readonly version: number }
  /** Computes once what is paused. */
  | { readonly type: 'updateOnce' }
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
  /** `data` is base64, without the head of a data URL. */
  | { readonly type: 'savePng'; readonly chart: ChartId; readonly data: string }
  /** As it is on the screen: its axes as people switched them, and with what is being tried. */
  | {
      readonly type: 'saveSvg';
      readonly chart: ChartId;
      readonly scales: AxisScales;
      readonly changes: readonly WhatIfChange[];
    }
  | { readonly type: 'copyTable'; readonly table: TableId; readonly format: TableFormat }
  | { readonly type: 'saveTable'; readonly table: TableId; readonly format: TableFormat }
  | { readonly type: 'generateReport' };
