/** What a rule is: it reads the assessment and reports places of the plan, by path, with arguments. */
import type { Assessment } from '../../../engine/assess/assessment';
import type { KeyPath } from '../../../engine/plan/plan';
import type { PathPart, PlanDocument } from '../../../plan/document';
import type { Range } from '../../../plan/range';
import type { PlacedFinding, RelatedPlace, RelatedRole } from '../../placedFinding';
import type { Severity } from '../../severity';

export interface RuleContext {
  readonly document: PlanDocument;
  readonly assessment: Assessment;
  /** The day that it is, as an ISO date; undefined where the caller does not say. */
  readonly asOf?: string | undefined;
}

/** A rule with code `C`, whose findings have arguments `A`: those that its words need. */
export interface Rule<C extends string, A> {
  readonly code: C;
  readonly defaultSeverity: Severity;
  /** One line for lists of rules. */
  readonly title: string;
  readonly find: (context: RuleContext, severity: Severity) => readonly PlacedFinding<C, A>[];
}

export type ArgsOf<R> = R extends Rule<string, infer A> ? A : never;

export interface Place {
  readonly path: KeyPath;
  readonly part: PathPart;
}

export interface Report<A> {
  readonly at: Place;
  readonly args: A;
  readonly related?: readonly RelatedReport[];
  /** What the report follows from the absence of: nothing is said where it stands there and could not be read. */
  readonly absent?: readonly KeyPath[];
}

export type Reports<A> = Iterable<Report<A>>;

interface Said<A> extends Pick<Report<A>, 'at' | 'args'> {
  readonly related: readonly RelatedReport[] | undefined;
}

export interface RelatedReport {
  readonly at: Place;
  readonly role: RelatedRole;
  readonly name?: string | undefined;
}

interface RuleDefinition<C extends string, A> {
  readonly code: C;
  readonly defaultSeverity: Severity;
  readonly title: string;
  /** Its declared result, such as `Reports<PriceStaleArgs>`, gives the findings their arguments. */
  readonly check: (context: RuleContext) => Reports<A>;
}

export function defineRule<C extends string, A>(definition: RuleDefinition<C, A>): Rule<C, A> {
  const { code, defaultSeverity, title, check } = definition;
  const find = (context: RuleContext, severity: Severity): readonly PlacedFinding<C, A>[] => {
    const { document } = context;
    const isSaid = ({ absent = [] }: Report<A>): boolean =>
      !absent.some(
        (path) => document.unreadablePaths.has(path) || document.unreadablePaths.hasPartOf(path),
      );
    const reports: Said<A>[] = [];
    for (const report of check(context)) {
      const { at, args, related } = report;
      // without what it is absent of: that may be as long as an engine has observations
      if (isSaid(report)) reports.push({ at, args, related });
    }
    // of most rules, on most keystrokes
    if (reports.length === 0) return NOTHING;
    const relatedPlace = placeFinder(document);
    return reports.map(({ at, args, related = [] }) => ({
      code,
      severity,
      range: rangeOf(document, at),
      args,
      related: related.map(relatedPlace),
      path: at.path,
    }));
  };
  return { code, defaultSeverity, title, find };
}

const NOTHING: readonly never[] = [];

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
