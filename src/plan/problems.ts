/**
 * Lists the possible problems of a plan's text: codes with typed arguments. `messages` has the words. Arguments that
 * are words (`expected`, `why`, `detail`, the noun of `where`) are translated already.
 */
import type { ConfigProblem } from '../engine/catalog/readConfig';
import type { KeyPath } from '../engine/plan/plan';
import type { TextEdit } from './edit/textEdit';
import type { BenchmarkProblem } from './planFiles';
import type { Range } from './range';

/** Reason why a value that looks right is read differently from its intention. */
export type Trap =
  /** Comma as the decimal point: `1,5s`. */
  | 'decimal-comma'
  /** Comment without a space before its sign: `8# slots`. */
  | 'comment'
  /** Unit that could be a minute or a month: `50/m`. */
  | 'minute-or-month'
  /** Unit of bits instead of bytes: `24 Gb`. */
  | 'bits'
  /** Count with an unclear `m`: `1m`. */
  | 'thousandth-or-million'
  /** Range instead of a value: `1s-2s`. */
  | 'range';

/** Name of a map in findings: the workload, or a scenario with its name. */
export interface Where {
  readonly noun: string;
  readonly name?: string;
}

export interface ProblemArgs {
  /** Fault, and mostly how to mend it: a sentence without its full stop. */
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
    /** Accepted keys that are not there yet. */
    readonly accepted: readonly string[];
    /** The entry as the format has it, for a word of other programs: `gpusPerServer: 4`. */
    readonly mended?: string | undefined;
    /** Key of a scenario that the word means, if it does not belong here. */
    readonly ofScenario?: string | undefined;
  };
  /** File that a plan names and that cannot be used. */
  'plan.file': { readonly file: string; readonly problem: BenchmarkProblem | ConfigProblem };
  'plan.missing-key': {
    readonly keys: readonly string[];
    /** Number needed: all of them, one of them, or at least one of them. */
    readonly need: 'all' | 'one' | 'any';
    readonly where: Where;
    readonly why: string | undefined;
    /** Unknown key that was most likely written in their place. */
    readonly instead: { readonly key: string; readonly suggestion: string | undefined } | undefined;
  };
  /** Percentile that is not written as the format does: `ttftP95: <500ms`. */
  'plan.percentile': { readonly found: string; readonly mended: string };
  /** Rate of tokens in the place of one of requests: `74.1 tokens/s`. */
  'plan.token-rate': {
    readonly found: string;
    readonly key: string;
    /** Mean tokens of an answer, if stated. */
    readonly tokens: number | undefined;
    /** The same as a rate of requests, as the plan writes it. */
    readonly requests: string | undefined;
    /** Time per token of one stream, as the plan writes it. */
    readonly tpot: string | undefined;
  };
  /** Word that YAML reads in `latency:<1s`: the colon has no space after it. */
  'plan.missing-space': { readonly found: string; readonly mended: string };
  'plan.duplicate-key': { readonly key: string };
  /** `found` is `nothing` for an empty value, which is no text, and a scalar is in backticks. */
  'plan.wrong-type': { readonly found: string; readonly expected: string; readonly key: string };
  /** Value that is not a choice or a valid spelling. */
  'plan.value': {
    readonly found: string;
    readonly key: string;
    readonly expected: string;
    /** All choices, if they are few. */
    readonly choices: readonly string[];
    /** Spelling of this field. Undefined if the choices or the suggestion are enough. */
    readonly example: string | undefined;
    /** Value that was most likely intended, in a valid spelling. */
    readonly suggestion: string | undefined;
    readonly trap: Trap | undefined;
  };
  'plan.unit': {
    readonly found: string;
    readonly key: string;
    readonly problem: 'missing' | 'unknown' | 'wrong-kind';
    readonly units: readonly string[];
    /**
     * Valid spellings. For a number without a unit, they have each possible unit. For all else, they equal the
     * written value exactly.
     */
    readonly suggestions: readonly string[];
    /** Spelling of this field. */
    readonly example: string;
    readonly trap: Trap | undefined;
  };
  /** Count written as `1.000`: it could be one or a thousand. */
  'plan.ambiguous': {
    readonly found: string;
    readonly key: string;
    /** Value with the point as a decimal point, as YAML reads it. */
    readonly decimal: string;
    /** Unambiguous spellings of its possible meanings. */
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
  /** Value cut by YAML at a comma: `{ price: $1,200/month }`. */
  'plan.flow-comma': { readonly key: string; readonly found: string; readonly mended: string };
}

export type ProblemCode = keyof ProblemArgs;

export type PlanProblem = {
  readonly [C in ProblemCode]: {
    readonly code: C;
    readonly range: Range;
    readonly args: ProblemArgs[C];
    /** Path that it is about, for machines. Undefined if the text is not read that far. */
    readonly path?: KeyPath;
    readonly related?: readonly Range[];
    /** Ways to mend it, each as changes of the text; the likeliest first. */
    readonly fixes?: readonly (readonly TextEdit[])[];
  };
}[ProblemCode];
