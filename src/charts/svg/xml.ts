/** Elements of a picture as text: whatever a plan says, the result is well-formed XML. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; children are XML already, so text goes through `escapeXml` first. */
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

/** For content and quoted attributes alike. What XML cannot hold is replaced. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** A coordinate: a hundredth of a pixel is more than anybody sees. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) return '0';
  return String(Math.round(value * 100) / 100 || 0); // no negative zero
}

function attributeText(value: string | number): string {
  return typeof value === 'number' ? coordinate(value) : escapeXml(value);
}
