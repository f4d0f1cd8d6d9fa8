/** Declares every plan of examples/, name to text: plansAsText in esbuild.mjs. */
declare module 'examples:all' {
  const plans: Readonly<Record<string, string>>;
  export default plans;
}

declare module 'mocha/mocha.js';

declare module '*.yaml' {
  const text: string;
  export default text;
}
