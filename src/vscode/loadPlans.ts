/** Loads the code that reads and assesses plans. Activation, for which VS Code waits, does without it. */
import type { Plans, PlanServices } from './plans';

export async function loadPlans(services: PlanServices): Promise<Plans> {
  const { Plans } = await import('./plans');
  return new Plans(services);
}
