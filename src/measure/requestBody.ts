/**
 * Writes requests to OpenAI-compatible servers, and reads the parts of their answers. Sources: OpenAI API reference,
 * "Create chat completion" and "Create completion" (`stream_options.include_usage`); vLLM and SGLang add `ignore_eos`.
 */

export const APIS = {
  chat: '/v1/chat/completions',
  completions: '/v1/completions',
} as const;
export type Api = keyof typeof APIS;

export interface Dialect {
  readonly api: Api;
  /** The server can be told to write all tokens that it may, whatever it says. */
  readonly ignoresEnd: boolean;
}

export interface Request {
  readonly prompt: string;
  readonly outputTokens: number;
}

export function requestBody(
  model: string,
  { prompt, outputTokens }: Request,
  { api, ignoresEnd }: Dialect,
): string {
  return JSON.stringify({
    model,
    ...(api === 'chat' ? { messages: [{ role: 'user', content: prompt }] } : { prompt }),
    max_tokens: outputTokens,
    temperature: 0,
    ...(ignoresEnd && { ignore_eos: true }),
    stream: true,
    stream_options: { include_usage: true },
  });
}

export interface Part {
  readonly hasText: boolean;
  readonly usage:
    | {
        readonly promptTokens: number | undefined;
        readonly outputTokens: number | undefined;
        readonly cachedTokens: number | undefined;
      }
    | undefined;
  /** What the server says went wrong after it had begun to answer. */
  readonly error: string | undefined;
}

/** Reads the data of one event; undefined if it is none of this format. */
export function readPart(data: string): Part | undefined {
  const value = parse(data);
  if (!isMap(value)) return undefined;
  const choices = Array.isArray(value.choices) ? (value.choices as unknown[]) : [];
  const details = isMap(value.usage) ? value.usage.prompt_tokens_details : undefined;
  return {
    hasText: choices.some(hasText),
    usage: isMap(value.usage)
      ? {
          promptTokens: count(value.usage.prompt_tokens),
          outputTokens: count(value.usage.completion_tokens),
          cachedTokens: isMap(details) ? count(details.cached_tokens) : undefined,
        }
      : undefined,
    error: errorOf(value),
  };
}

/** Returns the message of an error, as servers write it: `{ error: { message } }`, `{ message }`, `{ detail }` or text. */
export function errorText(body: string): string {
  const value = parse(body);
  return (isMap(value) ? errorOf(value) : undefined) ?? body.trim().slice(0, MOST_OF_ERROR);
}

const MOST_OF_ERROR = 200;

function errorOf(value: Map): string | undefined {
  const { error, message, detail, object } = value;
  const inner = isMap(error) ? error.message : error;
  const found = inner ?? (object === 'error' ? message : undefined) ?? detail;
  return typeof found === 'string' ? found.slice(0, MOST_OF_ERROR) : undefined;
}

function hasText(choice: unknown): boolean {
  if (!isMap(choice)) return false;
  const { delta, text } = choice;
  if (typeof text === 'string') return text !== '';
  if (!isMap(delta)) return false;
  return TEXTS.some((key) => typeof delta[key] === 'string' && delta[key] !== '');
}

/** Tokens of thinking are tokens too; servers name them differently. */
const TEXTS = ['content', 'reasoning_content', 'reasoning'] as const;

type Map = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
