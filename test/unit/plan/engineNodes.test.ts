/** Engines that run on one of several node types with the same GPUs. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/engine/assess/assess';
import { completionsAt } from '../../../src/language/completion';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { readPlan } from '../../../src/plan/readPlan';
import { renderReport } from '../../../src/report/renderReport';
import { problemsOf } from '../../support/markedPlan';
import { hover } from '../language/support';

function onNodes(node: string, nodes = ''): string {
  return `version: 1
workload: { users: 80, thinkTime: 0s }
targets: { fast: { latency: <4s } }
nodes:
  aws: { gpu: H100, gpus: 8, price: 60 USD/h }
  gcp: { gpu: NVIDIA H100 SXM, gpus: 8, price: 1000 USD/day }
  half: { gpu: H100, gpus: 4, price: 1 USD/h }
  free: { gpu: H100, gpus: 8 }
  euro: { gpu: H100, gpus: 8, price: 1 EUR/h }
${nodes}
engines:
  e:
    node: ${node}
    observations: [{ source: measured, parallel: 8, users: 8, latency: 2s }]
scenarios: { A: { engine: e, parallel: 8 } }
`;
}

describe('an engine on several node types', () => {
  test('counts the cheapest, and shows the cost on the others', () => {
    const { plan, problems } = readPlan(onNodes('[aws, gcp, free, euro]'));
    expect(problems).toEqual([]);
    const [engine] = plan.engines;
    expect(engine?.node?.name).toBe('gcp');
    expect(engine?.nodePath).toBe('/engines/e/node/1');
    expect(engine?.otherNodes?.map(({ node }) => node.name)).toEqual(['aws', 'free', 'euro']);
    const [scenario] = assess(plan).scenarios;
    expect(scenario?.nodes?.value).toBe(10);
    expect(scenario?.cost?.perHour.value).toBeCloseTo((10 * 1000) / 24, 9);
    const [aws, free, euro] = scenario?.cost?.elsewhere ?? [];
    expect(aws?.perHour).toMatchObject({ value: 600, unit: { currency: 'USD', per: 'hour' } });
    expect(aws?.perMonth?.value).toBeCloseTo(438_000, 6);
    expect(free?.perHour).toBeUndefined();
    expect(euro?.perHour).toMatchObject({ value: 10, unit: { currency: 'EUR' } });
  });

  test('takes the first of those that cost the same', () => {
    const names = ['a', 'b'].map((name) => `  ${name}: { gpu: H100, gpus: 8, price: 9 USD/h }`);
    const { plan } = readPlan(onNodes('[b, a]', names.join('\n')));
    expect(plan.engines[0]?.node?.name).toBe('b');
  });

  test('may be a list of one, and may repeat a name', () => {
    const { plan, problems } = readPlan(onNodes('[aws, aws]'));
    expect(problems).toEqual([]);
    expect(plan.engines[0]).toMatchObject({ node: { name: 'aws' } });
    expect(plan.engines[0]?.otherNodes).toBeUndefined();
  });

  test.each([
    ['[aws, «half»]', 'plan.value'],
    ['[aws, «azure»]', 'plan.unknown-reference'],
    ['«[]»', 'plan.wrong-type'],
    ['[aws, «[gcp]»]', 'plan.wrong-type'],
  ])('%s has one finding', (node, code) => {
    const marked = onNodes(node);
    expect(problemsOf(marked)).toMatchObject({ codes: [code], marked });
  });

  test('leaves none of them unused', () => {
    const text = onNodes('[aws, gcp, free, euro]');
    const unused = analyzePlan(text).findings.filter(({ code }) => code === 'plan.unused');
    expect(unused.map(({ path }) => path)).toEqual(['/nodes/half']);
  });

  test.each(['[aws, ', '['])('completes the names behind %s', (typed) => {
    const text = onNodes(typed);
    const offset = text.indexOf(typed) + typed.length;
    const labels = completionsAt(text, offset, readPlan(onNodes('aws')))?.items.map(
      ({ label }) => label,
    );
    expect(labels).toEqual(['aws', 'gcp', 'half', 'free', 'euro']);
  });

  test('is shown on hover, each node with its own costs', () => {
    const text = onNodes('[aws, gcp]');
    expect(hover(text.replace(' A: ', ' |A: '))).toMatch(/The same nodes on .*aws.*\$600\/h/);
    expect(hover(text.replace('[aws', '[|aws'))).toMatch(/\*\*aws\*\*.*one node[^]*\$600\/h/);
  });

  test('is a table of the report', () => {
    const analysis = analyzePlan(onNodes('[aws, gcp]'));
    const report = renderReport(analysis, { fileName: 'x.capacity.yaml', charts: 'none' });
    expect(report).toMatch(/\| A \| aws \|.*\$600\/h \|/);
  });
});
