/** Ends a command with a message and exit code 2: bad usage, or input that cannot be read. */
export class Failure extends Error {
  /** True if the user needs a look at the help. */
  readonly isUsage: boolean;

  constructor(message: string, kind: 'usage' | 'input') {
    super(message);
    this.isUsage = kind === 'usage';
  }
}

export const EXIT = { ok: 0, found: 1, failed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
