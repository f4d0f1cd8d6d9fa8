/** Quotes text that YAML would read as something else. */
export function quoteIfNeeded(text: string): string {
  return /^[>|&*!%@`"'#[\]{},?-]|: |:$| #|[,[\]{}]|^$/.test(text) ? JSON.stringify(text) : text;
}
