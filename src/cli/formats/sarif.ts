/** Writes findings as SARIF 2.1.0, which code scanning services read. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { REPLACEMENT } from '../../messages/printable';
import type { Severity } from '../../lint/finding';
import { RULE_CATALOG, type RuleInfo } from '../../lint/ruleCatalog';
import {
  describeFindings,
  type CheckedFile,
  type DescribedFinding,
  type Span,
} from './checkedFile';

export function sarifLog(checked: readonly CheckedFile[], toolVersion: string) {
  const rules = [...RULE_CATALOG.values()];
  const indexOf = new Map<string, number>(rules.map(({ code }, index) => [code, index]));
  return {
    $schema:
      'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'capacity-plan',
            semanticVersion: toolVersion,
            informationUri: 'https://github.com/capacity-plan/capacity-plan',
            rules: rules.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: checked.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results: checked.flatMap(({ file, analysis }, index) =>
          describeFindings(analysis).map((found) =>
            resultOf(found, { uri: uriOf(file), index }, indexOf.get(found.finding.code)),
          ),
        ),
      },
    ],
  };
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

interface Artifact {
  readonly uri: string;
  readonly index: number;
}

function ruleOf({ code, title, url, defaultSeverity }: RuleInfo) {
  return {
    id: code,
    shortDescription: { text: `${title}.` },
    helpUri: url,
    defaultConfiguration: { level: LEVELS[defaultSeverity] },
  };
}

function resultOf(
  { finding, message, span, related }: DescribedFinding,
  artifact: Artifact,
  ruleIndex: number | undefined,
) {
  return {
    ruleId: finding.code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: withoutLinks(message) },
    locations: [{ physicalLocation: placeOf(artifact, span) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each, id) => ({
            id,
            message: { text: withoutLinks(each.message) },
            physicalLocation: placeOf(artifact, each.span),
          })),
        }),
  };
}

function placeOf({ uri, index }: Artifact, span: Span) {
  return {
    artifactLocation: { uri, index },
    region: {
      startLine: span.line,
      startColumn: span.column,
      endLine: span.endLine,
      endColumn: span.endColumn,
    },
  };
}

/** Escapes `[text](address)` with backslashes, so that viewers make no link of it (SARIF 2.1.0, section 3.11.6). */
function withoutLinks(message: string): string {
  return message.includes('](') ? message.replace(/[[\]\\]/g, '\\$&') : message;
}

/** Returns the URI of a file. Relative ones stay so: a service resolves them against the repository's root. */
function uriOf(file: string): string {
  if (file === '<stdin>') return 'stdin';
  const name = file.replace(/\p{Cs}/gu, REPLACEMENT); // half of a surrogate pair has no escape
  if (isAbsolute(name)) return pathToFileURL(name).href;
  return name.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
