/** Reads the address of a server from an option. */
import { baseOf, type BadAddress } from '../network/httpHost';
import { Failure } from './failure';

/** Returns the address up to the version: `https://host:8000`. */
export function addressOf(option: string, url: string, example = 'http://localhost:8000'): string {
  const read = baseOf(url);
  if ('base' in read) return read.base;
  throw new Failure(`${option} ${WORDS[read.problem](example)}`, 'usage');
}

const WORDS: Readonly<Record<BadAddress, (example: string) => string>> = {
  'no-address': (example) => `is an address such as ${example}`,
  password: () => 'has a password in it: put the key into the environment',
};
