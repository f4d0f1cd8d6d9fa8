/** What machines read: GitHub's workflow commands, JSON, SARIF. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { RULE_CATALOG } from '../../../src/lint/ruleCatalog';
import { formatGithub } from '../../../src/cli/formats/github';
import { sarifLog } from '../../../src/cli/formats/sarif';
import { BROKEN, MISSING } from './plans';
import { EXAMPLE, ROOT } from './runCli';
import { runInProcess as run } from './runInProcess';
import { strictSchema } from './strictSchema';

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false, // a pattern of the SARIF schema is none with it
});

describe('github', () => {
  test('one annotation a finding, on its line', async () => {
    const { out } = await run(['check', '--format', 'github', EXAMPLE]);
    const error = out.split('\n').find((line) => line.startsWith('::error '));
    expect(error).toMatch(
      /^::error file=examples\/ollama-1000-users\.capacity\.yaml,line=37,endLine=37,col=57,endColumn=57,title=Capacity Plan%3A target\.latency-missed::`B` misses/,
    );
    expect(
      out.split('\n').every((line) => line === '' || /^::(error|warning|notice) /.test(line)),
    ).toBe(true);
  });

  test('what could end a command early is escaped', () => {
    const text = MISSING.replace('  A:', '  "100%,:: \\r\\n::error::x":');
    const out = formatGithub([{ file: 'a,b:c%.yaml', analysis: analyzePlan(text) }]);
    expect(out).toContain('file=a%2Cb%3Ac%25.yaml,');
    expect(
      out
        .trimEnd()
        .split('\n')
        .every((line) => line.startsWith('::')),
    ).toBe(true);
    expect(out).not.toContain('\r');
    expect(out).toContain('100%25,');
  });
});

describe('json', () => {
  test('has its version and follows its schema, with nothing that the schema does not know', async () => {
    const { out } = await run(['check', '--format', 'json', EXAMPLE, '-'], { stdin: BROKEN });
    const json = JSON.parse(out) as {
      version: number;
      failed: boolean;
      files: { assessed: boolean }[];
    };
    const validate = ajv.compile(strictSchema('capacity-plan-check.schema.json'));
    validate(json);
    expect(validate.errors).toBeNull();
    expect(json).toMatchObject({ version: 1, failed: true, counts: { warning: 3 } });
    expect(json.files.map(({ assessed }) => assessed)).toEqual([true, false]);
  });
});

interface SarifLog {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly helpUri: string;
          readonly defaultConfiguration: { readonly level: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly relatedLocations?: readonly unknown[];
    }[];
  }[];
}

describe('sarif', () => {
  const schema = JSON.parse(
    readFileSync(join(ROOT, 'test', 'data', 'sarif', 'sarif-schema-2.1.0.json'), 'utf8'),
  ) as object;
  const validate = ajv.compile(schema);

  test('follows the official schema of 2.1.0', async () => {
    const { out, code } = await run(['check', '--format', 'sarif', EXAMPLE, '-'], {
      stdin: BROKEN,
    });
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
    expect(code).toBe(1);
  });

  test('follows it for any name of a file and without findings', () => {
    const analysis = analyzePlan(MISSING);
    for (const file of ['/tmp/a b.yaml', 'a b#c?.yaml', '<stdin>', 'ü/%.yaml']) {
      validate(JSON.parse(JSON.stringify(sarifLog([{ file, analysis }], '0.0.0'))));
      expect(validate.errors).toBeNull();
    }
    validate(JSON.parse(JSON.stringify(sarifLog([], '0.0.0'))));
    expect(validate.errors).toBeNull();
  });

  test('describes every rule, and results refer to theirs', async () => {
    const { out } = await run(['check', '--format', 'sarif', EXAMPLE]);
    const [sarifRun] = (JSON.parse(out) as SarifLog).runs;
    const rules = sarifRun?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual([...RULE_CATALOG.keys()]);
    expect(rules.every(({ helpUri }) => /^https:.*#\w/.test(helpUri))).toBe(true);
    const results = sarifRun?.results ?? [];
    expect(results.every(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id === ruleId)).toBe(true);
    const missed = results.find(({ ruleId }) => ruleId === 'target.latency-missed');
    expect(missed?.level).toBe('error');
    expect(missed?.relatedLocations?.length).toBeGreaterThan(0);
  });
});
