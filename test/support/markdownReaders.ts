/** Reads Markdown as VS Code does: hovers with marked, previews with markdown-it. */
import MarkdownIt from 'markdown-it';
import { Marked, type Token } from 'marked';

const hovers = new Marked({ gfm: true });
const previews = new MarkdownIt({ html: true, linkify: true });
previews.linkify.set({ fuzzyLink: false });

/** Everything that a reader finds in a text besides words and layout. */
export interface Found {
  /** Addresses that a click opens. */
  readonly links: readonly string[];
  /** Addresses that load without a click. */
  readonly images: readonly string[];
  readonly html: readonly string[];
}

export const READERS: Readonly<Record<'hover' | 'preview', (markdown: string) => Found>> = {
  hover: foundInHover,
  preview: foundInPreview,
};

export const RENDERERS: Readonly<Record<'hover' | 'preview', (markdown: string) => string>> = {
  hover: (markdown) => hovers.parse(markdown, { async: false }),
  preview: (markdown) => previews.render(markdown),
};

function foundInHover(markdown: string): Found {
  const links: string[] = [];
  const images: string[] = [];
  const html: string[] = [];
  void hovers.walkTokens(hovers.lexer(markdown), (token: Token) => {
    if (token.type === 'link' || token.type === 'def') links.push(String(token.href));
    if (token.type === 'image') images.push(String(token.href));
    if (token.type === 'html') html.push(token.raw.trim());
  });
  return { links, images, html };
}

function foundInPreview(markdown: string): Found {
  const tokens = previews.parse(markdown, {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const links = inline.flatMap((token) =>
    token.type === 'link_open' ? [token.attrGet('href') ?? ''] : [],
  );
  const images = inline.flatMap((token) =>
    token.type === 'image' ? [token.attrGet('src') ?? ''] : [],
  );
  const html = [...tokens, ...inline].flatMap(({ type, content }) =>
    type === 'html_block' || type === 'html_inline' ? [content.trim()] : [],
  );
  return { links: [...links, ...tokens.flatMap(linksInWords)], images, html };
}

/** Finds links. The preview of VS Code before markdown-it 13 looks for addresses after escapes are gone. */
function linksInWords({ children }: { readonly children: Children }): readonly string[] {
  let level = 0;
  let words = '';
  for (const { type, content } of children ?? []) {
    if (type === 'link_open') level += 1;
    if (type === 'link_close') level -= 1;
    words += level === 0 && (type === 'text' || type === 'text_special') ? content : '\n';
  }
  return (previews.linkify.match(words) ?? []).map(({ url }) => url);
}

type Children = readonly { readonly type: string; readonly content: string }[] | null;
