/** Links between the pages lead to files and headings that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => normalize(join(folder, name)));
const PAGES = ['.', 'docs', 'docs/decisions'].flatMap(pagesIn);

const proseOf = (path: string): string => readFileSync(path, 'utf8').replace(/^```.*?^```$/gms, '');

/** Returns the anchors of headings, as GitHub and VS Code make them. */
function anchorsOf(path: string): readonly string[] {
  const headings = proseOf(path).matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Lists the links of a page that lead nowhere. */
function brokenLinks(page: string): readonly string[] {
  const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
}

test.for(PAGES)('%s', (page) => {
  expect(brokenLinks(page)).toEqual([]);
});
