/** Formulas of loads to come and of the hours of a day: see `formulas.ts` for the placeholders. */
import type { FormulaCode } from '../engine/figure/formulas';
import type { Templates } from './formulaTemplate';
import { byDefault } from './formulaWords';

type GrowthCode = Extract<
  FormulaCode,
  | `growth.${string}`
  | `users.${'grown' | 'atHour'}`
  | `rate.${string}`
  | 'nodes.noLoad'
  | `nodeHours.${string}`
  | `cost.${'overHorizon' | 'keptOverHorizon' | 'perDayOfNodeHours' | 'perMonthOfDays'}`
>;

export const GROWTH_TEMPLATES = {
  'growth.breaks': ({ nodes }) =>
    `{nodes} ${nodes.value === 1 ? 'is' : 'are'} too few for {asked}: in {=}`,
  'growth.perMonth': () => '(1 + {growth})^{periods#} − 1 = {=} a month',
  'growth.horizon': ({ horizon }) =>
    `of {horizon}${byDefault(horizon)}, {=} until {today} × (1 + {growth} a month)^months exceed {most}`,
  'users.grown': () => '{users} × (1 + {growth} a month)^{months#}, rounded up = {=}',
  'rate.grown': () => '{rate} × (1 + {growth} a month)^{months#} = {=}',
  'cost.overHorizon': ({ months }) =>
    `sum of {months}${byDefault(months)}, from {first} to {last} = {=}`,
  'cost.keptOverHorizon': ({ months }) => `{perMonth} × {months}${byDefault(months)} = {=}`,
  'users.atHour': () => '{users} × {share} at that hour, rounded up = {=}',
  'rate.atHour': () => '{rate} × {share} at that hour = {=}',
  'nodes.noLoad': (i) =>
    i.spare.value === 0 ? 'one that serves = {=}' : 'one that serves + {spare} spare = {=}',
  'nodeHours.fixed': () => '{nodes} × {hours} h = {=}',
  'nodeHours.scheduled': ({ startup }) =>
    `{lowest} to {highest} by the hour, each started {startup}${byDefault(startup)} ahead = {=}`,
  'nodeHours.autoscaled': ({ startup }) =>
    `{lowest} to {highest}, each hour enough for any load within {startup}${byDefault(startup)} = {=}`,
  'cost.perDayOfNodeHours': () => '{nodeHours} × {price} = {=}',
  'cost.perMonthOfDays': () => '{perDay} × {days#} days = {=}',
} satisfies Templates<GrowthCode>;
