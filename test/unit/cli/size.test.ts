import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROKEN, GOOD, MISSING, planFolder, type PlanFolder } from './plans';
import { EXAMPLE as EXAMPLE_TEXT, reportOf } from '../report/reportOf';
import { EXAMPLE, ROOT } from './runCli';
import { runInProcess as run } from './runInProcess';
import { strictSchema } from './strictSchema';

let folder: PlanFolder;
beforeAll(() => {
  folder = planFolder({ 'good.capacity.yaml': GOOD });
});
afterAll(() => folder.remove());

test('an empty plan has no figures: its finding says so', async () => {
  const { code, out, error } = await run(['size', '-'], { stdin: '# nothing yet\n' });
  expect([code, out]).toEqual([1, '']);
  expect(error).toMatch(/^<stdin>:1:1 information The plan is empty\./);
});

interface FigureJson {
  readonly value: number;
  readonly unit: string;
  readonly text: string;
  readonly derivation: { readonly text?: string; readonly inputs?: Record<string, unknown> };
}

interface SizeJson {
  readonly version: number;
  readonly scenarios: readonly {
    readonly name: string;
    readonly nodes: FigureJson;
    readonly latency: FigureJson;
    readonly cost: { readonly perHour: FigureJson };
    readonly verdicts: readonly { readonly target: string; readonly text: string }[];
    readonly dominatedBy: string | null;
  }[];
  readonly recommendations: readonly {
    readonly target: string;
    readonly overall: { readonly option: { readonly scenario: string } | null };
    readonly byEngine: readonly { readonly engine: string; readonly because: string | null }[];
  }[];
  readonly nextMeasurements: readonly { readonly engine: string; readonly load: number }[];
}

const golden = (name: string): string => join('test', 'golden', 'reports', name);
const MEMORY = readFileSync(join(ROOT, golden('memory.capacity.yaml')), 'utf8');

interface AdviceJson {
  readonly scenarios: readonly {
    readonly sensitivity: readonly {
      readonly text: string;
      readonly nodes: { readonly after: FigureJson };
      readonly costPerHour: { readonly after: FigureJson };
    }[];
  }[];
  readonly nextMeasurements: readonly {
    readonly atStakePerMonth: FigureJson | null;
    readonly command: {
      readonly server: string | null;
      readonly runs: readonly { readonly tool: string }[];
    };
  }[];
}

interface MemoryJson {
  readonly scenarios: readonly { readonly memory: object | null }[];
  readonly recommendations: readonly {
    readonly byEngine: readonly {
      readonly because: string | null;
      readonly option: { readonly slotsThatFit: FigureJson | null } | null;
    }[];
  }[];
}

/** The lines under a title. */
function blockOf(out: string, title: string): readonly string[] {
  const lines = out.split('\n');
  const start = lines.indexOf(title) + 1;
  return lines.slice(start, lines.indexOf('', start));
}

