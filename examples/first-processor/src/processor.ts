// #region processor
import { defineProcessor, pass, reject, signatures } from '@gatehouse/sdk'
import { z } from 'zod'

export const projectNames = defineProcessor({
  namespace: 'acme',
  name: 'project-names',
  version: '1.0.0',
  description: 'Tags, masks or rejects prompts that name an unreleased project.',
  signature: signatures.inputOnly,
  actions: ['annotate', 'modify', 'reject'],
  parameters: z.strictObject({
    names: z.array(z.string().min(1)).min(1).describe('Names to look for, as they are written.'),
  }),

  processInput({ prompt, parameters }) {
    const text = prompt.concatenate()
    const named = parameters.names.filter((name) => text.includes(name))
    if (named.length === 0) return pass()

    const tags = { confidential: ['project-name'] }
    if (parameters.reject) {
      return reject({ code: 'AIGW_POLICY_VIOLATION', detail: 'The prompt names an unreleased project.', tags })
    }
    const mask = (content: string) => named.reduce((masked, name) => masked.replaceAll(name, '[PROJECT]'), content)
    const messages = prompt.messages.map((message) => ({ ...message, content: mask(message.content) }))
    return pass({ tags, prompt: { ...prompt, messages } })
  },
})
// #endregion processor
