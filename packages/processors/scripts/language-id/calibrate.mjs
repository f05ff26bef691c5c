/**
 * The n-grams of a text depend on each other, so that the bare sums are too sure, the more the longer it is. They are divided by
 * `base * ngrams ** exponent`; the two are those under which the right languages are most likely.
 *
 * @param samples of texts: the `sums` by class, the `right` one, and how many `ngrams` of bytes they have
 */
export function fitTemperature(samples) {
  let best = { loss: Number.POSITIVE_INFINITY }
  for (let exponent = 0; exponent <= 0.8; exponent += 0.1) {
    for (let base = 0.5; base <= 2; base += 0.1) {
      const loss = samples.reduce((sum, sample) => sum + lossOf(sample, base * sample.ngrams ** exponent), 0)
      if (loss < best.loss) best = { base, exponent, loss }
    }
  }
  return best
}

function lossOf({ sums, right }, temperature) {
  const most = Math.max(...sums)
  const total = sums.reduce((sum, value) => sum + Math.exp((value - most) / temperature), 0)
  return Math.log(total) - (sums[right] - most) / temperature
}
