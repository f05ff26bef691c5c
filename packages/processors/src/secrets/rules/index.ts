import type { NamedRule, TokenRule } from '../vendor-rule.js'
import { businessNames, businessTokens } from './business.js'
import { cloudNames, cloudTokens } from './cloud.js'
import { codeHostingNames, codeHostingTokens } from './code-hosting.js'
import { keyTokens, passwordHashes } from './keys-and-hashes.js'
import { messagingNames, messagingTokens } from './messaging.js'
import { modelNames, modelTokens } from './models.js'
import { monitoringNames, monitoringTokens } from './monitoring.js'

/** Every token that is known by its shape. */
export const tokenRules: readonly TokenRule[] = [
  cloudTokens,
  codeHostingTokens,
  modelTokens,
  businessTokens,
  messagingTokens,
  monitoringTokens,
  keyTokens,
  passwordHashes,
].flat()

/** Every token that is known by the name it is assigned to. */
export const namedRules: readonly NamedRule[] = [
  cloudNames,
  codeHostingNames,
  modelNames,
  businessNames,
  messagingNames,
  monitoringNames,
].flat()
