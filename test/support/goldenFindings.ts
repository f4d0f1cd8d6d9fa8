/** Collects what every plan of the repository is told: golden plans, those of reports, shared plans and examples. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzePlan } from '../../src/lint/analyzePlan';
import type { RuleCode } from '../../src/lint/finding';
import { describeFinding } from '../../src/messages/findings';
import { GOLDEN_DAY, withoutExpectations } from './goldenPlan';

const FOLDERS = ['test/golden/plans', 'test/golden/reports', 'test/plans', 'examples'];

export interface GoldenFinding {
  readonly code: RuleCode;
  readonly message: string;
}

/** Returns each message once. Plans with hostile names are left out. */
export function findingsOfGoldens(root = '.'): readonly GoldenFinding[] {
  const byMessage = new Map<string, GoldenFinding>();
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(root, folder))) {
      if (!name.endsWith('.capacity.yaml') || name.startsWith('hostile')) continue;
      const text = withoutExpectations(readFileSync(join(root, folder, name), 'utf8'));
      for (const finding of analyzePlan(text, { asOf: GOLDEN_DAY }).findings) {
        const message = describeFinding(finding);
        byMessage.set(message, { code: finding.code, message });
      }
    }
  }
  return [...byMessage.values()];
}
