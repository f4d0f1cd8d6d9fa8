/** What the reader finds wrong with a text, as rules: severity and title of each. */
import type { ProblemCode } from '../plan/problems';
import type { Severity } from './severity';

/** Severity of each problem. An unreadable plan or unusable value is an error: figures then lack that input. */
export const SEVERITY_OF_PROBLEM: Readonly<Record<ProblemCode, Severity>> = {
  'plan.syntax': 'error',
  'plan.empty': 'information',
  'plan.too-large': 'error',
  'plan.not-text': 'error',
  'plan.not-utf8': 'warning',
  'plan.multiple-documents': 'error',
  'plan.version': 'error',
  'plan.unknown-key': 'warning',
  'plan.missing-key': 'error',
  'plan.percentile': 'error',
  'plan.missing-space': 'error',
  'plan.duplicate-key': 'error',
  'plan.wrong-type': 'error',
  'plan.value': 'error',
  'plan.unit': 'error',
  'plan.file': 'error',
  'plan.token-rate': 'error',
  'plan.ambiguous': 'error',
  'plan.out-of-range': 'error',
  'plan.unknown-reference': 'error',
  'plan.alias': 'error',
  'plan.conflict': 'error',
  'plan.flow-comma': 'error',
};

/** Title of one line for lists of rules. */
export const TITLE_OF_PROBLEM: Readonly<Record<ProblemCode, string>> = {
  'plan.syntax': 'The text is not YAML',
  'plan.empty': 'The file is empty',
  'plan.too-large': 'The file is too large, or too deeply nested',
  'plan.not-text': 'The file is not text',
  'plan.not-utf8': 'The file is not UTF-8',
  'plan.multiple-documents': 'The file holds several YAML documents',
  'plan.version': 'The plan is of a later version of the format',
  'plan.unknown-key': 'A key that the format does not know',
  'plan.missing-key': 'A key that is needed is missing',
  'plan.percentile': 'A percentile written in another form',
  'plan.missing-space': 'A colon without a space behind it',
  'plan.duplicate-key': 'A key is there twice',
  'plan.wrong-type': 'A map, a list or a value in place of another',
  'plan.value': 'A value that cannot be read',
  'plan.unit': 'A unit is missing, unknown or of the wrong kind',
  'plan.file': 'A file that the plan names cannot be used',
  'plan.token-rate': 'A rate of tokens in place of a rate of requests',
  'plan.ambiguous': 'A number that could be a thousand times larger',
  'plan.out-of-range': 'A value that cannot be true',
  'plan.unknown-reference': 'A name that the plan does not define',
  'plan.alias': 'An alias without its anchor, or inside it',
  'plan.conflict': 'Two keys that exclude each other',
  'plan.flow-comma': 'A comma in braces cuts a value in two',
};
