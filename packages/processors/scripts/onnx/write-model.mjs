/**
 * Writes ONNX models, as far as tests and measurements need them: the protobuf messages of onnx.proto3 (ONNX 1.14, IR
 * version 8, operator set 17), by hand. https://github.com/onnx/onnx/blob/v1.14.0/onnx/onnx.proto3
 */

const FLOAT = 1
const INT64 = 7

/** A model as the bytes of a `ModelProto`. Inputs are `int64 [batch, sequence]`, the output is `float [batch, labels]`. */
export function writeModel({ inputs, output, initializers, nodes }) {
  const graph = [
    ...nodes.map((node) => message(1, nodeProto(node))),
    text(2, 'graph'),
    ...Object.entries(initializers).map(([name, tensor]) => message(5, tensorProto(name, tensor))),
    ...inputs.map((name) => message(11, valueInfo(name, INT64, ['batch', 'sequence']))),
    message(12, valueInfo(output, FLOAT, ['batch', 'labels'])),
  ]
  const operators = message(8, [text(1, ''), integer(2, 17)])
  return Buffer.concat([integer(1, 8), text(2, 'gatehouse'), message(7, graph), operators])
}

/** A tensor of floats. */
export function floats(dims, values) {
  return { dims, type: FLOAT, data: Buffer.from(Float32Array.from(values).buffer) }
}

/** A tensor of integers. */
export function integers(dims, values) {
  return { dims, type: INT64, data: Buffer.from(BigInt64Array.from(values, BigInt).buffer) }
}

function nodeProto({ type, inputs, outputs, attributes = {} }) {
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type),
    ...Object.entries(attributes).map(([name, value]) => message(5, attributeProto(name, value))),
  ]
}

/** Types of attributes: INT is 2, INTS is 7. */
function attributeProto(name, value) {
  return Array.isArray(value)
    ? [text(1, name), ...value.map((each) => integer(8, each)), integer(20, 7)]
    : [text(1, name), integer(3, value), integer(20, 2)]
}

function tensorProto(name, { dims, type, data }) {
  return [...dims.map((dim) => integer(1, dim)), integer(2, type), text(8, name), bytes(9, data)]
}

function valueInfo(name, type, dims) {
  const shape = dims.map((dim) => message(1, [text(2, dim)]))
  return [text(1, name), message(2, [message(1, [integer(1, type), message(2, shape)])])]
}

/** Fields of the wire format: https://protobuf.dev/programming-guides/encoding/ */
function integer(field, value) {
  return Buffer.concat([varint(field << 3), varint(value)])
}

function bytes(field, data) {
  return Buffer.concat([varint((field << 3) | 2), varint(data.length), data])
}

function text(field, value) {
  return bytes(field, Buffer.from(value))
}

function message(field, parts) {
  return bytes(field, Buffer.concat(parts))
}

function varint(value) {
  const out = []
  let rest = BigInt.asUintN(64, BigInt(value))
  while (rest > 127n) {
    out.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  return Buffer.from([...out, Number(rest)])
}
