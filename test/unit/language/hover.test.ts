import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../../src/language/hover';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { STARTER, templateText } from '../../../src/language/templates';
import { EXAMPLE, hover, pointAt } from './support';

describe('hover on a scenario of the first example', () => {
  it.each([
    ['A', '**500 nodes** · **$750/h** · $548k/month', '**1.17 s** mean latency'],
    ['B', '**125 nodes** · **$188/h** · $137k/month', '**2.7 s** mean latency'],
    ['C', '**250 nodes** · **$375/h** · $274k/month', '**1.5 s** mean latency'],
    ['V', '**20 nodes** · **$30/h** · $21.9k/month', '**below 1 s** mean latency'],
  ])('%s: nodes, cost and latency', (name, size, latency) => {
    const markdown = hover(pointAt(`${name}: {`));
    expect(markdown).toContain(size);
    expect(markdown).toContain(latency);
  });

  it.each([
    ['A', '(interpolated from estimates and guesses)'],
    ['B', '(measured, lighter load)'],
    ['C', '(guess)'],
    ['V', '(reported)'],
  ])('%s: how well the latency is known', (name, known) => {
    expect(hover(pointAt(`${name}: {`))).toContain(known);
  });

  it.each([
    ['A', '✗? likely misses **strict**', '✓? meets **relaxed**, unverified'],
    ['B', '✗ misses **strict**', '✓? meets **relaxed**, unverified'],
    ['C', '✗? likely misses **strict**', '✓? meets **relaxed**, unverified'],
    ['V', '✓? meets **strict**, unverified', '✓? meets **relaxed**, unverified'],
  ])('%s: the verdict on each target, in words', (name, ...verdicts) => {
    for (const verdict of verdicts) expect(hover(pointAt(`${name}: {`))).toContain(verdict);
  });

  it('the verdicts come first, and what their question mark means', () => {
    const [title, verdicts, size] = (hover(pointAt('B: {')) ?? '').split('\n\n');
    expect(title).toContain('Current config');
    expect(verdicts).toMatch(
      /^✗ misses[\s\S]*\*\? behind ✓ or ✗: no measurement proves it yet\.\*$/,
    );
    expect(size).toContain('125 nodes');
  });

  it('formulas are folded, at the end', () => {
    expect(hover(pointAt('B: {'))).toMatch(
      /\n\n<details><summary>Formulas<\/summary>\n\n[\s\S]*= 125 nodes[\s\S]*\n\n<\/details>$/,
    );
  });

  it('has the strongest lever', () => {
    expect(hover(pointAt('B: {'))).toContain('10% fewer users: 113 nodes, $170/h');
    expect(hover(pointAt('V: {'))).toContain('10% fewer users: 18 nodes, $27/h');
  });

  it('has the formulas with their numbers', () => {
    const markdown = hover(pointAt('B: {'));
    expect(markdown).toContain('1,000 users / 8 slots = 125 nodes');
    expect(markdown).toContain('125 nodes × $1.50/h = $187.50/h');
  });

  it('has those of what its target is judged by, each with what it is of', () => {
    const chat = readFileSync('examples/vllm-chat-tails.capacity.yaml', 'utf8');
    const markdown = hover(chat.replace('today: {', '|today: {'));
    expect(markdown).toContain('\nlatency: on the curve through the observations, between');
    expect(markdown).toMatch(/between \d\.\d+ s at 16 and \d\.\d+ s at 32: \d\.\d+ s at \d+/);
    expect(markdown).toContain('\np95: on the curve through the observations');
    expect(markdown).toContain('\nttft: ');
    expect(markdown).toContain('\ntpot: ');
  });

  it('shows the same at the value of parallel, and explains the key at the key', () => {
    const card = hover(pointAt('B: {'));
    expect(hover(pointAt('8 }', 'B: {'))).toBe(card);
    const atKey = hover(pointAt('parallel', 'B: {'));
    expect(atKey).toContain(card);
    expect(atKey).toContain('`OLLAMA_NUM_PARALLEL`');
  });

  it('says who waits where fixed nodes are too few', () => {
    const markdown = hover(
      EXAMPLE.replace('engine: ollama, parallel: 8', 'engine: ollama, parallel: 8, nodes: 1|00'),
    );
    expect(markdown).toContain('**100 nodes**');
    expect(markdown).toContain(
      '800 slots · 1,000 requests in flight · **200 requests queueing on average**',
    );
    expect(markdown).toContain('of it queueing');
  });
});

