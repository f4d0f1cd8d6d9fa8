/** Reads XML with a strict parser: anything not well-formed is an error. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Own text, without that of children. */
  text: string;
  /** Names of the elements around it, the outermost first. */
  readonly inside: readonly string[];
}

/** Returns all elements, in the order of the document. */
export function parseXml(xml: string): readonly XmlElement[] {
  const parser = new SaxesParser({ xmlns: false });
  const all: XmlElement[] = [];
  const open: XmlElement[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '', inside: open.map((each) => each.name) };
    all.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return all;
}
