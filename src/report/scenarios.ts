/** Every scenario in a table, and what the comparison of them says. */
import { blocks, bold, bullets, escapeSentence, table, type Column } from '../catalogue/markdown';
import { describeBand } from '../catalogue/figures';
import { NOT_SIZED_WORDS } from '../catalogue/verdicts';
import type { Assessment, ScenarioAssessment } from '../engine/assessment';
import { findFrontier } from '../engine/frontier';
import { latencyBand } from '../engine/latencyBand';
import { cutLines, namesOf } from './cut';
import { countText, figureText, knownText, nameOf, titleOf, verdictText } from './words';

export function scenariosSection(assessment: Assessment): string {
  const { scenarios } = assessment;
  return blocks(
    '## Scenarios',
    table(columnsFor(assessment), scenarios) ?? 'The plan has no scenario that could be assessed.',
    notesOf(assessment),
    unitCosts(scenarios),
  );
}

function columnsFor({ plan, scenarios }: Assessment): readonly Column<ScenarioAssessment>[] {
  const queues = scenarios.some(({ queueDepth }) => (queueDepth?.value ?? 0) > 0);
  const waiting: Column<ScenarioAssessment> = {
    title: 'Waiting',
    align: 'right',
    cell: ({ queueDepth }) => countText(queueDepth),
  };
  return [
    { title: 'Scenario', cell: ({ scenario }) => titleOf(scenario) },
    { title: 'Engine', cell: ({ scenario }) => nameOf(scenario.engine) },
    { title: '`parallel`', align: 'right', cell: ({ parallel }) => String(parallel.value) },
    { title: 'Nodes', align: 'right', cell: ({ nodes }) => countText(nodes) },
    { title: 'Slots', align: 'right', cell: ({ slots }) => countText(slots) },
    ...(queues ? [waiting] : []),
    { title: 'Latency', align: 'right', cell: ({ latency }) => figureText(latency) },
    { title: 'Known', cell: knownWithBand },
    ...plan.targets.map((target, index) => ({
      title: nameOf(target),
      cell: ({ verdicts }: ScenarioAssessment) => verdictText(verdicts[index]),
    })),
    { title: 'Cost', align: 'right', cell: ({ cost }) => figureText(cost?.perHour) },
    { title: 'Per month', align: 'right', cell: ({ cost }) => countText(cost?.perMonth) },
  ];
}

function knownWithBand(assessed: ScenarioAssessment): string {
  const band = latencyBand(assessed);
  const known = knownText(assessed.latency);
  return band ? `${known}; ${escapeSentence(describeBand(band))}` : known;
}

function notesOf(assessment: Assessment): string | undefined {
  const { scenarios } = assessment;
  const notSized = scenarios.flatMap(({ scenario, notSized }) =>
    notSized
      ? [`${bold(nameOf(scenario))} is not sized: ${escapeSentence(NOT_SIZED_WORDS[notSized])}.`]
      : [],
  );
  const overloaded = scenarios
    .filter((scenario) => scenario.overloaded)
    .map(
      ({ scenario }) =>
        `${bold(nameOf(scenario))} is overloaded: more requests arrive than its nodes can serve.`,
    );
  const queueing = scenarios.flatMap(queueNote);
  const notes = [notSized, overloaded, queueing, dominatedNotes(assessment)].flatMap(cutLines);
  return notes.length > 0 ? bullets(notes) : undefined;
}

function queueNote({ scenario, queueDepth, waiting }: ScenarioAssessment): readonly string[] {
  if (!queueDepth || queueDepth.value <= 0) return [];
  const time = waiting ? `, each for ${figureText(waiting)} of its latency` : '';
  return [`${bold(nameOf(scenario))} queues: ${figureText(queueDepth)} wait for a slot${time}.`];
}

/** One line for each scenario that replaces others. */
function dominatedNotes(assessment: Assessment): readonly string[] {
  const { dominated } = findFrontier(assessment);
  const byWinner = new Map<ScenarioAssessment, ScenarioAssessment[]>();
  for (const loser of assessment.scenarios) {
    const winner = dominated.get(loser);
    if (!winner) continue;
    const losers = byWinner.get(winner) ?? [];
    losers.push(loser);
    byWinner.set(winner, losers);
  }
  return [...byWinner].map(([{ scenario }, losers]) => {
    const are = losers.length === 1 ? 'is' : 'are';
    return `${namesOf(losers)} ${are} dominated by ${bold(nameOf(scenario))}: no dearer, no slower, and at least as well known.`;
  });
}

function unitCosts(scenarios: readonly ScenarioAssessment[]): string | undefined {
  const priced = scenarios.filter(({ cost }) => cost !== undefined);
  const perTokens = priced.some(({ cost }) => cost?.perMillionOutputTokens);
  const perUser = priced.some(({ cost }) => cost?.perUserMonth);
  const columns: readonly Column<ScenarioAssessment>[] = [
    { title: 'Scenario', cell: ({ scenario }) => nameOf(scenario) },
    { title: 'Throughput', align: 'right', cell: ({ throughput }) => figureText(throughput) },
    { title: 'By requests', align: 'right', cell: ({ cost }) => figureText(cost?.per1000Requests) },
    ...(perTokens ? [PER_TOKENS] : []),
    ...(perUser ? [PER_USER] : []),
    { title: 'Per year', align: 'right', cell: ({ cost }) => countText(cost?.perYear) },
  ];
  const rows = table(columns, priced);
  return rows && blocks('What the scenarios cost by use:', rows);
}

const PER_TOKENS: Column<ScenarioAssessment> = {
  title: 'By tokens',
  align: 'right',
  cell: ({ cost }) => figureText(cost?.perMillionOutputTokens),
};

const PER_USER: Column<ScenarioAssessment> = {
  title: 'By users',
  align: 'right',
  cell: ({ cost }) => figureText(cost?.perUserMonth),
};
