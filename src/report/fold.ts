/** Folds sections. A heading stays in view, so that links reach it; its content opens with a click. */
import { t } from '@vscode/l10n';
import { blocks, bullets } from '../messages/markdown';

export interface Section {
  /** Heading, in our own words: `Findings`. */
  readonly title: string;
  /** Names the content in a few of our own words, without a name of the plan: `10 findings`. */
  readonly holds: string;
  readonly body: string;
}

/** Takes a section apart that begins with its heading. Returns nothing if there is no section. */
export function sectionOf(markdown: string | undefined, holds: string): readonly Section[] {
  const [, title, body] = /^## (.*)\n\n([^]*)$/.exec(markdown ?? '') ?? [];
  return title === undefined || body === undefined ? [] : [{ title, holds, body }];
}

export function foldedSection({ title, holds, body }: Section): string {
  return blocks(
    `## ${title}`,
    `<details>\n<summary>${t`Show ${holds}`}</summary>`,
    body,
    '</details>',
  );
}

/** Lists the sections, each with a link to its heading. */
export function contentsOf(sections: readonly Section[]): string {
  const entries = sections.map(({ title, holds }) => `[${title}](#${anchorOf(title)}): ${holds}`);
  return blocks(`## ${contentsTitle()}`, bullets(entries));
}

export function contentsTitle(): string {
  return t`Contents`;
}

/** Returns the anchor that GitHub, VS Code and the HTML report give to a heading. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N} -]/gu, '')
    .replace(/ /g, '-');
}
