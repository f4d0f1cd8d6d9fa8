/** What can be wrong with a plan's text: a code with typed arguments; the catalogue has the words. */
import type { Range } from './document';

export interface ProblemArgs {
  /** The YAML library's own words, first line only. */
  'plan.syntax': { readonly detail: string };
  'plan.empty': Record<never, never>;
  'plan.too-large': { readonly what: 'bytes' | 'aliases' | 'depth'; readonly limit: number };
  'plan.not-text': Record<never, never>;
  'plan.multiple-documents': { readonly count: number };
  'plan.version': { readonly found: string; readonly supported: number };
  'plan.unknown-key': {
    readonly key: string;
    readonly where: string;
    readonly suggestion: string | undefined;
    readonly accepted: readonly string[];
  };
  'plan.missing-key': {
    readonly keys: readonly string[];
    readonly where: string;
    readonly why: string | undefined;
  };
  'plan.duplicate-key': { readonly key: string };
  'plan.wrong-type': { readonly found: string; readonly expected: string; readonly key: string };
  /** No such choice, unit or spelling: `accepted` says what is, `suggestion` the nearest. */
  'plan.value': {
    readonly found: string;
    readonly key: string;
    readonly expected: string;
    readonly accepted: readonly string[];
    readonly suggestion: string | undefined;
  };
  'plan.unit': {
    readonly found: string;
    readonly key: string;
    readonly problem: 'missing' | 'unknown' | 'wrong-kind';
    readonly accepted: readonly string[];
    readonly example: string;
  };
  'plan.out-of-range': { readonly found: string; readonly key: string; readonly expected: string };
  'plan.unknown-reference': {
    readonly name: string;
    readonly kind: 'engine' | 'node' | 'target';
    readonly suggestion: string | undefined;
    readonly known: readonly string[];
  };
  'plan.alias': { readonly name: string; readonly problem: 'unknown' | 'cycle' };
  'plan.conflict': { readonly keys: readonly string[]; readonly where: string };
  /** `{ price: $1,200/month }`: YAML cuts at the comma. */
  'plan.flow-comma': { readonly key: string; readonly found: string; readonly mended: string };
}

export type ProblemCode = keyof ProblemArgs;

export type PlanProblem = {
  readonly [C in ProblemCode]: {
    readonly code: C;
    readonly range: Range;
    readonly args: ProblemArgs[C];
    readonly related?: readonly Range[];
  };
}[ProblemCode];
