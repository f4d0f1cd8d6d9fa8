// Replaces the functions of Node's assert that the suite uses, for the web worker host.
export function ok(value: unknown, message = 'not ok'): asserts value {
  if (!value) {
    throw new Error(message);
  }
}

export function strictEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `${String(actual)} is not ${String(expected)}`);
}

export function deepStrictEqual(actual: unknown, expected: unknown, message?: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  ok(a === b, message ?? `${a} is not ${b}`);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  ok(pattern.test(text), message ?? `${JSON.stringify(text)} does not match ${String(pattern)}`);
}

export function doesNotMatch(text: string, pattern: RegExp, message?: string): void {
  ok(!pattern.test(text), message ?? `${JSON.stringify(text)} matches ${String(pattern)}`);
}

export function fail(message = 'failed'): never {
  throw new Error(message);
}
