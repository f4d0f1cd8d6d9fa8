import { cut } from '../messages/oneLine';

/**
 * A name inside a quoted label of a Mermaid chart. There is no way to escape there, so only letters,
 * digits and harmless signs are kept.
 */
export function mermaidLabel(name: string): string {
  const label = name
    .replace(/[^\p{L}\p{N}\p{M} .,_()/+-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return label === '' ? 'engine' : cut(label, LONGEST);
}

const LONGEST = 60;
