// Times several functions in turn, so that the noise of the machine meets all of them.

/** Returns the median milliseconds of each function over `rounds` rounds in turn, after half as many to warm up. */
export function mediansOf(functions, rounds) {
  const times = functions.map(() => []);
  for (let round = -Math.ceil(rounds / 2); round < rounds; round++) {
    functions.forEach((run, index) => {
      const start = performance.now();
      run();
      if (round >= 0) times[index].push(performance.now() - start);
    });
  }
  return times.map(median);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
