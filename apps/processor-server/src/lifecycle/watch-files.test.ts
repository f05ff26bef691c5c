import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileStates, lookAt, watchFiles } from './watch-files.js'

let file: string
beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'gatehouse-watch-')), 'a.yaml')
})
afterAll(() => rm(join(file, '..'), { recursive: true }))

/** Much longer than the pauses of a writer, since a busy machine makes those longer. */
const INTERVAL_MS = 400

async function countChanges(act: () => Promise<void>, before?: FileStates): Promise<number> {
  let count = 0
  const watch = watchFiles(INTERVAL_MS, () => {
    count++
  })
  await watch.setFiles([file], before ?? (await lookAt([file])))
  await act()
  await delay(4 * INTERVAL_MS)
  watch.stop()
  return count
}

test('a file that is written in many steps changes once, when it stands still', async () => {
  await writeFile(file, 'start')
  const changes = await countChanges(async () => {
    for (let step = 0; step < 16; step++) {
      await writeFile(file, `step ${step}`)
      await delay(40)
    }
  })
  expect(changes).toBe(1)
})

test('a file that stays as it is does not change, also when it is not there', async () => {
  await writeFile(file, 'same')
  expect(await countChanges(async () => {})).toBe(0)
  await rm(file)
  expect(await countChanges(async () => {})).toBe(0)
})

test('a file that changed while it was read counts as changed', async () => {
  const before = await lookAt([])
  await delay(20)
  await writeFile(file, 'changed meanwhile')
  expect(await countChanges(async () => {}, before)).toBe(1)
})

test('a link that was swapped meanwhile counts as changed, also when it leads to an older file', async () => {
  const older = `${file}.older`
  await writeFile(older, 'older')
  await delay(20)
  await writeFile(file, 'newer')
  await delay(20)
  const before = await lookAt([file])
  await symlink(older, `${file}.link`)
  await rename(`${file}.link`, file)
  expect(await countChanges(async () => {}, before)).toBe(1)
})

test('nothing is told after the end', async () => {
  let count = 0
  const watch = watchFiles(50, () => {
    count++
  })
  await watch.setFiles([file], await lookAt([file]))
  watch.stop()
  await writeFile(file, 'too late')
  await delay(200)
  expect(count).toBe(0)
})
