/**
 * Cleans text of a plan, a path or a file for places that give characters a meaning. VS Code reads links in
 * notifications and in the details of status items, and icons in labels.
 */
import { oneLine } from './oneLine';

/** Maximum length: a notification shows no more. */
const LONGEST = 300;
const LONGEST_LABEL = 100;

/** Returns text on one line and cut, without links (`[a](command:b)`), icons (`$(zap)`) and invisible characters. */
export function plainText(text: string, longest = LONGEST): string {
  const line = oneLine(text);
  const characters = Array.from(line.slice(0, 2 * longest + 2));
  const cut = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
  // A blank between keeps the text legible, and both readers need them adjacent.
  return cut.replace(/(?<=[\]$])\(/g, ' (');
}

/** Cleans the same way for a label: of a completion, a hint, a panel. */
export function plainLabel(text: string): string {
  return plainText(text, LONGEST_LABEL);
}
