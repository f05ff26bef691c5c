import { expect, test } from 'vitest'
import { CallSlots } from './call-slots.js'

const never = new AbortController().signal

/** Work that ends when it is told to. */
function work() {
  let finish = () => {}
  const ended = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { start: () => ended, finish: () => finish() }
}

test('runs as many as it may, the others in the order in which they came', async () => {
  const slots = new CallSlots({ maxRunning: 1, maxWaiting: 2 })
  const order: string[] = []
  const first = work()
  const running = [
    slots.run(never, first.start),
    slots.run(never, async () => order.push('second')),
    slots.run(never, async () => order.push('third')),
  ]
  await expect(slots.run(never, async () => order.push('fourth'))).rejects.toMatchObject({ kind: 'overloaded' })
  expect(order).toEqual([])
  first.finish()
  await Promise.all(running)
  expect(order).toEqual(['second', 'third'])
})

test('one that gives up waiting leaves its place', async () => {
  const slots = new CallSlots({ maxRunning: 1, maxWaiting: 1 })
  const first = work()
  const running = slots.run(never, first.start)
  const leaver = new AbortController()
  const waiting = slots.run(leaver.signal, async () => 'begun')
  leaver.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  const next = slots.run(never, async () => 'next')
  first.finish()
  await running
  expect(await next).toBe('next')
})

test('a slot is free again after a failure', async () => {
  const slots = new CallSlots({ maxRunning: 1, maxWaiting: 0 })
  await expect(slots.run(never, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await slots.run(never, async () => 'runs')).toBe('runs')
})
