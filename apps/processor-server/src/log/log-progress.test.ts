import { channel } from 'node:diagnostics_channel'
import { expect, test } from 'vitest'
import { logProgress } from './log-progress.js'

test('what processors tell about their loading is logged, as long as somebody listens', () => {
  const lines: unknown[] = []
  const subject = { processor: 'onnx-classifier', model: 'acme/tiny' }
  const logger = {
    info: (fields: unknown, message?: unknown) => lines.push(['info', fields, message]),
    warn: (fields: unknown, message?: unknown) => lines.push(['warn', fields, message]),
  }
  const tell = (message: string, isFailure: boolean) =>
    channel('gatehouse:progress').publish({ ...subject, message, isFailure })
  {
    using _ = logProgress(logger)
    tell('loading the model', false)
    tell('not running: the disk is full', true)
  }
  tell('after the end', false)
  expect(lines).toEqual([
    ['info', subject, 'loading the model'],
    ['warn', subject, 'not running: the disk is full'],
  ])
})
