/** A plan's text after reading: the typed plan, the place of each part, and its problems. */
import type { PlanFiles } from './planFiles';
import type { KeyPath, Plan } from '../engine/plan/plan';
import type { PlanProblem } from './problems';
import type { Range } from './range';
import type { UnreadablePaths } from './unreadablePaths';
import type { YamlNode } from './yamlTree';

/** Part of a path: the key, or the value after it. A list item has a value only. */
export type PathPart = 'key' | 'value';

/** Path and part at an offset. */
export interface PathAt {
  readonly path: KeyPath;
  readonly part: PathPart;
  readonly range: Range;
}

export interface PlanDocument {
  /** Files that the plan names, as they were read with it. */
  readonly files: PlanFiles;
  readonly text: string;
  /** Readable parts of the plan. Incomplete scenarios and observations are left out and have a problem. */
  readonly plan: Plan;
  readonly problems: readonly PlanProblem[];
  /** Paths that are written but count as absent, as problems say. */
  readonly unreadablePaths: UnreadablePaths;
  /** False if nothing should be assessed: broken YAML, several documents, a newer version, too large, or empty. */
  readonly assessable: boolean;
  readonly comments: readonly Comment[];
  /** YAML tree of the text, for edits. Undefined if the text is not readable as YAML. */
  readonly tree: YamlNode | undefined;
  /**
   * Returns the place of a path, or undefined if the text has no such path. Values from an anchor or a merge key are
   * at their own line (the source of the alias or `<<`).
   */
  rangeOf(path: KeyPath, part: PathPart): Range | undefined;
  /** Returns the innermost key or scalar at the offset. */
  pathAt(offset: number): PathAt | undefined;
}

/** A comment, without its `#`. `line` counts from 0. */
export interface Comment {
  readonly line: number;
  readonly text: string;
  readonly range: Range;
}
