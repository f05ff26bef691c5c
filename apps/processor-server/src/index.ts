// The configuration
export { configurationJsonSchema, type JsonSchema } from './configuration/json-schema.js'
export type { Environment, Override } from './configuration/overrides.js'
export { fromText } from './configuration/overrides.js'
export { ConfigurationError, formatProblem, type Problem } from './configuration/problem.js'
export { type Configuration, configurationSchema } from './configuration/schema.js'

// The server
export { checkConfiguration, findConfigurationFile } from './lifecycle/check-configuration.js'
export type { LoadedConfiguration } from './lifecycle/load-configuration.js'
export { type RunOptions, runServer } from './lifecycle/run-server.js'
export { type RunningServer, type ServerOptions, startServer } from './lifecycle/start-server.js'
export { loadPage } from './page/load-page.js'
export type { Page, PageFile } from './page/page.js'

// Why it did not start
export { type ExitCode, exitCodes, StartupError } from './startup-error.js'
