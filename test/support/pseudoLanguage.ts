/**
 * A language for tests, in which every translated text is in `⟦ ⟧`. Placeholders are outside, so that English which is
 * put into a text is found too: `⟦⟧3⟦ nodes⟧`.
 */
import { config } from '@vscode/l10n';

/** Runs some work, which may be asynchronous, under the pseudo language. English is back afterwards. */
export function withPseudoLanguage<T>(work: () => T): T {
  config({ contents: PSEUDO });
  let result: T;
  try {
    result = work();
  } catch (error) {
    speakEnglish();
    throw error;
  }
  if (result instanceof Promise) return result.finally(speakEnglish) as T;
  speakEnglish();
  return result;
}

const PSEUDO = new Proxy<Record<string, string>>(
  {},
  { get: (_, key) => (typeof key === 'string' ? pseudo(key) : undefined) },
);

function pseudo(key: string): string {
  return `⟦${key.replace(/\{[^}]+\}/g, '⟧$&⟦')}⟧`;
}

function speakEnglish(): void {
  config({ contents: {} });
}

/**
 * Returns the words outside of `⟦ ⟧`, without code in backticks, tags, addresses, numbers and their units.
 *
 * @param names Names and other words that are in no language.
 */
export function bareEnglish(text: string, names: Iterable<string> = []): string[] {
  const bare = [...names]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' '), withoutCode(text))
    .replace(FIGURE, ' ');
  const words = bare.match(/\p{L}[\p{L}\p{M}’'-]+/gu) ?? [];
  return words.filter((word) => !NO_LANGUAGE.has(word));
}

function withoutCode(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/⟦[^⟦⟧]*⟧/g, ' ')
    .replace(/<[/!]?[a-zA-Z][^<>]*>/g, ' ')
    .replace(/&[a-z]+;/g, ' ')
    .replace(/\]\([^()\s]*\)/g, ' ')
    .replace(/\b[a-z]+:\/\/\S+/g, ' ');
}

const FIGURE =
  /\d[\d.,]*\s?(?:(?:ms|µs|s|h|min|d|GB|GiB|TB|TFLOPS|W|req|tok)\b)?(?:\/(?:s|h|GB|month|req|tok)\b)?/gu;

/** Units, formats and products. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(
  (
    'ms µs min GB GiB TB GPU GPUs CPU KV LLM TTFT TPOT ITL USD EUR CSV JSON YAML SVG PNG HTML ' +
    'VS Code Capacity Plan Ollama SGLang TensorRT-LLM HTTP API URL'
  ).split(' '),
);
