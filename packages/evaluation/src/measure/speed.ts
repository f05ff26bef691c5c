const KILOBYTE = 1024

/** What a processor's time on texts comes to. */
export interface Speed {
  /** Median over texts of the microseconds for a kilobyte (1,024 bytes of UTF-8); a shorter text counts as one. */
  readonly microsecondsPerKb: number | undefined
  /** The same at the 99th percentile. */
  readonly microsecondsPerKbP99: number | undefined
  /** Megabytes (1,000,000 bytes) in a second, over all texts. */
  readonly megabytesPerSecond: number | undefined
}

/** Times of texts, as they add up. */
export class Timings {
  readonly #microsecondsPerKb: number[] = []
  #bytes = 0
  #milliseconds = 0

  add(text: string, milliseconds: number): void {
    const bytes = Buffer.byteLength(text)
    this.#bytes += bytes
    this.#milliseconds += milliseconds
    this.#microsecondsPerKb.push((milliseconds * 1000) / Math.max(1, bytes / KILOBYTE))
  }

  /** The speed over several sets of texts. */
  static speedOf(all: readonly Timings[]): Speed {
    const sorted = all.flatMap((timings) => timings.#microsecondsPerKb).sort((first, second) => first - second)
    const bytes = all.reduce((sum, timings) => sum + timings.#bytes, 0)
    const milliseconds = all.reduce((sum, timings) => sum + timings.#milliseconds, 0)
    return {
      microsecondsPerKb: percentile(sorted, 0.5),
      microsecondsPerKbP99: percentile(sorted, 0.99),
      megabytesPerSecond: milliseconds > 0 ? bytes / milliseconds / 1000 : undefined,
    }
  }
}

/** The value that a share of the sorted ones do not exceed (nearest rank). */
function percentile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}
