/** A file of labelled data, or a line of one, that cannot be used. It says where and why, and holds none of the text. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError'
}
