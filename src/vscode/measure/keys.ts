/** Finds the key of a server: entered by the person and kept in VS Code's secret storage, or of the environment. */
import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Config } from '../config';
import { askText } from '../showText';
import type { Machine } from './machine';

export class Keys {
  readonly #machine: Machine;
  readonly #config: Config;
  readonly #secrets: vscode.SecretStorage;

  constructor(machine: Machine, config: Config, secrets: vscode.SecretStorage) {
    this.#machine = machine;
    this.#config = config;
    this.#secrets = secrets;
  }

  async of(base: string): Promise<string | undefined> {
    return (
      (await this.#secrets.get(nameOf(base))) ??
      this.#machine.environment(this.#config.keyVariable())
    );
  }

  /** Asks for another key. Keep it once the server has taken it. */
  async ask(base: string, why: string): Promise<string | undefined> {
    const typed = await askText({
      title: t`Key of ${base}`,
      prompt: t`${why}. It is kept in VS Code’s secret storage, for this address only. Or set the environment variable ${this.#config.keyVariable()} and start VS Code again.`,
      value: '',
      isSecret: true,
      check: (text) => Promise.resolve(text.trim() === '' ? t`A key is needed.` : undefined),
    });
    return typed?.trim();
  }

  async keep(base: string, key: string): Promise<void> {
    await this.#secrets.store(nameOf(base), key);
  }
}

function nameOf(base: string): string {
  return `measure.key ${base}`;
}
