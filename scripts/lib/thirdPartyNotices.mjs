// Collects the licences of other people's code in the shipped bundles. Reads esbuild's metafiles, so that nothing is
// forgotten.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Packages published without their licence. The text comes from the repository that package.json names.
const ELSEWHERE = {
  '@microsoft/fast-element': 'microsoft-fast.txt',
  '@microsoft/fast-foundation': 'microsoft-fast.txt',
  '@microsoft/fast-web-utilities': 'microsoft-fast.txt',
  '@vscode/l10n': 'microsoft-l10n.txt',
};

const HEAD = `Capacity Plan contains software of others, under the licences below.
`;

/**
 * @param metafiles Metafiles of all shipped bundles.
 * @param root Folder at which their paths begin.
 * @throws If a bundled package has no licence text.
 */
export function thirdPartyNotices(metafiles, root) {
  const packages = [...new Set(metafiles.flatMap(foldersIn))].map((folder) => read(root, folder));
  const missing = packages.filter(({ text }) => text === undefined).map(({ name }) => name);
  if (missing.length > 0) {
    throw new Error(`no licence text of what is bundled: ${missing.join(', ')}`);
  }
  // the same package may occur in two versions
  const sections = new Map(packages.map((each) => [titleOf(each), sectionOf(each)]));
  return [HEAD, ...[...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, s]) => s)].join('\n');
}

/** Returns the folders of packages with at least a byte in a bundle. */
function foldersIn({ outputs }) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []),
  );
}

function read(root, folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  return { name, version, license, text: textOf(root, folder, name) };
}

function textOf(root, folder, name) {
  const files = readdirSync(join(root, folder)).filter((file) =>
    /^(licen[cs]e|copying)/i.test(file),
  );
  const elsewhere = ELSEWHERE[name] && join(root, 'scripts', 'licences', ELSEWHERE[name]);
  const path = files[0] ? join(root, folder, files[0]) : elsewhere;
  const text = path && existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return text === '' ? undefined : text;
}

function titleOf({ name, version }) {
  return `${name} ${version}`;
}

function sectionOf({ license, text, ...of }) {
  const title = `${titleOf(of)} (${license})`;
  return `${'-'.repeat(title.length)}\n${title}\n${'-'.repeat(title.length)}\n\n${text}\n`;
}
