/** Formulas of loads to come and of the hours of a day: see `formulas.ts` for the placeholders. */
import type { FormulaCode } from '../engine/figure/formulas';
import { t, type Templates } from './formulaTemplate';

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
    nodes.value === 1
      ? t('{nodes} is too few for {asked}: in {=}')
      : t('{nodes} are too few for {asked}: in {=}'),
  'growth.perMonth': () => t('(1 + {growth})^{periods#} − 1 = {=} a month'),
  'growth.horizon': () =>
    t('of {horizon?}, {=} until {today} × (1 + {growth} a month)^months exceed {most}'),
  'users.grown': () => t('{users} × (1 + {growth} a month)^{months#}, rounded up = {=}'),
  'rate.grown': () => t('{rate} × (1 + {growth} a month)^{months#} = {=}'),
  'cost.overHorizon': () => t('sum of {months?}, from {first} to {last} = {=}'),
  'cost.keptOverHorizon': () => '{perMonth} × {months?} = {=}',
  'users.atHour': () => t('{users} × {share} at that hour, rounded up = {=}'),
  'rate.atHour': () => t('{rate} × {share} at that hour = {=}'),
  'nodes.noLoad': (i) =>
    i.spare.value === 0 ? t('one that serves = {=}') : t('one that serves + {spare} spare = {=}'),
  'nodeHours.fixed': () => '{nodes} × {hours} h = {=}',
  'nodeHours.scheduled': () =>
    t('{lowest} to {highest} by the hour, each started {startup?} ahead = {=}'),
  'nodeHours.autoscaled': () =>
    t('{lowest} to {highest}, each hour enough for any load within {startup?} = {=}'),
  'cost.perDayOfNodeHours': () => '{nodeHours} × {price} = {=}',
  'cost.perMonthOfDays': () => t('{perDay} × {days#} days = {=}'),
} satisfies Templates<GrowthCode>;
