/** Words of figures, verdicts, formulas and comparisons under a pseudo language: what stays bare was forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from '@vscode/l10n';
import { afterAll, describe, expect, test } from 'vitest';
import { answerComparison, comparedColumns } from '../../../src/compare/comparisonView';
import type { Assessment, ScenarioAssessment } from '../../../src/engine/assess/assessment';
import { judgeByLoad } from '../../../src/engine/explore/byLoad';
import { growthOf } from '../../../src/engine/explore/growth';
import { sensitivityOf } from '../../../src/engine/explore/sensitivity';
import { REASONS, type VerdictReason } from '../../../src/engine/figure/reasons';
import type { ObjectiveKind } from '../../../src/engine/plan/plan';
import { recommend } from '../../../src/engine/recommend/recommend';
import type { TargetVerdict } from '../../../src/engine/verdict/verdict';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { describeCheapest, NO_ANSWER } from '../../../src/messages/answers';
import { describeBasis } from '../../../src/messages/byLoad';
import { describeBound, formatFigure } from '../../../src/messages/figures';
import { formulaText, textOf } from '../../../src/messages/formulas';
import { describeCutOff, explainLasting } from '../../../src/messages/growth';
import { labelledFormulas } from '../../../src/messages/labelledFormulas';
import { describeLevers } from '../../../src/messages/levers';
import { loadTitle } from '../../../src/messages/loadTitle';
import * as memoryWords from '../../../src/messages/memory';
import { OBSTACLE_WORDS, markedAnswer } from '../../../src/messages/obstacles';
import * as provenance from '../../../src/messages/provenance';
import * as reasons from '../../../src/messages/reasons';
import { describeChange, describeEffect } from '../../../src/messages/sensitivity';
import * as verdictReasons from '../../../src/messages/verdictReasons';
import * as verdicts from '../../../src/messages/verdicts';
import { describeQueueDepth, describeWaiting } from '../../../src/messages/waiting';
import { figuresOf } from '../../support/figuresOf';

const FOLDERS = ['test/plans/evidence', 'examples', 'test/golden/plans'];

const assessments = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.capacity.yaml'))
    .flatMap((name) => analyzePlan(readFileSync(join(folder, name), 'utf8')).assessment ?? []),
);

const pseudo = (key: string): string => `⟦${key.replace(/\{[^}]+\}/g, '⟧$&⟦')}⟧`;
const PSEUDO = new Proxy<Record<string, string>>(
  {},
  { get: (_, key) => (typeof key === 'string' ? pseudo(key) : undefined) },
);
const GERMAN = readFileSync('l10n/parts/messages.de.json', 'utf8');

afterAll(() => config({ contents: {} }));

/** Words that are the same in every language. `and`, `or` and `more` join lists, which have a test of their own. */
const NO_LANGUAGE = new Set(
  'ms µs min h s GB GiB MiB KiB MB kB TB TFLOP GPU GPUs KV USD EUR CHF ttft tpot TTFT TPOT p50 p90 p95 p99 and or more bn'.split(
    ' ',
  ),
);

