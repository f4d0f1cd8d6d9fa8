/** Turns a text into a file name that Windows, macOS and Linux take. */
import { cut, oneLine } from '../messages/oneLine';

/** Leaves room for an ending and a chart's name within the 255 bytes of most file systems. */
const LONGEST = 60;

/** Device names of Windows, which are reserved with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

export function legalName(text: string): string {
  const name = cut(oneLine(text), LONGEST)
    .replace(/[\\/:*?"<>|]+/g, '-')
    .replace(DEVICE, '$1-')
    .replace(/[. ]+$/, '');
  return name === '' ? 'plan' : name;
}
