import type { Identifier } from '../identifier.js'
import { africa } from './africa.js'
import { americas } from './americas.js'
import { asia } from './asia.js'
import { asiaPacificAfrica } from './asia-pacific-africa.js'
import { easternEurope } from './eastern-europe.js'
import { europe } from './europe.js'
import { latinAmerica } from './latin-america.js'
import { westernEurope } from './western-europe.js'
import { worldwide } from './worldwide.js'

/** Every kind of identifier that is recognised by its form. */
export const identifiers: readonly Identifier[] = [
  ...worldwide,
  ...americas,
  ...latinAmerica,
  ...europe,
  ...westernEurope,
  ...easternEurope,
  ...asiaPacificAfrica,
  ...asia,
  ...africa,
]
