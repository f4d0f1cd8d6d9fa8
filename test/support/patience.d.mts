export const PATIENCE_MS: number;
export const TEST_MS: number;
export const STEP_MINUTES: number;
