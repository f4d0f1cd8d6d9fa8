import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './runCli';

/**
 * A published schema lets new properties through, so that readers of version 1 stay valid; what this version
 * writes must all be described.
 */
export function strictSchema(name: string): object {
  const schema: unknown = JSON.parse(readFileSync(join(ROOT, 'schemas', name), 'utf8'));
  return close(schema) as object;
}

function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (typeof schema !== 'object' || schema === null) return schema;
  const closed = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, close(value)]),
  );
  const isObject = 'type' in schema && schema.type === 'object' && 'properties' in schema;
  return isObject ? { ...closed, additionalProperties: false } : closed;
}
