/** Whatever a plan and its files are called, a report has nothing that acts, and asks the network for nothing. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DARK_STYLE } from '../../../src/charts/svg/darkColours';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { renderReport, renderSavedReport } from '../../../src/report/renderReport';
import { hostilePlan } from '../../support/hostilePlan';
import { READERS, type Found } from '../../support/markdownReaders';
import { parseXml } from '../../support/parseXml';

const RULE =
  /^https:\/\/github\.com\/capacity-plan\/capacity-plan\/blob\/main\/docs\/rules\.md#[\w-]+$/;
const FOLDED = /^(<details>\s?<summary>(Or with|Show) [\w ,%’]+<\/summary>|<\/details>)$/;
const SECTION = /^#[a-z-]+$/;

test('a report has links to the rules and its sections alone, no image and no HTML of the plan', () => {
  fc.assert(
    fc.property(hostilePlan, ({ text, fileName }) => {
      const report = renderReport(analyzePlan(text), { fileName });
      expect(report).toMatch(/^## Scenarios$/m);
      expect(report).not.toMatch(UNSEEN);
      for (const { links, images, html } of readBoth(report)) {
        expect(links.filter((link) => !RULE.test(link) && !SECTION.test(link))).toEqual([]);
        expect(images).toEqual([]);
        expect(html.filter((each) => !FOLDED.test(each))).toEqual([]);
      }
    }),
    { numRuns: 20, seed: 6 },
  );
});

test('a saved report has the images beside it, and no other', () => {
  fc.assert(
    fc.property(hostilePlan, ({ text, fileName }) => {
      const names = { fileName, reportName: `${fileName}.md` };
      const { markdown, pictures } = renderSavedReport(analyzePlan(text), names);
      const beside = pictures.map(({ name }) => name.replace(/\p{Cs}/gu, '\ufffd')).sort();
      for (const { images } of readBoth(markdown)) {
        expect(images.map(decodeURIComponent).sort()).toEqual(beside);
        expect(images.filter((address) => !/^[\w.%~-]+$/.test(address))).toEqual([]);
      }
    }),
    { numRuns: 10, seed: 7 },
  );
});

test('pictures are well-formed XML without anything from elsewhere', () => {
  let count = 0;
  fc.assert(
    fc.property(hostilePlan, ({ text, fileName }) => {
      const names = { fileName, reportName: `${fileName}.md` };
      for (const { svg } of renderSavedReport(analyzePlan(text), names).pictures) {
        count += 1;
        const elements = parseXml(svg.replace(DARK_STYLE, ''));
        expect(svg).not.toMatch(UNSEEN);
        for (const { name, attributes } of elements) {
          expect(['image', 'a', 'use', 'script', 'style', 'foreignObject']).not.toContain(name);
          expect(
            Object.keys(attributes).filter((key) => /href|^on|^src$|style/i.test(key)),
          ).toEqual([]);
          const outside = Object.values(attributes).filter((value) => /url\((?!#)/i.test(value));
          expect(outside).toEqual([]);
        }
      }
    }),
    { numRuns: 10, seed: 8 },
  );
  expect(count).toBeGreaterThan(50);
});

/** Control characters, half characters, and what turns the direction of text. */
const UNSEEN = /[\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]|(?!\n)\p{Cc}/u;

function readBoth(markdown: string): readonly Found[] {
  return [READERS.hover(markdown), READERS.preview(markdown)];
}
