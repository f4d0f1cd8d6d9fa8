/** Sends one request, and times its answer as it streams in. */
import { t } from '@vscode/l10n';
import type { Answer, Fate } from './answer';
import { readEvents } from './eventStream';
import { Stop, type MeasureHost, type Reply } from './host';
import { APIS, errorText, readPart, requestBody, type Dialect, type Request } from './requestBody';

export interface Server {
  readonly host: MeasureHost;
  readonly model: string;
  readonly dialect: Dialect;
  /** Seconds after which an answer counts as lost. */
  readonly timeoutSeconds: number;
}

/** Never rejects: what goes wrong is the fate of the answer. */
export async function sendRequest(server: Server, request: Request, stop: Stop): Promise<Answer> {
  const { host, dialect, model, timeoutSeconds } = server;
  const timing = new Timing(host);
  const own = new Stop();
  let isLate = false;
  const forget = stop.onAsked(() => own.ask());
  const ended = new Stop();
  void host.wait(timeoutSeconds, ended).then(() => {
    if (ended.isAsked) return;
    isLate = true;
    own.ask();
  });
  try {
    const reply = await host.post(APIS[dialect.api], requestBody(model, request, dialect), own);
    if (own.isAsked) throw new Error('stopped');
    return await readReply(reply, timing);
  } catch (error) {
    if (isLate) return timing.end('timed-out', t`no answer within ${timeoutSeconds} s`);
    if (stop.isAsked) return timing.end('stopped', '');
    return timing.end('broken', error instanceof Error ? error.message : String(error));
  } finally {
    forget();
    ended.ask();
  }
}

async function readReply({ status, parts }: Reply, timing: Timing): Promise<Answer> {
  if (status < 200 || status > 299) {
    let body = '';
    for await (const part of parts) body += part;
    return timing.end(fateOf(status), `${t`status ${status}`} ${errorText(body)}`.trim());
  }
  for await (const data of readEvents(parts)) {
    if (data === DONE) return timing.end('answered', '');
    const part = readPart(data);
    if (part?.error !== undefined) return timing.end('failed', part.error);
    if (part) timing.add(part);
  }
  // some servers close the connection in place of the last event
  return timing.isWhole
    ? timing.end('answered', '')
    : timing.end('broken', t`the stream broke off`);
}

function fateOf(status: number): Fate {
  if (status === 401 || status === 403) return 'refused';
  return status === 429 || status === 503 ? 'rejected' : 'failed';
}

const DONE = '[DONE]';

/** Collects what an answer tells while it streams in. */
class Timing {
  private readonly sent: number;
  private first: number | undefined;
  private last: number | undefined;
  private parts = 0;
  private usage: NonNullable<ReturnType<typeof readPart>>['usage'];

  constructor(private readonly host: Pick<MeasureHost, 'nowSeconds'>) {
    this.sent = host.nowSeconds();
  }

  get isWhole(): boolean {
    return this.usage !== undefined && this.first !== undefined;
  }

  add({ hasText, usage }: NonNullable<ReturnType<typeof readPart>>): void {
    if (hasText) {
      this.last = this.host.nowSeconds();
      this.first ??= this.last;
      this.parts++;
    }
    this.usage = usage ?? this.usage;
  }

  end(fate: Fate, why: string): Answer {
    const { sent, first, last, parts, usage } = this;
    const isEmpty = fate === 'answered' && first === undefined;
    return {
      fate: isEmpty ? 'failed' : fate,
      why: isEmpty ? t`an answer without text` : why,
      sent,
      first,
      last,
      ended: this.host.nowSeconds(),
      promptTokens: usage?.promptTokens,
      outputTokens: usage?.outputTokens,
      cachedTokens: usage?.cachedTokens,
      parts,
    };
  }
}
