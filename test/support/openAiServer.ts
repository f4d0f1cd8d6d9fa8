/** A small OpenAI-compatible server for tests, which does what it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeServer {
  readonly url: string;
  readonly requests: { readonly path: string; readonly key: string | undefined }[];
  /** Requests that are being answered. */
  readonly active: () => number;
  readonly close: () => Promise<void>;
}

export type Behaviour = (
  response: ServerResponse,
  request: { readonly index: number; readonly tokens: number; readonly path: string },
) => void | Promise<void>;

/** Streams so many tokens, a millisecond each, and counts them. */
export const ANSWER: Behaviour = async (response, { tokens }) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let i = 0; i < tokens && !response.destroyed; i++) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    response.write('data: {"choices":[{"text":"x"}]}\n\n');
  }
  const usage = `{"prompt_tokens":20,"completion_tokens":${tokens}}`;
  response.end(`data: {"choices":[],"usage":${usage}}\n\ndata: [DONE]\n\n`);
};

export async function fakeServer(behave: Behaviour = ANSWER): Promise<FakeServer> {
  const requests: { path: string; key: string | undefined }[] = [];
  let active = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, key: request.headers.authorization });
    active++;
    response.on('close', () => active--);
    void textOf(request).then((text) => {
      if (path === '/v1/models') return void response.end('{"data":[{"id":"small"}]}');
      const { max_tokens: tokens } = JSON.parse(text) as { max_tokens: number };
      return behave(response, { index: requests.length, tokens, path });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    active: () => active,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