describe('hover on an observation', () => {
  const benchmark = hover(pointAt('18/s'));

  it('checks it against Little’s law', () => {
    expect(benchmark).toContain(
      'Little’s law check: **18.5/s** expected, **18/s** reported (**2.8%** off)',
    );
    expect(benchmark).toContain('50 users / 2.7 s = 18.5/s');
  });

  it('tells slots, queue depth, utilisation and load', () => {
    expect(benchmark).toContain('**80 slots** · queue depth **0** · **62.5%** of the slots busy');
    expect(benchmark).toContain('**5 in flight** on each server');
  });

  it('names the scenarios that lean on it', () => {
    expect(benchmark).toContain('Used by **B**');
  });

  it.each([
    ['the dash', '- name'],
    ['a key', 'source: measured'],
    ['a value', '50-user'],
    ['the brace', '{ source: estimate'],
  ])('appears on %s', (_, text) => {
    expect(hover(pointAt(text))).toContain('Used by');
  });
});

describe('hover on a target', () => {
  const strict = hover(pointAt('strict:'));

  it('lists how every scenario does', () => {
    expect(strict).toContain('| **A** | ✗? likely misses | 1.17 s | $750/h |');
    expect(strict).toContain('| **V** | ✓? meets, unverified | below 1 s | $30/h |');
  });

  it('has the answer, and says where nothing meets it', () => {
    expect(strict).toContain(
      'Cheapest of all: **V** with parallel 50, **20 nodes**, **$30/h**, below 1 s (meets, unverified), on vllm',
    );
    expect(strict).toContain('On ollama: **none**. Closest');
  });

  it('appears on the limit too', () => {
    expect(hover(pointAt('<1s', 'strict'))).toBe(strict);
  });

  it('does not list scenarios without end', () => {
    const many = Array.from({ length: 20 }, (_, i) => `  S${i}: { engine: vllm, parallel: 8 }\n`);
    expect(hover(pointAt('strict:') + many.join(''))).toContain('… and 12 more scenarios');
  });
});

describe('hover on an engine', () => {
  const ollama = hover(pointAt('ollama:', 'engines'));

  it('lists what is known of its speed', () => {
    expect(ollama).toContain('| 1 | **1 s** | estimate |');
    expect(ollama).toContain('| 8 | **2.7 s** | measured |');
  });

  it('says how its curve goes between what is known', () => {
    expect(ollama).toContain('Straight lines connect the points and continue beyond them.');
    const chat = readFileSync('examples/vllm-chat-tails.capacity.yaml', 'utf8');
    const vllm = hover(chat.replace('  vllm:', '  vl|lm:'));
    expect(vllm).toContain('Elsewhere the token model is fitted to them, for 600 + 250 tokens.');
    const unstated = chat.replace(/^ {2}(prompt|output)Tokens: .*\n/gm, '');
    const byFamilies = hover(unstated.replace('  vllm:', '  vl|lm:'));
    expect(byFamilies).toContain('A curve is fitted between the points.');
    expect(byFamilies).not.toContain('Straight lines');
  });

  it('says by what it was estimated where nothing was observed', () => {
    const chat = readFileSync('examples/vllm-chat-tails.capacity.yaml', 'utf8');
    const bare = chat.replace(/^ {4}observations:\n( {6}- .*\n)+/m, '');
    const card = hover(bare.replace('  vllm:', '  vl|lm:'));
    expect(card).toContain('model, from data sheets');
    expect(card).not.toContain('Nothing is known of its speed');
  });

  it('has the best for each target on it', () => {
    expect(ollama).toContain(
      'Best for **relaxed**: **B** with parallel 8, **125 nodes**, **$188/h**',
    );
  });

  it('appears where a scenario refers to it', () => {
    expect(hover(pointAt('ollama', 'B: {'))).toBe(ollama);
  });
});

describe('hover on a price', () => {
  it('has every period, what is known of it, and the costs that rest on it', () => {
    const price = hover(pointAt('1.50 USD'));
    expect(price).toContain('**$1.50/h** · $36/day · $1,095/month · $13,140/year');
    expect(price).toContain('source not stated · date not stated');
    expect(price).toContain('| **B** | 125 | **$188/h** | $137k/month |');
  });
});

