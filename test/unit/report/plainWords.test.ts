/** Golden reports are short on page one, and in plain words everywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { proseOf, sentencesOf, unfolded, wordsIn } from '../../support/prose';

const folder = join(import.meta.dirname, '..', '..', 'golden', 'reports');
const goldens = readdirSync(folder).filter((name) => name.endsWith('.md'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const first = read('ollama-1000-users.md');

const LONGEST_SENTENCE = 25;
const BANNED =
  /\b(rests? on|leans? on|carries|binds|stands|(is|are|none is) meant|by chance|balance of means|dearer|of yours|bears on)\b/i;
const BANNED_OPENING = /^(Of|What|Whether|Where|Nor)\b/;

describe('the report of the first example', () => {
  test('decides on a page of at most 350 words', () => {
    const pageOne = first.slice(0, first.indexOf('## Contents'));
    expect(wordsIn(proseOf(pageOne))).toBeLessThanOrEqual(350);
    for (const said of ['Run vllm on 20 nodes', '$21.9k/month', 'Confidence: ', 'Next benchmark']) {
      expect(pageOne).toContain(said);
    }
  });

  test('has at most 1,500 words unfolded', () => {
    expect(wordsIn(proseOf(unfolded(first)))).toBeLessThanOrEqual(1500);
  });
});

// What all views say has the words of src/messages, and memory those of its own section: other tests judge them.
const SHARED =
  /\bis not sized: |^Copy to an observation|are dominated by|balance of means|^of |rests on (an?|a value|a benchmark)\b|by a queueing model|^scaled from benchmarks|the workload’s lengths vary/;
const own = (report: string): readonly string[] =>
  sentencesOf(report.replace(/^## (Findings|Memory)\n[^]*?(?=^## |$(?![^]))/gm, '')).filter(
    (sentence) => !SHARED.test(sentence),
  );

describe.each(goldens)('%s', (name) => {
  const sentences = own(read(name));

  test(`has no sentence of more than ${LONGEST_SENTENCE} words`, () => {
    expect(sentences.filter((sentence) => wordsIn(sentence) > LONGEST_SENTENCE)).toEqual([]);
  });

  test('has no word that readers stumble over', () => {
    expect(sentences.filter((sentence) => BANNED.test(sentence))).toEqual([]);
  });

  test('has no sentence that opens with a question word or a preposition', () => {
    expect(sentences.filter((sentence) => BANNED_OPENING.test(sentence))).toEqual([]);
  });

  test('has no table of more than seven columns, and six on page one', () => {
    const report = read(name).replace(/^## Memory\n[^]*?(?=^## )/gm, '');
    const end = report.indexOf('## Contents');
    const widths = (text: string): number[] =>
      [...text.matchAll(/^\|( :?-+:? \|)+$/gm)].map(([line]) => line.split('|').length - 2);
    expect(Math.max(0, ...widths(report.slice(0, end)))).toBeLessThanOrEqual(6);
    expect(Math.max(0, ...widths(report))).toBeLessThanOrEqual(7);
  });
});
