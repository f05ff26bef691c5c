/** The model file as bytes. */
export declare function buildLanguageModel(): Promise<Buffer>
