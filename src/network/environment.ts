/** Reads the environment of Node. The extension of browsers does not load this. */

export function environmentVariable(name: string): string | undefined {
  return process.env[name];
}
