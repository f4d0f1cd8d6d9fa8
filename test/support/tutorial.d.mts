export const FOLDER: string;

export interface Step {
  readonly words: readonly string[];
  readonly needsServer: boolean;
  readonly shown: string | undefined;
}

export function readTutorial(): { readonly plan: string; readonly steps: readonly Step[] };
