/** Loads the code that reads and assesses plans. Activation, for which VS Code waits, does without it. */
import type { Plans, PlanServices } from './plans';
import { Turns } from './turns';

/** Parts of the code, each with what it needs of the ones before. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('../plan/readPlan'),
  () => import('../engine/assess/assess'),
  () => import('../lint/analyzePlan'),
  () => import('../query/quickAnswers'),
];

/** Loads part by part. Together they would keep others from the thread for too long. */
export async function loadPlans(services: PlanServices): Promise<Plans> {
  const turns = new Turns();
  for (const part of PARTS) {
    await turns.next();
    await part();
  }
  await turns.next();
  const { Plans } = await import('./plans');
  return new Plans(services);
}
