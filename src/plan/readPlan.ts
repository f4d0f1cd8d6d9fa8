/** The way from the text of a plan to its typed document: checks the text, reads its YAML, then each section. */
import type { Plan } from '../engine/plan/plan';
import { checkEncoding, checkText } from './checkText';
import type { Comment, PlanDocument } from './document';
import { findPath, findRange } from './positions';
import type { PlanFiles } from './planFiles';
import type { PlanProblem } from './problems';
import { ProblemLog } from './read/problemLog';
import { EMPTY_PLAN, readTop } from './read/readTop';
import { checkVersion } from './read/version';
import { sortProblems } from './sortProblems';
import { indexUnreadablePaths } from './unreadablePaths';
import { readComments, readYaml } from './yamlReader';
import type { YamlNode } from './yamlTree';

export { MAX_PLAN_BYTES } from './checkText';

/**
 * Matches comments that can silence a rule. Other plans skip the search for comments, a second pass over the text.
 */
const SUPPRESSION = /capacity-plan-disable/i;

/**
 * Reads the text of a plan. Never throws: every fault is in `problems`.
 * @param text The whole text of one `*.capacity.yaml` file.
 * @param files Files that it names, as far as the host has read them.
 */
export function readPlan(text: string, files: PlanFiles = new Map()): PlanDocument {
  const unreadable = checkText(text);
  if (unreadable !== undefined) {
    return unassessable(text, files, [unreadable]);
  }
  const { root, problems: yamlProblems } = readYaml(text);
  const encoding = checkEncoding(text);
  const comments = SUPPRESSION.test(text) ? readComments(text) : [];
  if (root === undefined || (root.kind === 'nothing' && yamlProblems.length === 0)) {
    const problems = yamlProblems.length > 0 ? yamlProblems : [EMPTY];
    return unassessable(text, files, [...encoding, ...problems], comments);
  }
  const version = checkVersion(root);
  if (version?.code === 'plan.version') {
    return unassessable(text, files, [...encoding, version], comments, root);
  }
  const known = [...encoding, ...yamlProblems, ...(version === undefined ? [] : [version])];
  const log = new ProblemLog(known);
  const plan = readTop(root, log, files);
  return toDocument({ text, files }, plan, log, true, comments, root);
}

const EMPTY: PlanProblem = { code: 'plan.empty', range: { start: 0, end: 0 }, args: {} };

function unassessable(
  text: string,
  files: PlanFiles,
  problems: readonly PlanProblem[],
  comments: readonly Comment[] = [],
  root?: YamlNode,
): PlanDocument {
  return toDocument({ text, files }, EMPTY_PLAN, new ProblemLog(problems), false, comments, root);
}

function toDocument(
  read: Pick<PlanDocument, 'text' | 'files'>,
  plan: Plan,
  log: ProblemLog,
  assessable: boolean,
  comments: readonly Comment[],
  root: YamlNode | undefined,
): PlanDocument {
  return {
    ...read,
    plan,
    problems: sortProblems(log.problems),
    unreadablePaths: indexUnreadablePaths(log.unreadablePaths),
    assessable,
    comments,
    tree: root,
    rangeOf: (path, part) => (root === undefined ? undefined : findRange(root, path, part)),
    pathAt: (offset) => (root === undefined ? undefined : findPath(root, offset)),
  };
}
