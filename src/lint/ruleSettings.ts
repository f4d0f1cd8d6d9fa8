/** Builds the setting `capacityPlan.rules` of package.json, which `npm run generate` writes there. */
import { SEVERITIES } from './finding';
import { RULE_CATALOG } from './ruleCatalog';

const LEVELS = [...SEVERITIES, 'off'];

/** Begins the names of these texts in package.nls.json. */
export const RULE_TEXT = 'configuration.rule.';

/** Returns a property for each rule, so that the settings editor and completion know them all. */
export function ruleSettings(): Record<string, object> {
  const properties = [...RULE_CATALOG.values()].map(({ code, defaultSeverity }) => [
    code,
    {
      type: 'string',
      enum: LEVELS,
      default: defaultSeverity,
      markdownDescription: `%${RULE_TEXT}${code}%`,
    },
  ]);
  return Object.fromEntries(properties) as Record<string, object>;
}

/** Returns the text of each property, as package.nls.json has it. */
export function ruleTexts(translate: (english: string) => string): Record<string, string> {
  const texts = [...RULE_CATALOG.values()].map(({ code, title, url }) => [
    `${RULE_TEXT}${code}`,
    `${translate(title)}. [${translate('More')}](${url})`,
  ]);
  return Object.fromEntries(texts) as Record<string, string>;
}
