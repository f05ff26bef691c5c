import { defineProcessor, pass, reject, signatures } from '@gatehouse/sdk'

const common = { namespace: 'bench', version: '1.0.0', signature: signatures.inputOnly } as const

/** Reads the whole prompt for a word that is not there, and passes: the reply is a 204. */
export const lookForWord = defineProcessor({
  ...common,
  name: 'look-for-word',
  processInput({ prompt }) {
    if (!prompt.concatenate().includes('unmentionable')) return pass()
    return reject({ code: 'AIGW_POLICY_VIOLATION', detail: 'The word is there.' })
  },
})

/** Reads the whole prompt too, and tags it: the reply is a 200 with a metadata part. */
export const tagLength = defineProcessor({
  ...common,
  name: 'tag-length',
  processInput({ prompt }) {
    return pass({ tags: { length: prompt.concatenate().length > 4096 ? 'long' : 'short' } })
  },
})
