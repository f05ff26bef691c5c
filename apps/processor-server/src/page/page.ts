/** A file that the page refers to, ready to be sent. */
export interface PageFile {
  /** Path on the server, such as `/page/style.css`. */
  readonly path: string
  readonly body: string
  /** Strong validator (RFC 9110, section 8.8.3): a hash of the body, in quotes. */
  readonly etag: string
  /** Headers besides the validator, `content-type` among them. */
  readonly headers: Readonly<Record<string, string>>
}

/** A page for browsers. */
export interface Page {
  readonly html: string
  /** Further headers, such as `content-security-policy`. */
  readonly headers?: Readonly<Record<string, string>>
  /** What the page refers to. Default: nothing. */
  readonly files?: readonly PageFile[]
}
