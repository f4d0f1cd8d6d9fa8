/** Writes a finding as JSON: rule, severity, message, place and related lines. */
import type { Severity } from '../../lint/finding';
import type { DescribedFinding, Span } from '../formats/checkedFile';

export interface FindingJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Key path (a JSON Pointer) of the finding's subject, or null for syntax. */
  readonly path: string | null;
  readonly span: Span;
  /** Lines that it follows from. */
  readonly related: readonly { readonly message: string; readonly span: Span }[];
}

export function findingJson({ finding, message, span, related }: DescribedFinding): FindingJson {
  const { code, severity, path } = finding;
  return { code, severity, message, path: path ?? null, span, related };
}