describe('size --json', () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(
    strictSchema('capacity-plan-size.schema.json'),
  );
  test.each([
    EXAMPLE,
    golden('open-workload.capacity.yaml'),
    golden('bare.capacity.yaml'),
    golden('queueing.capacity.yaml'),
    golden('hostile.capacity.yaml'),
    golden('broken.capacity.yaml'),
    golden('growth.capacity.yaml'),
    golden('memory.capacity.yaml'),
  ])('%s follows its schema, with nothing that the schema does not know', async (file) => {
    const { out } = await run(['size', '--json', file]);
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
  });

  test('has every figure of the first example, down to the lines of the plan', async () => {
    const { out, code } = await run(['size', '--json', EXAMPLE]);
    const json = JSON.parse(out) as SizeJson;
    expect(code).toBe(0);
    expect(json.version).toBe(1);
    const figures = json.scenarios.map(({ name, nodes, cost, latency, verdicts }) => [
      name,
      nodes.value,
      cost.perHour.value,
      latency.text,
      ...verdicts.map(({ text }) => text),
    ]);
    expect(figures).toEqual([
      ['A', 500, 750, '1.17 s', 'likely misses', 'meets, unverified'],
      ['B', 125, 187.5, '2.7 s', 'misses', 'meets, unverified'],
      ['C', 250, 375, '1.5 s', 'likely misses', 'meets, unverified'],
      ['V', 20, 30, 'below 1 s', 'meets, unverified', 'meets, unverified'],
    ]);
    const [, b] = json.scenarios;
    expect(b?.nodes).toMatchObject({
      unit: 'nodes',
      derivation: {
        formula: 'nodes.slots',
        text: '1,000 users / 8 slots = 125 nodes',
        inputs: {
          users: { value: 1000, derivation: { kind: 'stated', path: '/workload/users' } },
          parallel: { value: 8, derivation: { kind: 'stated', path: '/scenarios/B/parallel' } },
        },
      },
    });
    expect(json.scenarios.map(({ dominatedBy }) => dominatedBy)).toEqual(['V', null, 'V', null]);
    expect(json.recommendations.map(({ overall }) => overall.option?.scenario)).toEqual(['V', 'V']);
    expect(json.recommendations[0]?.byEngine[0]).toMatchObject({
      engine: 'ollama',
      because: 'misses',
    });
    expect(json.nextMeasurements.map(({ engine, load }) => [engine, load])).toEqual([
      ['vllm', 50],
      ['ollama', 8],
      ['ollama', 1],
    ]);
  });

  test('says what moves the cost, and how to take the next measurement', async () => {
    const { out } = await run(['size', '--json', EXAMPLE]);
    const { scenarios, nextMeasurements } = JSON.parse(out) as AdviceJson;
    const fewer = scenarios[1]?.sensitivity.find(({ text }) => text === '10% fewer users');
    expect(fewer?.nodes.after.derivation.text).toBe('900 users / 8 slots, rounded up = 113 nodes');
    expect(fewer?.costPerHour.after.value).toBe(169.5);
    const [first] = nextMeasurements;
    expect(first?.atStakePerMonth?.value).toBe(114975);
    expect(first?.command.server).toBe('vllm serve MODEL --max-num-seqs 50');
    expect(first?.command.runs.map(({ tool }) => tool)).toEqual(['vllm bench serve', 'GuideLLM']);
  });

  test('has the memory of each scenario, and what memory ruled out', async () => {
    const { out } = await run(['size', '--json', golden('memory.capacity.yaml')]);
    const { scenarios, recommendations } = JSON.parse(out) as MemoryJson;
    const [auto, many, , , unknown] = scenarios;
    expect(auto?.memory).toMatchObject({ fits: true, largestParallel: { value: 16 } });
    expect(many?.memory).toMatchObject({
      fits: false,
      needed: {
        unit: 'bytes',
        text: '68.6 GiB',
        derivation: { text: '4.57 GiB of weights + 64 GiB of KV cache = 68.6 GiB' },
      },
      memory: { value: 23_654_532_382.72 },
      overhead: { value: 741_867_520 },
      largestContext: { text: '2,099 tokens' },
    });
    expect(unknown?.memory).toBeNull();
    const answers = recommendations[0]?.byEngine.map(({ because, option }) => [
      because,
      option?.slotsThatFit?.value,
    ]);
    expect(answers).toEqual([
      [null, 16],
      [null, 41],
      ['memory', undefined],
      [null, undefined],
    ]);
  });

  test('a text that is no plan: exit code 1, and its findings', async () => {
    const { out, code } = await run(['size', '--json', '-'], { stdin: BROKEN });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ assessed: false, scenarios: [] });
  });
});

