/**
 * Text of a plan, a path or a file for places that give some of it a meaning: VS Code reads links in notifications
 * and in the details of status items, and icons in labels.
 */
import { oneLine } from './oneLine';

/** More than a notification shows. */
const LONGEST = 300;
const LONGEST_LABEL = 100;

/** On one line and cut, without links (`[a](command:b)`), icons (`$(zap)`) and what cannot be seen. */
export function plainText(text: string, longest = LONGEST): string {
  const line = oneLine(text);
  const characters = Array.from(line.slice(0, 2 * longest + 2));
  const cut = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
  // A blank between keeps the text legible, and both readers want them side by side.
  return cut.replace(/(?<=[\]$])\(/g, ' (');
}

/** The same for a label: of a completion, a hint, a panel. */
export function plainLabel(text: string): string {
  return plainText(text, LONGEST_LABEL);
}
