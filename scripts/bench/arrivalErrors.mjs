// Errors and wrong verdicts of times under arrivals as a table.
export function printArrivals(title, summaries) {
  console.log(`\n${title}`);
  console.log(row('', ['bias', 'median', 'n', 'false passes', 'false misses', 'verified wrong']));
  for (const summary of summaries) {
    const { metric, bias, median, n, falsePasses, falseMisses, verifiedWrong } = summary;
    console.log(
      row(metric, [
        percent(bias, true),
        percent(median),
        n,
        falsePasses,
        falseMisses,
        verifiedWrong,
      ]),
    );
  }
}

function percent(share, signed = false) {
  const text = (share * 100).toFixed(1);
  return `${signed && share > 0 ? '+' : ''}${text} %`;
}

function row(name, cells) {
  return [name.padEnd(6), ...cells.map((cell) => String(cell).padStart(15))].join('');
}
