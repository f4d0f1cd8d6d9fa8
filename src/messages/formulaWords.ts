/** Fills places of templates whose text depends on where a number comes from, or on how many there are. */
import { t } from '@vscode/l10n';
import type { Figure, FormulaInputs } from '../engine/figure/figure';

/** Returns a template with plain places only: see `PLACEHOLDER`. */
export function expandPlaces(template: string, inputs: FormulaInputs): string {
  return template
    .replace(/\{(\w+)\?\}/g, (_, name: string) => `{${name}}${byDefault(inputs[name])}`)
    .replace(/\{\*(\d*)\}/, (_, most: string) => listed(Object.keys(inputs), most));
}

/** Marks a number that the plan does not state. */
function byDefault(figure: Figure | undefined): string {
  return figure?.derivation.kind === 'default' ? t` (default)` : '';
}

function listed(names: readonly string[], most: string): string {
  const shown = most === '' ? names.length : Number(most);
  const places = names
    .slice(0, shown)
    .map((name) => `{${name}}`)
    .join(', ');
  return names.length > shown ? t`${places} and ${names.length - shown} more` : places;
}
