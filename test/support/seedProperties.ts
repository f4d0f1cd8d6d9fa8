import fc from 'fast-check';

// `npm test` draws the same cases on every run, so that a change is judged by what it changes.
// `npm run fuzz` sets FUZZ_SEED, by default a new one each time: it searches for cases that nobody has seen yet.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_261_130) });
