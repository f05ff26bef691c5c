/** A content field of an exchange, by the name of its part. */
export type ContentField = 'input.messages' | 'response.choices'

/** Where a processor runs: before the model, or after it. */
export type Stage = 'input' | 'response'

/** Which content fields a processor must have and which it can use; see {@link signatures}. */
export interface Signature<
  out Required extends readonly ContentField[] = readonly ContentField[],
  out Optional extends readonly ContentField[] = readonly ContentField[],
> {
  readonly required: Required
  readonly optional: Optional
}

type Prompt = 'input.messages'
type Response = 'response.choices'

/** A signature of processors that run in the input stage only. */
export type InputSignature = Signature<readonly [Prompt], readonly []> | Signature<readonly [], readonly [Prompt]>

/** A signature of processors that run in the response stage only. */
export type ResponseSignature =
  | Signature<readonly [Response], readonly []>
  | Signature<readonly [], readonly [Response]>
  | Signature<readonly [Prompt, Response] | readonly [Response, Prompt], readonly []>
  | Signature<readonly [Response], readonly [Prompt]>

/** A signature of processors that run in either stage. */
export type BothSignature =
  | Signature<readonly [], readonly [Prompt, Response] | readonly [Response, Prompt]>
  | Signature<readonly [Prompt], readonly [Response]>

/** All content fields, in the order in which signatures list them. */
const fields: readonly ContentField[] = ['input.messages', 'response.choices']

/** The five predefined signatures. */
export const signatures = {
  /** Input stage only. */
  inputOnly: { required: ['input.messages'], optional: [] },
  /** Response stage only; the prompt is handed over when it came along. */
  responseOnly: { required: ['response.choices'], optional: [] },
  /** Response stage only, with the prompt. */
  responseAndPrompt: { required: ['input.messages', 'response.choices'], optional: [] },
  /** Either stage; in the response stage the prompt may be absent. */
  both: { required: [], optional: ['input.messages', 'response.choices'] },
  /** Either stage; in the response stage always with the prompt. */
  bothResponsePrompt: { required: ['input.messages'], optional: ['response.choices'] },
} as const satisfies Record<string, Signature>

/** Whether requests of the input stage can pass: the prompt is listed, and no response is required. */
export function takesInput({ required, optional }: Signature): boolean {
  return [...required, ...optional].includes('input.messages') && !required.includes('response.choices')
}

/** Whether requests of the response stage can pass. */
export function takesResponse({ required, optional }: Signature): boolean {
  return [...required, ...optional].includes('response.choices')
}

/** Whether the stage is one that the signature lists the content of. */
export function supportsStage({ required, optional }: Signature, stage: Stage): boolean {
  return [...required, ...optional].includes(stage === 'input' ? 'input.messages' : 'response.choices')
}

/** The `fields` of a signature document: required ones first, each group in a fixed order. */
export function describeFields({ required, optional }: Signature): { type: ContentField; required: boolean }[] {
  const among = (listed: readonly ContentField[], isRequired: boolean) =>
    fields.filter((field) => listed.includes(field)).map((type) => ({ type, required: isRequired }))
  return [...among(required, true), ...among(optional, false)]
}

/** Type level: whether `processResponse` is always handed the prompt. */
export type AlwaysHasPrompt<S extends Signature> = Prompt extends S['required'][number] ? true : false
