/** What servers said of their memory at their start, from public logs: how far the estimates are off. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  compareMemory,
  summarizeMemory,
  type MemoryRow,
} from '../../../accuracy/memory/benchMemory';

const FILE = join(import.meta.dirname, '../../../data/memory/vllm-logs.json');
const ROWS = JSON.parse(readFileSync(FILE, 'utf8')) as readonly MemoryRow[];
const summary = summarizeMemory(ROWS.map(compareMemory));

test('there are at least 40 servers of 15 architectures, each with its source', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(40);
  expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
});

test('what the memory of a GPU is used for is right within 1%', () => {
  expect(summary.use.rows).toBeGreaterThanOrEqual(20);
  expect(summary.use.mean).toBeLessThan(0.01);
});

test('weights are right within 1%', () => {
  expect(summary.weights.rows).toBeGreaterThanOrEqual(30);
  expect(summary.weights.mean).toBeLessThan(0.01);
});

test('room for KV cache is right within 4%', () => {
  expect(summary.room.rows).toBeGreaterThanOrEqual(20);
  expect(summary.room.mean).toBeLessThan(0.04);
});

test('whether a server starts is right for 95%', () => {
  const { right, of } = summary.starts;
  expect(right / of).toBeGreaterThanOrEqual(0.95);
});
