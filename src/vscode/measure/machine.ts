/** What a host needs to be able to measure. VS Code's host in a browser has none of it. */
export interface Machine {
  readonly environment: (name: string) => string | undefined;
}
