import fc from 'fast-check'

/** One seed for all random tests of a run; `npm test` prints it. `LONG=1` runs the long proofs in full. */
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
fc.configureGlobal({ seed, numRuns: process.env.LONG ? 2000 : 100 })
