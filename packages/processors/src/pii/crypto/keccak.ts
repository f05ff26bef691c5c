/** Rounds, rotations and lanes of Keccak-f[1600] (FIPS 202, section 3.2), lanes as pairs of 32-bit halves. */
const ROUNDS = 24
const ROTATIONS = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44] as const
const LANES = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1] as const
const RATE = 136

const roundConstants = makeRoundConstants()

/**
 * Keccak-256 as Ethereum and Monero have it: SHA-3 before its padding was fixed, which Node's own crypto lacks.
 */
export function keccak256(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 1) / RATE) * RATE)
  padded.set(message)
  padded[message.length] = 1
  padded[padded.length - 1] = (padded[padded.length - 1] as number) | 0x80
  const words = new DataView(padded.buffer)
  const state = new Int32Array(50)
  for (let block = 0; block < padded.length; block += RATE) {
    for (let word = 0; word < RATE / 4; word++) {
      state[word] = (state[word] as number) ^ words.getInt32(block + word * 4, true)
    }
    permute(state)
  }
  return new Uint8Array(state.buffer.slice(0, 32))
}

function permute(state: Int32Array): void {
  const columns = new Int32Array(10)
  for (let round = 0; round < ROUNDS; round++) {
    mixColumns(state, columns)
    moveLanes(state)
    mixRows(state, columns)
    for (const half of [0, 1]) state[half] = (state[half] as number) ^ (roundConstants[round * 2 + half] as number)
  }
}

/** Step theta. */
function mixColumns(state: Int32Array, columns: Int32Array): void {
  columns.fill(0)
  for (let half = 0; half < 50; half++) {
    columns[half % 10] = (columns[half % 10] as number) ^ (state[half] as number)
  }
  for (let column = 0; column < 5; column++) {
    const left = ((column + 4) % 5) * 2
    const right = ((column + 1) % 5) * 2
    const low = columns[right] as number
    const high = columns[right + 1] as number
    const mixLow = (columns[left] as number) ^ ((low << 1) | (high >>> 31))
    const mixHigh = (columns[left + 1] as number) ^ ((high << 1) | (low >>> 31))
    for (let lane = column * 2; lane < 50; lane += 10) {
      state[lane] = (state[lane] as number) ^ mixLow
      state[lane + 1] = (state[lane + 1] as number) ^ mixHigh
    }
  }
}

/** Steps rho and pi. */
function moveLanes(state: Int32Array): void {
  let low = state[2] as number
  let high = state[3] as number
  for (let step = 0; step < 24; step++) {
    const lane = (LANES[step] as number) * 2
    const nextLow = state[lane] as number
    const nextHigh = state[lane + 1] as number
    const turn = ROTATIONS[step] as number
    const [from, to] = turn < 32 ? [low, high] : [high, low]
    const shift = turn % 32
    state[lane] = shift === 0 ? from : (from << shift) | (to >>> (32 - shift))
    state[lane + 1] = shift === 0 ? to : (to << shift) | (from >>> (32 - shift))
    low = nextLow
    high = nextHigh
  }
}

/** Step chi. */
function mixRows(state: Int32Array, row: Int32Array): void {
  for (let start = 0; start < 50; start += 10) {
    row.set(state.subarray(start, start + 10))
    for (let half = 0; half < 10; half++) {
      state[start + half] =
        (row[half] as number) ^ (~(row[(half + 2) % 10] as number) & (row[(half + 4) % 10] as number))
    }
  }
}

/** Step iota's constants, by the linear feedback shift register that the standard gives. */
function makeRoundConstants(): Int32Array {
  const constants = new Int32Array(ROUNDS * 2)
  let register = 1
  for (let round = 0; round < ROUNDS; round++) {
    for (let power = 0; power < 7; power++) {
      const bit = (1 << power) - 1
      if ((register & 1) === 1) {
        const half = round * 2 + (bit < 32 ? 0 : 1)
        constants[half] = (constants[half] as number) ^ (1 << (bit % 32))
      }
      register = (register << 1) ^ ((register >> 7) * 0x171)
    }
  }
  return constants
}
