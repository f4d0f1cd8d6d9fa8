/** The setting `capacityPlan.rules` as package.json declares it: `npm run generate` writes it there. */
import { SEVERITIES } from './finding';
import { RULE_CATALOG } from './ruleCatalog';

const LEVELS = [...SEVERITIES, 'off'];

/** A property for each rule, so that the settings editor and completion know them all. */
export function ruleSettings(): Record<string, object> {
  const properties = [...RULE_CATALOG.values()].map(({ code, title, url, defaultSeverity }) => [
    code,
    {
      type: 'string',
      enum: LEVELS,
      default: defaultSeverity,
      markdownDescription: `${title}. [More](${url})`,
    },
  ]);
  return Object.fromEntries(properties) as Record<string, object>;
}
