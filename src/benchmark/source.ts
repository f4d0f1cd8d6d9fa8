/** A text to import, with the JSON in it. */
import { isList, parseJson, type Json } from './json';

export interface Source {
  readonly text: string;
  /** Lines of the text; a longer one than any tool prints is empty. */
  readonly lines: readonly string[];
  /** Values of JSON: the whole text, or its lines (JSONL); the items of a list one by one. */
  readonly documents: readonly Json[];
  /** Lines of JSON that are cut off, from 1. */
  readonly cutLines: readonly number[];
  /** True if the text begins as JSON and ends early. */
  readonly isCutOff: boolean;
}

/** Longest line of a table or a block; JSON has longer ones. */
const LONGEST_LINE = 2000;

export function toSource(whole: string): Source {
  const text = whole.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const all = text.split('\n');
  const lines = all.map((line) => (line.length > LONGEST_LINE ? '' : line));
  const isJson = /^\s*[[{]/.test(text);
  const json = isJson ? tryParse(text) : undefined;
  if (json !== undefined)
    return { text, lines, documents: itemsOf(json), cutLines: [], isCutOff: false };
  const { documents, cutLines } = readLines(all);
  return { text, lines, documents, cutLines, isCutOff: isJson && documents.length === 0 };
}

/** Finds lines that are JSON objects; a log may be around them. */
function readLines(lines: readonly string[]): Pick<Source, 'documents' | 'cutLines'> {
  const documents: Json[] = [];
  const cutLines: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (!/^\s*\{\s*"/.test(line)) continue;
    const json = tryParse(line);
    if (json === undefined) cutLines.push(index + 1);
    else documents.push(json);
  }
  return { documents, cutLines };
}

function itemsOf(json: Json): readonly Json[] {
  return isList(json) ? json : [json];
}

function tryParse(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
