/** Reaches an endpoint through the host's own fetch. The key is sent, and never shown: messages hide it. */
import { t } from '@vscode/l10n';
import { Stop, type MeasureHost, type Reply } from '../measure/host';

export interface Endpoint {
  /** Address up to the version: `https://host:8000`. */
  readonly base: string;
  readonly key: string | undefined;
}

/** Returns the address up to the version, or what is wrong with it. */
export function baseOf(url: string): { readonly base: string } | { readonly problem: BadAddress } {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return { problem: 'no-address' };
  if (parsed.username !== '' || parsed.password !== '') return { problem: 'password' };
  const path = parsed.pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
  return { base: parsed.origin + path };
}

export type BadAddress = 'no-address' | 'password';

/** A server that wants a key, or another one. */
export class KeyRefused extends Error {}

export function httpHost({ base, key }: Endpoint): MeasureHost {
  return {
    post: async (path, body, stop) => {
      const method = 'POST';
      const type = { 'content-type': 'application/json' };
      return send(
        base + path,
        { method, body, headers: { ...type, ...authorization(key) } },
        stop,
        key,
      );
    },
    nowSeconds: () => performance.now() / 1000,
    wait,
    random: Math.random,
  };
}

/** Longest answer that is read, and seconds that it may take. */
const MOST_CHARACTERS = 64_000_000;
const ANSWER_SECONDS = 60;

/**
 * Gets a text, whatever its status. An answer that is not there in time is an error, as one that is too long is.
 * @throws An error whose message says why no answer came.
 */
export async function getText(
  { base, key }: Endpoint,
  path: string,
  stop: Stop,
): Promise<{ readonly status: number; readonly text: string }> {
  const limit = new Stop();
  const forget = stop.onAsked(() => limit.ask());
  const timer = setTimeout(() => limit.ask(), ANSWER_SECONDS * 1000);
  try {
    const reply = await send(base + path, { headers: authorization(key) }, limit, key);
    let text = '';
    for await (const part of reply.parts) {
      text += part;
      if (text.length > MOST_CHARACTERS) throw new Error(t`the answer is longer than 64 MB`);
    }
    return { status: reply.status, text };
  } catch (error) {
    if (limit.isAsked && !stop.isAsked) throw new Error(noAnswerInTime(), { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    forget();
  }
}

/**
 * Returns the names of the models that the endpoint serves; none if it does not say.
 * @throws KeyRefused if it does not say so with this key.
 */
export async function servedModels(
  { base, key }: Endpoint,
  stop: Stop,
): Promise<readonly string[]> {
  const reply = await send(`${base}/v1/models`, { headers: authorization(key) }, stop, key);
  let text = '';
  for await (const part of reply.parts) text += part;
  if (reply.status === 401 || reply.status === 403) {
    throw new KeyRefused(
      key === undefined ? t`the server wants a key` : t`the server refuses the key`,
    );
  }
  try {
    const { data } = JSON.parse(text) as { readonly data?: readonly { readonly id?: unknown }[] };
    return (data ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  } catch {
    return [];
  }
}

function authorization(key: string | undefined): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

async function send(
  url: string,
  init: RequestInit,
  stop: Stop,
  key: string | undefined,
): Promise<Reply> {
  const controller = new AbortController();
  const forget = stop.onAsked(() => controller.abort());
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    return {
      status: response.status,
      parts: partsOf(response, forget, key),
    };
  } catch (error) {
    forget();
    throw new Error(hide(wordsOf(error), key), { cause: error });
  }
}

async function* partsOf(
  { body }: Response,
  forget: () => void,
  key: string | undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const bytes of (body ?? []) as unknown as AsyncIterable<Uint8Array>)
      yield hide(decoder.decode(bytes, { stream: true }), key);
  } catch (error) {
    throw new Error(hide(wordsOf(error), key), { cause: error });
  } finally {
    forget();
  }
}

/** A server may repeat the key in its error. */
function hide(text: string, key: string | undefined): string {
  return key === undefined || key === '' ? text : text.replaceAll(key, '(key)');
}

function noAnswerInTime(): string {
  return t`no answer within the time`;
}

/** Returns what an error code of Node means; undefined for others. */
function wordsOfCode(code: string | undefined): string | undefined {
  switch (code) {
    case 'ECONNREFUSED':
      return t`connection refused: nothing listens there`;
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return t`the server closed the connection`;
    case 'ENOTFOUND':
      return t`no such host`;
    case 'EAI_AGAIN':
      return t`the name of the host cannot be resolved`;
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return t`no connection within the time`;
    case 'UND_ERR_HEADERS_TIMEOUT':
      return noAnswerInTime();
    case 'UND_ERR_BODY_TIMEOUT':
      return t`the answer stopped half-way`;
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return t`the certificate is self-signed: name its file in NODE_EXTRA_CA_CERTS`;
    default:
      return undefined;
  }
}

function wordsOf(error: unknown): string {
  const { cause, message } = error as { readonly cause?: unknown; readonly message?: string };
  const { code, message: inner } = (cause ?? error) as { code?: string; message?: string };
  return wordsOfCode(code) ?? inner ?? message ?? String(error);
}

export function wait(seconds: number, stop: Stop): Promise<void> {
  if (stop.isAsked) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(finish, seconds * 1000);
    const forget = stop.onAsked(finish);
    function finish(): void {
      clearTimeout(timer);
      forget();
      resolve();
    }
  });
}
