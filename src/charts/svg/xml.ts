/** Writes elements of a picture as text. The result is well-formed XML, whatever a plan says. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes an element. Its children are XML already; text goes through `escapeXml` first. */
export function element(
  name: string,
  attributes: Attributes,
  children: readonly string[] = [],
): string {
  const own = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${attributeText(value)}"`)
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${own}/>` : `<${name}${own}>${content}</${name}>`;
}

/** Escapes text for content and for quoted attributes. Replaces characters that XML cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** Rounds a coordinate to a hundredth of a pixel, which is finer than anybody sees. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) return '0';
  return String(Math.round(value * 100) / 100 || 0); // avoids a negative zero
}

function attributeText(value: string | number): string {
  return typeof value === 'number' ? coordinate(value) : escapeXml(value);
}
