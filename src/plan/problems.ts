/** What can be wrong with a plan's text: a code with typed arguments; `messages` has the words. */
import type { KeyPath } from '../engine/plan/plan';
import type { Range } from './range';

/** Why something that looks right is not read as it is meant. */
export type Trap =
  /** `1,5s` */
  | 'decimal-comma'
  /** `8# slots`: no space before the sign of a comment */
  | 'comment'
  /** `50/m` */
  | 'minute-or-month'
  /** `24 Gb` */
  | 'bits'
  /** `1m` of what is counted */
  | 'thousandth-or-million'
  /** `1s-2s` */
  | 'range';

/** What findings call a map: the workload, or a scenario with its name. */
export interface Where {
  readonly noun: string;
  readonly name?: string;
}

export interface ProblemArgs {
  /** What is wrong, and mostly how to mend it: a sentence without its full stop. */
  'plan.syntax': { readonly detail: string };
  'plan.empty': Record<never, never>;
  'plan.too-large': { readonly what: 'bytes' | 'aliases' | 'depth'; readonly limit: number };
  'plan.not-text': Record<never, never>;
  'plan.not-utf8': Record<never, never>;
  'plan.multiple-documents': { readonly count: number };
  'plan.version': { readonly found: string; readonly supported: number };
  'plan.unknown-key': {
    readonly key: string;
    readonly where: Where;
    readonly suggestion: string | undefined;
    /** Those that are not there yet. */
    readonly accepted: readonly string[];
  };
  'plan.missing-key': {
    readonly keys: readonly string[];
    /** All of them, one of them, or at least one of them. */
    readonly need: 'all' | 'one' | 'any';
    readonly where: Where;
    readonly why: string | undefined;
    /** An unknown key that stands there, most likely in their place. */
    readonly instead: { readonly key: string; readonly suggestion: string | undefined } | undefined;
  };
  /** `latency:<1s`: YAML takes what has no space behind its colon for one word. */
  'plan.missing-space': { readonly found: string; readonly mended: string };
  'plan.duplicate-key': { readonly key: string };
  'plan.wrong-type': { readonly found: string; readonly expected: string; readonly key: string };
  /** No such choice or spelling. */
  'plan.value': {
    readonly found: string;
    readonly key: string;
    readonly expected: string;
    /** All that there is to choose from, where it is so little. */
    readonly choices: readonly string[];
    /** A spelling of the field's own; undefined where the choices or the suggestion say enough. */
    readonly example: string | undefined;
    /** What was most likely meant, in a spelling that is read. */
    readonly suggestion: string | undefined;
    readonly trap: Trap | undefined;
  };
  'plan.unit': {
    readonly found: string;
    readonly key: string;
    readonly problem: 'missing' | 'unknown' | 'wrong-kind';
    readonly units: readonly string[];
    /**
     * Spellings that are read. Of a number without a unit: it with each unit that it may have. Otherwise what
     * means the very same as what was written.
     */
    readonly suggestions: readonly string[];
    /** A spelling of the field's own. */
    readonly example: string;
    readonly trap: Trap | undefined;
  };
  /** `1.000` of something that is counted: one, or a thousand. */
  'plan.ambiguous': {
    readonly found: string;
    readonly key: string;
    /** With the point as a decimal point, which is how YAML has it. */
    readonly decimal: string;
    /** Spellings of what it may mean, of which there is no doubt. */
    readonly suggestions: readonly string[];
  };
  'plan.out-of-range': { readonly found: string; readonly key: string; readonly expected: string };
  'plan.unknown-reference': {
    readonly name: string;
    readonly kind: 'engine' | 'node' | 'target';
    readonly suggestion: string | undefined;
    readonly known: readonly string[];
  };
  'plan.alias': { readonly name: string; readonly problem: 'unknown' | 'cycle' };
  'plan.conflict': { readonly keys: readonly string[]; readonly where: Where };
  /** `{ price: $1,200/month }`: YAML cuts at the comma. */
  'plan.flow-comma': { readonly key: string; readonly found: string; readonly mended: string };
}

export type ProblemCode = keyof ProblemArgs;

export type PlanProblem = {
  readonly [C in ProblemCode]: {
    readonly code: C;
    readonly range: Range;
    readonly args: ProblemArgs[C];
    /** What it is about, for machines; undefined where the text is not that far yet. */
    readonly path?: KeyPath;
    readonly related?: readonly Range[];
  };
}[ProblemCode];
