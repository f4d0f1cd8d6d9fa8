import { describe, expect, test } from 'vitest';
import { readMetricsText } from '../../../src/production/metricsText';

function only(line: string) {
  const { samples, unreadLines } = readMetricsText(line);
  expect(unreadLines).toEqual([]);
  const [sample] = samples;
  return sample && { ...sample, labels: Object.fromEntries(sample.labels) };
}

describe('the text format of Prometheus', () => {
  test('has a name, labels, a value and perhaps a timestamp', () => {
    expect(only('http_requests_total{method="post",code="200"} 1027 1395066363000')).toEqual({
      name: 'http_requests_total',
      labels: { method: 'post', code: '200' },
      value: 1027,
    });
    expect(only('metric_without_timestamp_and_labels 12.47')?.value).toBe(12.47);
    expect(only('something_weird{problem="division by zero"} +Inf -3982045')?.value).toBe(Infinity);
    expect(only('vllm:num_requests_running{model_name="m",} 3')?.labels).toEqual({
      model_name: 'm',
    });
    expect(only('\ta  {  b = "c" , d="e" }  1  ')?.labels).toEqual({ b: 'c', d: 'e' });
    expect(only('a {} 1')?.labels).toEqual({});
  });

  test('escapes backslashes, quotes and line breaks in labels', () => {
    const line =
      'msdos{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find\\n\\"FILE\\"",x="a,b}c#"} 1.458e+09';
    expect(only(line)).toEqual({
      name: 'msdos',
      labels: { path: 'C:\\DIR\\FILE.TXT', error: 'Cannot find\n"FILE"', x: 'a,b}c#' },
      value: 1.458e9,
    });
  });

  test('writes numbers as Go does', () => {
    const values = [
      '1',
      '-1.5',
      '+2',
      '.5',
      '5.',
      '1e3',
      '1.7560473e+07',
      'NaN',
      'Nan',
      '+Inf',
      '-Inf',
    ];
    const read = values.map((value) => only(`a ${value}`)?.value);
    expect(read).toEqual([1, -1.5, 2, 0.5, 5, 1000, 17560473, NaN, NaN, Infinity, -Infinity]);
  });

  test('has comments, help, types and empty lines', () => {
    const text =
      '# HELP a Help with \\n and "quotes"\n# TYPE a counter\n\n#\n# any comment a 1\na 2\n';
    expect(readMetricsText(text)).toEqual({
      samples: [{ name: 'a', labels: new Map(), value: 2 }],
      unreadLines: [],
    });
  });

  test('may be OpenMetrics, with exemplars, units and an end', () => {
    const text = [
      '# TYPE foo histogram',
      '# UNIT foo seconds',
      'foo_bucket{le="0.1"} 8 # {} 0.054',
      'foo_bucket{le="1.0"} 11 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67 1520879607.7',
      'foo_count 17 1520879607.789',
      '# EOF',
    ].join('\r\n');
    const { samples, unreadLines } = readMetricsText(text);
    expect(unreadLines).toEqual([]);
    expect(samples.map(({ name, value }) => [name, value])).toEqual([
      ['foo_bucket', 8],
      ['foo_bucket', 11],
      ['foo_count', 17],
    ]);
  });

  test('may quote names, as Prometheus 3 does', () => {
    expect(only('{"my.dotted.metric","with.dot"="x",y="z"} 1')).toEqual({
      name: 'my.dotted.metric',
      labels: { 'with.dot': 'x', y: 'z' },
      value: 1,
    });
  });

  test.each([
    '<html><body>404</body></html>',
    '{"status":"error"}',
    'a{b="c"',
    'a{b="c} 1',
    'a{b=c} 1',
    'a{b} 1',
    'a',
    'a one',
    'a 1_000',
    'a 0x1p-2',
    '1a 1',
    '{} 1',
  ])('leaves out %s, and says in which line', (line) => {
    expect(readMetricsText(`a 1\n${line}\nb 2`)).toMatchObject({
      samples: [{ name: 'a' }, { name: 'b' }],
      unreadLines: [2],
    });
  });
});
