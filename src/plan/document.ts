/** A plan's text, read: the typed plan, where each part of it stands, and what is wrong with it. */
import type { KeyPath, Plan } from '../engine/plan/plan';
import type { PlanProblem } from './problems';
import type { Range } from './range';
import type { UnreadablePaths } from './unreadablePaths';
import type { YamlNode } from './yamlTree';

/** The key, or what stands behind it. A list item has a value only. */
export type PathPart = 'key' | 'value';

/** What stands at an offset. */
export interface PathAt {
  readonly path: KeyPath;
  readonly part: PathPart;
  readonly range: Range;
}

export interface PlanDocument {
  readonly text: string;
  /** What could be read; scenarios and observations with a hole in them are left out and have a problem. */
  readonly plan: Plan;
  readonly problems: readonly PlanProblem[];
  /** What is meant to be there and counts as absent, as problems say. */
  readonly unreadablePaths: UnreadablePaths;
  /** False where nothing should be assessed: broken YAML, several documents, a newer version, too large, empty. */
  readonly assessable: boolean;
  readonly comments: readonly Comment[];
  /** What the text holds as YAML, for edits; undefined where that could not be read. */
  readonly tree: YamlNode | undefined;
  /**
   * Where a path stands; undefined where the text has no such path. Values that come from an anchor or a
   * merge key are at the line that was written for them (the alias or `<<`'s source).
   */
  rangeOf(path: KeyPath, part: PathPart): Range | undefined;
  /** The innermost key or scalar at the offset. */
  pathAt(offset: number): PathAt | undefined;
}

/** A comment, without its `#`; `line` counts from 0. */
export interface Comment {
  readonly line: number;
  readonly text: string;
  readonly range: Range;
}
