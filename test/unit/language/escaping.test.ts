import { describe, expect, it } from 'vitest';
import { escapeName } from '../../../src/language/markdown';
import { hover } from './support';

describe('names of the plan in hovers', () => {
  it('are cut where they are very long', () => {
    expect(escapeName('x'.repeat(200))).toHaveLength(80);
  });

  it('do not break a card', () => {
    const markdown = hover(`version: 1
workload: { users: 10 }
targets: { "<b>x": { latency: <3s } }
nodes: { "n\`": { gpu: L4, price: 1 USD/h } }
engines:
  "[e](http://x)":
    node: "n\`"
    observations: [{ source: guess, parallel: 2, latency: 1s, name: "**o**" }]
scenarios:
  "*|S*": { title: "<script>|</script>", engine: "[e](http://x)", parallel: 2 }
`);
    expect(markdown).toBeDefined();
    expect(markdown).not.toMatch(/<b>|<script>|(?<!\\)\[e\\?\]\(|(?<!\\)\*\*\*S/);
  });
});
