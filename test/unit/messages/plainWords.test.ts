import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REASONS, type VerdictReason } from '../../../src/engine/figure/reasons';
import { NO_ANSWER } from '../../../src/messages/answers';
import { BADGE_MEANINGS, CAVEAT_WORDS } from '../../../src/messages/provenance';
import { describeReason, NOT_SIZED_WORDS } from '../../../src/messages/verdictReasons';
import { findingsOfGoldens } from '../../support/goldenFindings';
import { faultsOf, proseOf, withoutCode } from '../../support/plainWords';

const messages = findingsOfGoldens();

/** Verdicts of messages about figures. Those on the text say what is wrong with it in other words. */
const VERDICT =
  /miss|meet|exceed|cannot|can’t|out of reach|undecided|contradict|burst|dated|days old|failed|ran only|queue|counts as|disagree|drifted|falls|faster|concurrent|overloaded|has one slot|no node|no spare|turns|cheaper|runs|benchmarked|no date|does nothing|does not fit|do not fit|too long|takes no more|tokens a request|for a token|compute|without|unused|too many|targets are compared|unknown|may not fit|not start/i;

describe('findings', () => {
  test.for(messages)('$code: $message', ({ message, code }) => {
    expect(faultsOf(message)).toEqual([]);
    const head = Array.from(message).slice(0, 80).join('');
    if (code !== 'plan.syntax') expect(head).toMatch(/\d|`/);
    if (!code.startsWith('plan.')) expect(withoutCode(head)).toMatch(VERDICT);
  });

  test('about figures have a number in front', () => {
    const without = messages
      .filter(({ code }) => /^(target|observation|memory)\./.test(code))
      .filter(({ message }) => !/\d/.test(Array.from(message).slice(0, 80).join('')));
    expect(without).toEqual([]);
  });
});

const reasons = Object.keys(REASONS) as VerdictReason[];
const kinds = ['latency', 'p95', 'ttft', 'tpot', 'ttft.p95', 'budget', 'rejected'] as const;
const texts = [
  ...Object.values(CAVEAT_WORDS),
  ...Object.values(BADGE_MEANINGS),
  ...Object.values(NO_ANSWER),
  ...Object.values(NOT_SIZED_WORDS),
  ...reasons.flatMap((reason) =>
    kinds.map((kind) =>
      describeReason(reason, {
        objective:
          kind === 'budget'
            ? { kind, limitPerHour: 1, per: 'hour', currency: 'USD', strict: true, path: '' }
            : kind === 'rejected'
              ? { kind, limitShare: 0.01, strict: true, path: '' }
              : { kind, limitSeconds: 1, strict: true, path: '' },
        outcome: 'meets',
        verified: false,
        reasons: [reason],
        figure: undefined,
        band: undefined,
        proof: undefined,
        proofFigure: undefined,
      }),
    ),
  ),
];

test.for([...new Set(texts)])('%s', (text) => {
  expect(faultsOf(text)).toEqual([]);
});

describe('docs', () => {
  test.for(['README.md', 'docs/rules.md', 'docs/engine.md', 'docs/cli.md', 'docs/format.md'])(
    '%s',
    (path) => {
      expect(proseOf(readFileSync(path, 'utf8')).flatMap(faultsOf)).toEqual([]);
    },
  );

  test('explain each badge', () => {
    const page = readFileSync('docs/rules.md', 'utf8');
    for (const [badge, meaning] of Object.entries(BADGE_MEANINGS)) {
      expect(page).toContain(`| ${badge} | ${meaning} |`);
    }
  });
});
