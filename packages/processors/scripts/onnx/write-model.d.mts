/** A tensor with its values. */
export interface Tensor {
  readonly dims: readonly number[]
  readonly type: number
  readonly data: Buffer
}

/** An operator of a graph. */
export interface GraphNode {
  readonly type: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>
}

export declare function writeModel(model: {
  readonly inputs: readonly string[]
  readonly output: string
  readonly initializers: Readonly<Record<string, Tensor>>
  readonly nodes: readonly GraphNode[]
}): Buffer

export declare function floats(dims: readonly number[], values: Iterable<number>): Tensor
export declare function integers(dims: readonly number[], values: Iterable<number>): Tensor
