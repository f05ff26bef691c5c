/** `npm run build`: installs what is missing and builds what is out of date. */
import { setUp } from './setup.mjs'

setUp()
