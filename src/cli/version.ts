import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the version of the package that this bundle is part of. */
export function toolVersion(): string {
  // the bundle is `dist/cli.js`
  const manifest = readFileSync(join(__dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
