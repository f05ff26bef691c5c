import type { InputContext, Processor, ResponseContext } from '../../processor/index.js'

/** Stands between the SDK and a handler: `call` runs the handler. */
export type Interceptor = (call: () => unknown, context: InputContext | ResponseContext) => unknown

/** The same processor with `intercept` around its handlers. */
export function disguise(processor: Processor, intercept: Interceptor): Processor {
  const { handlers } = processor
  return {
    ...processor,
    handlers: {
      ...(handlers.processInput && {
        processInput: (context: InputContext) => intercept(() => handlers.processInput?.(context), context),
      }),
      ...(handlers.processResponse && {
        processResponse: (context: ResponseContext) => intercept(() => handlers.processResponse?.(context), context),
      }),
    },
  }
}