describe('size', () => {
  test('an aligned table, the recommendations and what to measure next', async () => {
    const { out } = await run(['size', EXAMPLE]);
    const lines = out.split('\n');
    const head = lines.find((line) => line.startsWith('Scenario')) ?? '';
    const rows = lines.filter((line) => /^[ABCV] /.test(line));
    expect(rows).toHaveLength(4);
    expect(rows.map((row) => row.indexOf('✗') > 0 || row.indexOf('✓') > 0)).not.toContain(false);
    const strictAt = head.indexOf('strict');
    expect(new Set(rows.map((row) => row.slice(strictAt, strictAt + 1)))).toEqual(
      new Set(['✗', '✓']),
    );
    expect(out).toContain(
      '  strict: vllm with parallel 50 on 20 nodes, $30/h, below 1 s (reported)',
    );
    expect(out).toContain('  3. ollama with 1 in flight on one server');
    expect(out).not.toMatch(/ $/m);
  });

  test('what does not fit into memory has a line, and what memory ruled out is said', async () => {
    const { out } = await run(['size', golden('memory.capacity.yaml')]);
    expect(blockOf(out, 'Does not, or may not, fit into memory')).toEqual([
      '  many: 4.57 GiB of weights + 64 GiB of KV cache of 21.3 GiB on a server; the largest that fits: `parallel: 16` or a `context` of 2,099 tokens with `parallel` as it is',
      '  too-large: 61 GiB of weights + 500 MiB of KV cache of 18.7 GiB on a server; not even one slot fits',
    ]);
    const [onlyOllama = ''] = MEMORY.split('  vllm: {');
    const small = `${onlyOllama}scenarios: { auto: { engine: ollama, parallel: auto } }\n`;
    const limited = await run(['size', '-'], { stdin: small });
    expect(limited.out).not.toContain('Does not fit');
    expect(blockOf(limited.out, 'Cheapest')[0]).toMatch(
      /^ {2}patient: ollama with parallel 16 on 20 nodes, .*; `parallel` above 16 does not fit into a server’s memory$/,
    );
    const none = await run(['size', '-'], {
      stdin: small.replace('gpu: L4', 'gpu: L4, memory: 5 GB'),
    });
    expect(blockOf(none.out, 'Cheapest')).toEqual([
      '  patient: nothing meets it: not even one slot fits into a server’s memory',
    ]);
  });

  test('the figures behind verdicts on more than the mean latency have a line each', async () => {
    const { out } = await run(['size', join('examples', 'vllm-chat-tails.capacity.yaml')]);
    const [p95, ttft, tpot] = blockOf(out, 'By objective: chat').slice(-3);
    expect(p95).toMatch(
      /^ {2}full +p95 <8 s \(limiting\) +✗ misses +[\d.]+ s \(measured.*\), proven by 32 in flight: 8.1 s$/,
    );
    expect(ttft).toMatch(/^ +ttft <500 ms +✓\? meets.* [\d.]+ ms \(/);
    expect(tpot).toMatch(/^ +tpot <30 ms +✗\?? .*misses +[\d.]+ ms \(/);
    expect((await run(['size', EXAMPLE])).out).not.toContain('By objective');
  });

  test('growth and the hours of a day have a line for each scenario', async () => {
    const { out } = await run(['size', golden('growth.capacity.yaml')]);
    const [sized, , generous, short] = blockOf(out, 'Growth');
    expect(sized).toBe(
      '  sized: about 50 nodes, about $75/h in 12 months; today’s nodes last until month 1: it has more concurrent requests than slots; about $534k in all if sized each month',
    );
    expect(generous).toContain('; today’s nodes last for 6 months;');
    expect(short).toContain('; too few nodes already: it has more concurrent requests than');
    expect(blockOf(out, 'By hour')[0]).toBe(
      '  sized: fixed $33.9k/month, scheduled $15.6k/month, autoscaled $17.2k/month (stated, typical day)',
    );
    const plain = await run(['size', EXAMPLE]);
    expect(plain.out).not.toMatch(/^(Growth|By hour)$/m);
  });

  test.each([['size'], ['size', '--json'], ['report']])(
    '%s %s: what could not be read is an error that is printed, and the rest is there',
    async (...command) => {
      const stdin = GOOD.concat('  B: { engine: none, parallel: 8 }\n');
      const unread = await run([...command, '-'], { stdin });
      expect(unread.code).toBe(1);
      expect(unread.out).toContain('ollama');
      expect(unread.error).toMatch(/^<stdin>:15:16 error .*plan\.unknown-reference\n/);
      expect(unread.error).toMatch(/1 error in 1 file\n$/);
      const list = await run([...command, '-'], { stdin: '[a, b]\n' });
      expect(list.code).toBe(1);
      expect(list.error).toContain('plan.wrong-type');
      const lowered = ['--rule', 'plan.unknown-reference=warning'];
      expect(await run([...command, ...lowered, '-'], { stdin })).toMatchObject({
        code: 0,
        error: '',
      });
    },
  );

  test('a missed target is a result, not an error of reading', async () => {
    expect(await run(['size', '-'], { stdin: MISSING })).toMatchObject({ code: 0, error: '' });
    expect(await run(['report', '-'], { stdin: MISSING })).toMatchObject({ code: 0, error: '' });
  });

  test('takes one file', async () => {
    expect((await run(['size', EXAMPLE, EXAMPLE])).code).toBe(2);
    expect((await run(['size'])).code).toBe(2);
  });
});

describe('report', () => {
  test('writes to standard output, or to a file', async () => {
    const report = reportOf(EXAMPLE_TEXT, 'ollama-1000-users.capacity.yaml');
    expect(await run(['report', EXAMPLE])).toEqual({ code: 0, out: report, error: '' });
    const file = join(folder.path, 'report.md');
    const toFile = ['report', EXAMPLE, '--charts', 'mermaid', '--out', file];
    expect(await run(toFile)).toEqual({ code: 0, out: '', error: '' });
    expect(readFileSync(file, 'utf8')).toBe(report);
  });

  test('of standard input', async () => {
    const { code, out } = await run(['report', '-'], { stdin: GOOD });
    expect(code).toBe(0);
    expect(out).toMatch(/^# Capacity report of <stdin>|^# Capacity report of &lt;stdin>/);
  });

  test('of a text that is no plan is short, with exit code 1', async () => {
    const { code, out } = await run(['report', '-'], { stdin: BROKEN });
    expect(code).toBe(1);
    expect(out).toContain('could not be read as a plan');
  });

  test('cannot be written where there is no folder', async () => {
    const { code, error } = await run([
      'report',
      EXAMPLE,
      '--out',
      join(folder.path, 'no', 'x.md'),
    ]);
    expect(code).toBe(2);
    expect(error).toMatch(/^capacity-plan: cannot write .*x\.[\w.-]+: /);
  });
});
