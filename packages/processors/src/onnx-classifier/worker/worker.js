// @ts-check
/**
 * Thread that holds a model. In JavaScript, like what it imports, since a thread is started from a file and not every Node that
 * runs the tests from their sources can start one from TypeScript.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { TextModel } from './text-model.js'

const port = parentPort
if (port === null) throw new Error('This file runs as a worker thread only.')

TextModel.load(workerData).then(
  ({ model, runtime }) => {
    port.on('message', async ({ id, job }) => {
      try {
        port.postMessage({ kind: 'done', id, texts: await model.classify(job) })
      } catch (error) {
        // Its name alone: the text of an error may quote what was classified.
        port.postMessage({ kind: 'failed', id, problem: error instanceof Error ? error.name : typeof error })
      }
    })
    port.postMessage({ kind: 'ready', runtime })
  },
  (error) => {
    port.postMessage({ kind: 'unusable', problem: error instanceof Error ? error.message : String(error) })
    port.close()
  },
)
