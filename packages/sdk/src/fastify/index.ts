export { apiMount, processorRoutes } from './processor-routes.js'
export {
  type ProcessorRoutesOptions,
  processorRoutesDefaults,
  type WireLimits,
} from './processor-routes-options.js'
export { createProcessorServer, type ProcessorServerOptions } from './processor-server.js'
export { replyWithError, replyWithRoutingError } from './reply-with-error.js'