describe('hover on any key or value', () => {
  it('says what the key means, accepts and defaults to', () => {
    const markdown = hover(pointAt('latencyFollows'));
    expect(markdown).toContain('**`latencyFollows`** · optional, default `load`');
    expect(markdown).toContain('One of `load`, `parallel`');
  });

  it('says what counts of the plan where a scenario does not override it', () => {
    const text = (policy: string): string =>
      `version: 1\nworkload: { users: 1 }\npolicy: { ${policy} }\nscenarios: { A: { policy: { sp|are: 2 } } }\n`;
    expect(hover(text('spare: 1'))).toContain('optional, otherwise the plan’s `1`');
    expect(hover(text('headroom: 5%'))).toContain(
      'optional, otherwise the plan’s, which is the default `0`',
    );
    const own = 'version: 1\npolicy: { sp|are: 1 }\n';
    expect(hover(own)).toContain('optional, default `0`');
  });

  it('says how a value was understood', () => {
    const text = 'workload: { rate: |18/s }\n';
    expect(hover(text)).toContain('`18/s` is **18/s (1,080/min, 1,555,200/day)**');
  });

  it('is silent where nothing stands', () => {
    expect(hover('|# a comment\nversion: 1\n')).toBeUndefined();
  });
});

describe('links', () => {
  it('lead each number to the line that it was written on', () => {
    const offset = EXAMPLE.indexOf('B: {');
    const found = hoverAt(analyzePlan(EXAMPLE), offset, ({ start, end }) =>
      encodeURIComponent(EXAMPLE.slice(start, end)),
    );
    expect(found?.markdown).toContain('[1,000 users](1000) / [8 slots](8) = 125 nodes');
    expect(found?.markdown).toContain('× [$1.50/h](1.50%20USD%2Fh)');
    expect(found?.range).toEqual({ start: offset, end: offset + 1 });
  });
});

describe('hover anywhere', () => {
  const texts = [
    EXAMPLE,
    templateText(STARTER, 'My LLM service'),
    EXAMPLE.replace('users: 1000', 'rate: 100/s'),
    EXAMPLE.replace('parallel: 8 }', 'parallel: auto, nodes: 3 }'),
    EXAMPLE.replace(', price: 1.50 USD/h', ''),
    EXAMPLE.replaceAll('\n', '\r\n'),
  ];

  it.each(texts.map((text, index) => [index, text] as const))(
    'explains every place of plan %i without a hole in the words',
    (_, text) => {
      const analysis = analyzePlan(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const found = hoverAt(analysis, offset, () => undefined);
        expect(found?.markdown ?? '').not.toMatch(/undefined|NaN|\[object|\(\)/);
      }
    },
  );
});

describe('hover where the load changes', () => {
  const plan = (workload: string, scenario = '') =>
    `version: 1\nworkload: { users: 80, thinkTime: 0s, ${workload} }\nnodes: { l4: { price: 2 USD/h, startup: 15 min } }\nengines: { e: { node: l4, observations: [{ source: measured, parallel: 8, users: 8, latency: 2.7s }] } }\nscenarios: { A|: { engine: e, parallel: 8${scenario} } }\n`;

  it('has one line on growth', () => {
    expect(hover(plan('growth: 8%/month', ', nodes: 12'))).toContain(
      'Growth: 26 nodes in 12 months · **today’s nodes last until month 3** · $307k in all if sized each month',
    );
    expect(hover(plan('growth: 1%/month, horizon: 1 year', ', nodes: 12'))).toContain(
      'today’s nodes last for 12 months',
    );
    expect(hover(plan('growth: 1%/month', ', nodes: 5'))).toContain('**too few nodes already**');
  });

  it('has one line on the day', () => {
    expect(hover(plan('profile: flat'))).toContain(
      'By hour: fixed $14.6k/month · scheduled $14.6k/month · autoscaled $14.6k/month',
    );
  });

  it('has neither without them', () => {
    expect(hover(plan('serviceCv: 0.5'))).not.toMatch(/Growth|By hour/);
  });

  it('understands growth by the month and by the year', () => {
    const growth = (text: string) =>
      hover(plan(`growth: ${text}`).replace('A|', 'A').replace(text, `${text}|`));
    expect(growth('8%/month')).toContain('8% a month (152% a year)');
    expect(growth('100%/year')).toContain('5.95% a month (100% a year)');
  });

  it('says what a profile accepts', () => {
    expect(hover(plan('pro|file: flat').replace('A|', 'A'))).toContain('A list of 24');
  });
});
