import type { Identifier } from '../identifier.js'
import { americas } from './americas.js'
import { asiaPacificAfrica } from './asia-pacific-africa.js'
import { europe } from './europe.js'
import { worldwide } from './worldwide.js'

/** Every kind of identifier that is recognised by its form. */
export const identifiers: readonly Identifier[] = [...worldwide, ...americas, ...europe, ...asiaPacificAfrica]
