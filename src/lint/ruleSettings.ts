/** Builds the setting `capacityPlan.rules` of package.json, which `npm run generate` writes there. */
import { SEVERITIES } from './finding';
import { RULE_CATALOG } from './ruleCatalog';

const LEVELS = [...SEVERITIES, 'off'];

/** Returns a property for each rule, so that the settings editor and completion know them all. */
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
