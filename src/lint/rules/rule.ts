/** What a rule is: it reads the assessment and reports places of the plan, by path, with arguments. */
import type { Assessment } from '../../engine/assess/assessment';
import type { KeyPath } from '../../engine/plan/plan';
import type { PathPart, PlanDocument } from '../../plan/document';
import type { Range } from '../../plan/range';
import type {
  Finding,
  FindingArgs,
  FindingOf,
  RelatedPlace,
  RelatedRole,
  RuleCode,
  Severity,
} from '../finding';

export interface RuleContext {
  readonly document: PlanDocument;
  readonly assessment: Assessment;
  /** The day that it is, as an ISO date; undefined where the caller does not say. */
  readonly asOf?: string | undefined;
}

export interface Rule {
  readonly code: RuleCode;
  readonly defaultSeverity: Severity;
  /** One line for lists of rules. */
  readonly title: string;
  readonly find: (context: RuleContext, severity: Severity) => readonly Finding[];
}

export interface Place {
  readonly path: KeyPath;
  readonly part: PathPart;
}

export interface Report<C extends RuleCode> {
  readonly at: Place;
  readonly args: FindingArgs[C];
  readonly related?: readonly RelatedReport[];
  /** What the report follows from the absence of: nothing is said where it stands there and could not be read. */
  readonly absent?: readonly KeyPath[];
}

interface Said<C extends RuleCode> extends Pick<Report<C>, 'at' | 'args'> {
  readonly related: readonly RelatedReport[] | undefined;
}

export interface RelatedReport {
  readonly at: Place;
  readonly role: RelatedRole;
  readonly name?: string | undefined;
}

interface RuleDefinition<C extends RuleCode> {
  readonly code: C;
  readonly defaultSeverity: Severity;
  readonly title: string;
  readonly check: (context: RuleContext) => Iterable<Report<C>>;
}

export function defineRule<C extends RuleCode>(definition: RuleDefinition<C>): Rule {
  const { code, defaultSeverity, title, check } = definition;
  const find = (context: RuleContext, severity: Severity): readonly Finding[] => {
    const { document } = context;
    const isSaid = ({ absent = [] }: Report<C>): boolean =>
      !absent.some(
        (path) => document.unreadablePaths.has(path) || document.unreadablePaths.hasPartOf(path),
      );
    const reports: Said<C>[] = [];
    for (const report of check(context)) {
      const { at, args, related } = report;
      // without what it is absent of: that may be as long as an engine has observations
      if (isSaid(report)) reports.push({ at, args, related });
    }
    // of most rules, on most keystrokes
    if (reports.length === 0) return NOTHING;
    const relatedPlace = placeFinder(document);
    return reports.map(({ at, args, related = [] }) => {
      const finding = {
        code,
        severity,
        range: rangeOf(document, at),
        args,
        related: related.map(relatedPlace),
        path: at.path,
      };
      // `code` and `args` belong together, which the compiler cannot see through the type parameter.
      return finding as FindingOf<RuleCode>;
    });
  };
  return { code, defaultSeverity, title, find };
}

const NOTHING: readonly Finding[] = [];

/** The scalar behind a path. */
export function valueAt(path: KeyPath): Place {
  return { path, part: 'value' };
}

/** The key that a path ends with: the name of a scenario, say. */
export function keyAt(path: KeyPath): Place {
  return { path, part: 'key' };
}

/** Findings of one rule often follow from the same lines, which are looked up once. */
function placeFinder(document: PlanDocument): (report: RelatedReport) => RelatedPlace {
  const known = new Map<string, RelatedPlace>();
  return ({ at, role, name }) => {
    const id = `${at.part} ${at.path} ${role}`;
    let place = known.get(id);
    if (!place) {
      place = { range: rangeOf(document, at), role, name };
      known.set(id, place);
    }
    return place;
  };
}

const START: Range = { start: 0, end: 0 };

/** A list item has no key: then its value counts. */
function rangeOf(document: PlanDocument, { path, part }: Place): Range {
  return document.rangeOf(path, part) ?? document.rangeOf(path, 'value') ?? START;
}
