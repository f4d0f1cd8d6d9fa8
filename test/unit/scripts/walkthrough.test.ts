import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Step {
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: {
    commands: readonly { readonly command: string }[];
    walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
};
const strings = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const german = JSON.parse(readFileSync('package.nls.de.json', 'utf8')) as Record<string, string>;
const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const commands = new Set(manifest.contributes.commands.map(({ command }) => command));

test('its pictures are what `npm run generate` draws', async () => {
  const pictures = await walkthroughPictures();
  expect(Object.keys(pictures).length).toBe(8);
  for (const [name, text] of Object.entries(pictures)) {
    expect(readFileSync(`media/walkthrough/${name}`, 'utf8'), name).toBe(text);
  }
});

test('its pictures have only colours of the theme', () => {
  for (const path of steps.flatMap(({ media }) => picturesOf(media.svg))) {
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('var(--vscode-');
    expect(text.match(/(?:fill|stroke)="#[^"]*"/g), path).toBeNull();
  }
});

test('it has five steps, whose commands exist and complete them', () => {
  expect(steps.length).toBe(5);
  for (const { description, media, completionEvents } of steps) {
    expect(picturesOf(media.svg).every((path) => existsSync(path))).toBe(true);
    const text = strings[description.slice(1, -1)] ?? '';
    const linked = [...text.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command ?? '');
    expect(linked.length, text).toBeGreaterThan(0);
    const own = linked.filter(
      (command) => command.startsWith('capacityPlan.') && !command.endsWith('.focus'),
    );
    expect(own.filter((command) => !commands.has(command))).toEqual([]);
    expect(completionEvents).toContain(`onCommand:${linked[0] ?? ''}`);
  }
});

/** Returns the paths of a step's picture: a path, or `%key%` of one for each language. */
function picturesOf(path: string): string[] {
  const key = /^%(.*)%$/.exec(path)?.[1];
  return key === undefined ? [path] : [strings, german].map((texts) => texts[key] ?? '');
}

async function walkthroughPictures(): Promise<Readonly<Record<string, string>>> {
  const path = new URL('../../../scripts/lib/walkthroughPictures.mjs', import.meta.url).href;
  const module = (await import(path)) as {
    walkthroughPictures(): Promise<Readonly<Record<string, string>>>;
  };
  return module.walkthroughPictures();
}
