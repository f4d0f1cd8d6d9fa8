/** Types of one request that was sent, and of what became of it. */

export type Fate =
  /** Whole, with all its tokens. */
  | 'answered'
  /** Refused by a server that is full: 429 or 503. */
  | 'rejected'
  /** Refused for want of the right key: 401 or 403. */
  | 'refused'
  /** Any other status than success. */
  | 'failed'
  /** No connection, or one that broke. */
  | 'broken'
  /** Not answered in time. */
  | 'timed-out'
  /** Ended by us. */
  | 'stopped';

export interface Answer {
  readonly fate: Fate;
  /** Status and message of the server, or of the network; empty if it was answered. */
  readonly why: string;
  /** Times of the host's clock, in seconds: of sending, of the first and last token, and of the end. */
  readonly sent: number;
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly ended: number;
  /** As the server counts them; undefined if it does not say. */
  readonly promptTokens: number | undefined;
  readonly outputTokens: number | undefined;
  readonly cachedTokens: number | undefined;
  /** Parts with text in them: about the tokens, for a server that does not count. */
  readonly parts: number;
}
