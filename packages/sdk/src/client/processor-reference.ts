/** Which processor to call: its id `namespace:name`, or anything with both, such as a processor itself. */
export type ProcessorReference = string | { readonly namespace: string; readonly name: string }

/** A processor as it is addressed. */
export interface ProcessorAddress {
  /** `namespace:name` as the caller wrote it. */
  readonly id: string
  /** `namespace/name` in lower case, ready for a URL. */
  readonly path: string
}

/** The characters that a namespace or a name can have. */
const NAME = /^[A-Za-z0-9._-]+$/

/** @throws TypeError when it is not `namespace:name`, or one of the two is no name. */
export function addressOf(reference: ProcessorReference): ProcessorAddress {
  const [namespace = '', name = '', ...others] =
    typeof reference === 'string' ? reference.split(':') : [reference.namespace, reference.name]
  if (others.length > 0 || !NAME.test(namespace) || !NAME.test(name) || /^\.+$/.test(namespace) || /^\.+$/.test(name)) {
    throw new TypeError(
      'A processor is called by "namespace:name", each of letters, digits, dots, hyphens and underscores; this is not one.',
    )
  }
  return { id: `${namespace}:${name}`, path: `${namespace}/${name}`.toLowerCase() }
}
