/**
 * What tests without VS Code need of its API. All test files share it, as they share what was loaded:
 * `vi.mock('vscode', () => import('../../support/fakeVscode'))`.
 */

/** The translation that VS Code found, which a test may set. */
export const l10n: { bundle: Record<string, string> | undefined } = { bundle: undefined };

export class Uri {
  readonly scheme = 'file';
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }
  static joinPath(uri: Uri, ...parts: string[]): Uri {
    return new Uri([uri.path, ...parts].join('/'));
  }
  toString(): string {
    return `file://${this.path}`;
  }
}
