/** Whatever a plan says, its hovers have no link, image, command or HTML that we did not write. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findGpu, findModel } from '../../../src/engine/catalog/catalog';
import { hoverAt } from '../../../src/language/hover';
import type { LinkTo } from '../../../src/language/place';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { hostilePlan, type HostilePlan } from '../../support/hostilePlan';
import { READERS } from '../../support/markdownReaders';

const LINE = /^https:\/\/plan\.test\/#\d+$/;
const CATALOG = [findGpu('L4')?.source, findModel('llama3.1:8b')?.model.source];

/** HTML that folds the formulas. */
const FOLD = ['<details><summary>Formulas</summary>', '</details>'];

/** Every hover of a plan, once. */
function hoversOf(text: string, linkTo: LinkTo): readonly string[] {
  const analysis = analyzePlan(text);
  const all = new Set<string>();
  for (let offset = 0; offset < text.length;) {
    const hover = hoverAt(analysis, offset, linkTo);
    if (hover) all.add(hover.markdown);
    offset = Math.max(offset + 1, hover?.range.end ?? 0);
  }
  return [...all];
}

/** An observation's address leads there where it is one, and is text otherwise. */
function isOurs(link: string, { url }: HostilePlan): boolean {
  return LINE.test(link) || CATALOG.includes(link) || (link === url && /^https?:\/\//.test(url));
}

test('hovers have no links but to the plan’s lines, its catalog and an observation’s address', () => {
  let linked = 0;
  fc.assert(
    fc.property(hostilePlan, (plan) => {
      const hovers = hoversOf(plan.text, ({ start }) => `https://plan.test/#${start}`);
      expect(hovers.length).toBeGreaterThan(20);
      for (const markdown of hovers) {
        const { links, images, html } = READERS.hover(markdown);
        expect(images).toEqual([]);
        expect(html.filter((piece) => !FOLD.includes(piece))).toEqual([]);
        expect(links.filter((link) => !isOurs(link, plan))).toEqual([]);
        linked += links.length;
      }
    }),
    { numRuns: 30, seed: 5 },
  );
  expect(linked).toBeGreaterThan(1000);
});

test('a target’s name is no image, in the text of a link neither', () => {
  const text = `version: 1
workload: { users: 10 }
targets: { "![p](https://evil.test/p.png)": { latency: <3s } }
nodes: { l4: { price: 1 USD/h } }
engines: { e: { node: l4, observations: [{ source: guess, parallel: 2, latency: 1s }] } }
scenarios: { A: { engine: e, parallel: 2 } }
`;
  const hovers = hoversOf(text, ({ start }) => `https://plan.test/#${start}`);
  const found = hovers.map(READERS.hover);
  expect(found.flatMap(({ images }) => images)).toEqual([]);
  expect(found.flatMap(({ links }) => links)).toContain(
    `https://plan.test/#${text.indexOf('"![p')}`,
  );
});

test.each([
  ['https://docs.test/a?b=c&d#e', ['https://docs.test/a?b=c&d#e']],
  ['http://docs.test', ['http://docs.test']],
  ['https://docs.test/a>[b](c:d)', []],
  ['javascript:alert(1)', []],
  ['command:workbench.action.quit', []],
  ['file:///etc/passwd', []],
])('an observation’s address %j leads to %j', (url, links) => {
  const text = `version: 1
nodes: { l4: { price: 1 USD/h } }
engines:
  e:
    node: l4
    observations: [{ name: run, source: guess, parallel: 2, latency: 1s, url: ${JSON.stringify(url)} }]
`;
  const hovers = hoversOf(text, () => undefined);
  const all = hovers.flatMap((markdown) => READERS.hover(markdown).links);
  expect([...new Set(all)]).toEqual(links);
});