function bareWords(text: string, names: readonly string[]): readonly string[] {
  const bare = names
    .filter((name) => name.length > 2)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.split(name).join(' '), text.replace(/`[^`]*`/g, ' '))
    .replace(/⟦[^⟦⟧]*⟧/g, ' ')
    .replace(/(?<![\p{L}\d])\d[\d.,]*(?:e[+-]?\d+)?[kM]?/gu, ' ');
  const words = bare.match(/\p{L}[\p{L}\p{M}\d’'-]*/gu) ?? [];
  return words.filter((word) => !NO_LANGUAGE.has(word) && !names.includes(word));
}

function namesIn({ plan }: Assessment): readonly string[] {
  const observations = plan.engines.flatMap((engine) => engine.observations);
  return [
    ...plan.engines,
    ...plan.scenarios,
    ...plan.targets,
    ...plan.nodes,
    ...observations,
  ].flatMap(({ name }) => name ?? []);
}

function textsOf(assessment: Assessment): readonly (string | undefined)[] {
  const figures = [...figuresOf(assessment)];
  const labelled = figures.map((figure) => ({ label: '', figure }));
  return [
    ...figures.flatMap((figure) => [
      formatFigure(figure),
      formulaText(figure),
      describeBound(figure),
      provenance.badgeOf(figure),
      provenance.explainBadge(figure),
      provenance.describeKnown(figure),
      loadTitle(figure),
    ]),
    ...labelledFormulas(labelled).map(textOf),
    ...assessment.scenarios.flatMap((scenario) => ofScenario(assessment, scenario)),
    ...assessment.engines.flatMap(({ spec, observations }) => [
      memoryWords.describeExcessContext(spec),
      ...observations.map(describeQueueDepth),
    ]),
    ...recommend(assessment).flatMap(({ byEngine }) =>
      byEngine.flatMap(({ recommendation: each }) => {
        const option = each.kind === 'option' ? each.option : each.nearest;
        if (!option) return [];
        const ruledOut = option.slotsThatFit && memoryWords.describeRuledOut(option.slotsThatFit);
        return [...ofVerdict(option.verdict), reasons.describeBinding(option), ruledOut];
      }),
    ),
  ];
}

function ofScenario(
  assessment: Assessment,
  scenario: ScenarioAssessment,
): readonly (string | undefined)[] {
  const { memory, parallel, cost } = scenario;
  const growth = growthOf(assessment, scenario);
  return [
    describeWaiting(scenario),
    verdictReasons.describeOverload(scenario),
    verdictReasons.overloadedWord(scenario),
    memoryWords.describeRuledOutOf(parallel),
    ...(memory
      ? [
          memoryWords.describeMemory(memory),
          memoryWords.describeNeed(memory, parallel),
          memoryWords.describeUsable(memory),
          memoryWords.describeLargest(memory),
        ]
      : []),
    ...(growth ? [explainLasting(growth), describeCutOff(growth)] : []),
    ...(scenario.band ? [provenance.describeBand(scenario.band)] : []),
    ...sensitivityOf(assessment, scenario).flatMap((each) => [
      describeChange(each),
      describeEffect(each),
    ]),
    ...judgeByLoad(scenario).map(describeBasis),
    ...scenario.verdicts.flatMap((verdict) => [
      ...ofVerdict(verdict),
      ...verdict.objectives.map((each) => verdictReasons.describeFound(each, cost)),
    ]),
  ];
}

function ofVerdict(verdict: TargetVerdict): readonly string[] {
  return [
    verdicts.markedOutcome(verdict),
    verdicts.describeVerdictOn(verdict),
    markedAnswer(verdict),
    reasons.describeReasons(verdict),
    reasons.describeSurety(verdict),
    describeCheapest(verdict),
    ...verdict.objectives.flatMap(({ objective }) => [
      verdicts.describeObjective(objective),
      verdicts.describeLimitOf(objective),
      verdicts.titleOfQuantity(objective),
      describeLevers(objective.kind),
    ]),
  ];
}

const KINDS: readonly ObjectiveKind[] = ['latency', 'p95', 'ttft', 'tpot', 'ttft.p95', 'budget'];

function fromTables(): readonly string[] {
  return [
    ...[provenance.BADGE_MEANINGS, provenance.CAVEAT_WORDS, NO_ANSWER, OBSTACLE_WORDS].flatMap(
      (each) => Object.values(each),
    ),
    ...Object.values(verdictReasons.NOT_SIZED_WORDS),
    memoryWords.nothingFits(),
    verdictReasons.noNodeLeft(),
    verdicts.unprovenMarkWords(),
    verdicts.titleOfTime('latency'),
    ...comparedColumns().filter((head) => head.length > 1),
    ...KINDS.map(describeLevers),
    ...(Object.keys(REASONS) as VerdictReason[]).flatMap((reason) =>
      KINDS.flatMap((kind) =>
        [true, false].map((verified) =>
          verdictReasons.describeReason(reason, {
            objective: { kind, limitSeconds: 1, strict: true, path: '' } as never,
            outcome: 'meets',
            verified,
            reasons: verified ? [reason, 'overloaded'] : [reason],
            figure: undefined,
            band: undefined,
            proof: undefined,
            proofFigure: undefined,
          }),
        ),
      ),
    ),
  ];
}

describe('under a pseudo language', () => {
  test('no word of a plan is bare', () => {
    config({ contents: PSEUDO });
    const bare = assessments.flatMap((assessment) => {
      const names = namesIn(assessment);
      return [...new Set(textsOf(assessment))].filter(
        (text) => text !== undefined && bareWords(text, names).length > 0,
      );
    });
    expect(bare).toEqual([]);
  });

  test('no word of a table is bare', () => {
    config({ contents: PSEUDO });
    expect(fromTables().filter((text) => bareWords(text, []).length > 0)).toEqual([]);
  });

  test('keys in backticks stay', () => {
    config({ contents: PSEUDO });
    expect(verdicts.keyOfKind('latency')).toBe('latency');
  });
});

test('German has the places of formulas, and nothing is left unfilled', () => {
  config({ contents: GERMAN });
  const figures = assessments.flatMap((assessment) => [...figuresOf(assessment)]);
  const broken = figures.map(formulaText).filter((line) => /\?|undefined|NaN|[{}]/.test(line));
  expect(broken).toEqual([]);
});

describe('a comparison', () => {
  const FOLDER = 'test/golden/compare';
  const file = (name: string, engine?: string) => ({
    name,
    text: readFileSync(join(FOLDER, name), 'utf8'),
    engine,
  });
  const pairs = [
    [file('before.csv'), file('after.csv')],
    [file('before.csv'), file('before.csv')],
    [file('chat.capacity.yaml', 'vllm'), file('chat.capacity.yaml', 'sglang')],
    [file('../../data/benchmarks/guidellm-v2.golden.json'), file('after.csv')],
  ] as const;
  const failing = [
    [file('before.csv'), file('chat.capacity.yaml', 'tgi')],
    [{ ...file('chat.capacity.yaml'), text: 'version: 1\nengines: {}\n' }, file('before.csv')],
  ] as const;

  test('has no bare word', () => {
    config({ contents: PSEUDO });
    const texts = [...pairs, ...failing].flatMap((pair) => {
      const answer = answerComparison(pair);
      if (answer.kind === 'failed') return answer.problem;
      if (answer.kind === 'choose') return [];
      const { verdict, loads } = answer.view;
      return [
        verdict,
        ...loads.flatMap(({ notes, rows }) => [...notes, ...rows.flatMap(({ cells }) => cells)]),
      ];
    });
    const names = ['chat.capacity.yaml', 'before.csv', 'tgi', ...OF_LOADS];
    expect(texts.filter((text) => bareWords(text, names).length > 0)).toEqual([]);
  });
});

/** Words of loads, which have a test of their own. */
const OF_LOADS = [' users', ' user', ', thinkTime'];
