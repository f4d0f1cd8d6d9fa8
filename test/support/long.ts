/** `npm run fuzz` asks these tests at their full length (LONG=1); `npm test` asks them the beginning of it. */
const IS_LONG = process.env.LONG === '1';

export function byLength<T>({ short, long }: { readonly short: T; readonly long: T }): T {
  return IS_LONG ? long : short;
}
