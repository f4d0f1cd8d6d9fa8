import { t } from '@vscode/l10n';
import { describe, expect, it } from 'vitest';
import { bareEnglish, withPseudoLanguage } from '../../support/pseudoLanguage';

const missed = (name: string, count: number, why: string): string =>
  t`\`${name}\` needs ${count} nodes: ${why}`;

describe('the pseudo language', () => {
  it('marks what is translated', () => {
    expect(withPseudoLanguage(() => t`No plan`)).toBe('⟦No plan⟧');
  });

  it('is over with the work, whether it returns, throws or waits', async () => {
    const work = async (): Promise<string> => {
      await Promise.resolve();
      return t`No plan`;
    };
    expect(await withPseudoLanguage(work)).toBe('⟦No plan⟧');
    expect(t`No plan`).toBe('No plan');
    expect(() =>
      withPseudoLanguage(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(t`No plan`).toBe('No plan');
  });
});

describe('bare English', () => {
  it('is none in a text that is translated as a whole', () => {
    const text = withPseudoLanguage(() => missed('chat', 3, t`it is slow`));
    expect(bareEnglish(text)).toEqual([]);
  });

  it('is found where it is put into a translated text', () => {
    const text = withPseudoLanguage(() => missed('chat', 3, 'it is slow'));
    expect(bareEnglish(text)).toEqual(['it', 'is', 'slow']);
  });

  it('is no name, number, unit, address or tag', () => {
    const text =
      'chat-1: 2.7 s of 1,000 req/s, <b class="big">80 GB</b> [⟦see⟧](https://a.example/b c';
    expect(bareEnglish(text, ['chat-1'])).toEqual(['of']);
  });
});
