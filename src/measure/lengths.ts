/** Draws lengths of prompts and answers as the workload has them, and writes prompts of such a length. */
import { WORDS } from './words';

/** Mean tokens, and how they vary: standard deviation divided by the mean, 0 for equal lengths. */
export interface LengthAsked {
  readonly mean: number;
  readonly cv: number;
}

/** Draws from a lognormal distribution, as lengths of prompts and answers nearly are (`engine/plan/lengths.ts`). */
export function drawLength({ mean, cv }: LengthAsked, random: () => number): number {
  if (cv <= 0) return Math.max(1, Math.round(mean));
  const variance = Math.log(1 + cv * cv);
  const drawn = mean * Math.exp(Math.sqrt(variance) * drawNormal(random) - variance / 2);
  return Math.max(1, Math.round(Math.min(drawn, MOST_OF_MEAN * mean)));
}

/** Longest length as a multiple of the mean: a server may have no room for what one in a million is. */
const MOST_OF_MEAN = 20;

/** Draws from the standard normal distribution (Box and Muller 1958). */
function drawNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * Writes prompts of random words, so that no cache knows their beginning. How many tokens a word takes depends on the
 * server's tokenizer, and it learns that from each answer.
 */
export class PromptWriter {
  private tokens = 0;
  private words = 0;
  /** Tokens that the server adds to each prompt: those of a chat template, for example. */
  private overhead = 0;

  constructor(private readonly random: () => number) {}

  write(tokens: number): string {
    const count = Math.max(1, Math.round((tokens - this.overhead) / this.tokensAWord()));
    const word = (): string => WORDS[Math.floor(this.random() * WORDS.length)] ?? 'a';
    return Array.from({ length: count }, word).join(' ');
  }

  /** Learns from a prompt of so many words. The shortest tells the overhead, the others the tokens of a word. */
  learn(words: number, tokens: number): void {
    if (words <= FEW_WORDS) {
      this.overhead = Math.max(0, tokens - words * this.tokensAWord());
      return;
    }
    this.words += words;
    this.tokens += Math.max(1, tokens - this.overhead);
  }

  private tokensAWord(): number {
    if (this.words === 0) return 1;
    return Math.min(MOST_TOKENS_A_WORD, Math.max(LEAST_TOKENS_A_WORD, this.tokens / this.words));
  }
}

/** What a count beyond tells is no tokenizer, but a server that counts something else. */
const [LEAST_TOKENS_A_WORD, MOST_TOKENS_A_WORD] = [0.5, 8];

/** Words of a prompt that is sent to learn what the server adds. */
export const FEW_WORDS = 2;
