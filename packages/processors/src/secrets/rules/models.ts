import { base62, base64url, digits, hex, letters, lowerAlnum, lowerHex, shape, word } from '../shape.js'
import { holds, isMixed, must, type NamedRule, named, type TokenRule, token } from '../vendor-rule.js'

/** Base64 of "OpenAI", in every key of theirs. */
const openaiMark = holds('T3BlbkFJ')

/** Keys of Anthropic end in two zero sextets. */
const endsInAA = must((token) => token.endsWith('AA'))

const uuid = shape`${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`

/** Language models and what is built around them. */
export const modelTokens: readonly TokenRule[] = [
  token('openai-key', 'OpenAI', shape`sk-${base62(20)}T3BlbkFJ${base62(20)}`),
  token('openai-project-key', 'OpenAI', shape`sk-proj-${base64url(40, 200)}`, openaiMark),
  token('openai-service-account-key', 'OpenAI', shape`sk-svcacct-${base64url(40, 200)}`, openaiMark),
  token('openai-admin-key', 'OpenAI', shape`sk-admin-${base64url(40, 200)}`, openaiMark),
  // Keys with another name in place of "proj", as service accounts and old projects had
  token('openai-named-key', 'OpenAI', shape`sk-${base64url(48, 220)}`, openaiMark),
  token('openai-session-token', 'OpenAI', shape`sess-${base62(40)}`),
  token('anthropic-key', 'Anthropic', shape`sk-ant-api03-${base64url(90, 130)}`, endsInAA),
  token('anthropic-admin-key', 'Anthropic', shape`sk-ant-admin01-${base64url(90, 130)}`, endsInAA),
  token('anthropic-oauth-token', 'Anthropic', shape`sk-ant-oat01-${base64url(80, 120)}`),
  token('anthropic-refresh-token', 'Anthropic', shape`sk-ant-ort01-${base64url(80, 120)}`),
  token('anthropic-session-key', 'Anthropic', shape`sk-ant-sid01-${base64url(80, 120)}`),
  token('hugging-face-token-mixed', 'Hugging Face', shape`hf_${base62(34)}`),
  token('hugging-face-token', 'Hugging Face', shape`hf_${letters(34)}`),
  token('hugging-face-organization-token', 'Hugging Face', shape`api_org_${letters(34)}`),
  token('groq-key', 'Groq', shape`gsk_${base62(52)}`),
  token('xai-key', 'xAI', shape`xai-${base62(80)}`),
  token('perplexity-key', 'Perplexity', shape`pplx-${base62(48)}`),
  token('replicate-token', 'Replicate', shape`r8_${base62(37)}`),
  token('together-key', 'Together AI', shape`tgp_v1_${base64url(43)}`),
  token('fireworks-key', 'Fireworks AI', shape`fw_${base62(22, 24)}`),
  token('openrouter-key', 'OpenRouter', shape`sk-or-v1-${lowerHex(64)}`),
  token('deepseek-key', 'DeepSeek', shape`sk-${lowerHex(32)}`),
  token('stability-key', 'Stability AI', shape`sk-${base62(48)}`),
  token('nvidia-key', 'NVIDIA', shape`nvapi-${base64url(64)}`),
  token('cerebras-key', 'Cerebras', shape`csk-${lowerAlnum(48)}`),
  token('voyage-key', 'Voyage AI', shape`pa-${base64url(43)}`),
  token('jina-key', 'Jina AI', shape`jina_${base64url(60)}`),
  token('tavily-key', 'Tavily', shape`tvly-${base62(32)}`),
  token('tavily-development-key', 'Tavily', shape`tvly-dev-${base62(32)}`),
  token('firecrawl-key', 'Firecrawl', shape`fc-${lowerHex(32)}`),
  token('elevenlabs-key', 'ElevenLabs', shape`sk_${lowerHex(48)}`),
  token('pinecone-key', 'Pinecone', shape`pcsk_${base62(5, 6)}_${base62(60, 70)}`),
  token('langsmith-personal-token', 'LangSmith', shape`lsv2_pt_${lowerHex(32)}_${lowerHex(10)}`),
  token('langsmith-service-key', 'LangSmith', shape`lsv2_sk_${lowerHex(32)}_${lowerHex(10)}`),
  token('langsmith-legacy-key', 'LangSmith', shape`ls__${lowerHex(32)}`),
  token('anyscale-key', 'Anyscale', shape`esecret_${base62(26)}`),
  token('runpod-key', 'RunPod', shape`rpa_${base62(42, 46)}`),
  token('modal-token-secret', 'Modal', shape`as-${base62(22)}`, isMixed),
  token('brave-search-key', 'Brave', shape`BSA${base64url(28)}`, isMixed),
  token('deepl-key', 'DeepL', shape`${lowerHex(8)}-${lowerHex(4)}-${lowerHex(4)}-${lowerHex(4)}-${lowerHex(12)}:fx`),
  token('cursor-key', 'Cursor', shape`crsr_${lowerHex(64)}`),
  token('kaggle-token', 'Kaggle', shape`KGAT_${lowerHex(32)}`),
  token('mem0-key', 'Mem0', shape`m0-${base62(40)}`, isMixed),
  token('weights-and-biases-key-v1', 'Weights & Biases', shape`wandb_v1_${word(60, 100)}`),
  token('langfuse-secret-key', 'Langfuse', shape`sk-lf-${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`),
  token('llama-api-key', 'Meta', shape`LLM|${digits(14, 18)}|${base64url(27)}`),
  token('llama-cloud-key', 'LlamaIndex', shape`llx-${base64url(48)}`),
  token('apify-token', 'Apify', shape`apify_api_${base62(36)}`),
  token('e2b-key', 'E2B', shape`e2b_${lowerHex(40)}`),
  token(
    'helicone-key',
    'Helicone',
    shape`sk-helicone-${lowerAlnum(7)}-${lowerAlnum(7)}-${lowerAlnum(7)}-${lowerAlnum(7)}`,
  ),
]

/** Model vendors whose keys have no mark of their own. */
export const modelNames: readonly NamedRule[] = [
  named('cohere-key', 'Cohere', ['cohere', 'co_api_key'], shape`${base62(40)}`),
  named('mistral-key', 'Mistral AI', ['mistral'], shape`${base62(32)}`),
  named('weights-and-biases-key', 'Weights & Biases', ['wandb'], shape`${lowerHex(40)}`),
  named('deepgram-key', 'Deepgram', ['deepgram'], shape`${lowerHex(40)}`),
  named('assemblyai-key', 'AssemblyAI', ['assembly_ai'], shape`${lowerHex(32)}`),
  named('azure-openai-key', 'Azure', ['azure_openai', 'cognitive', 'openai'], shape`${lowerHex(32)}`),
  named('pinecone-uuid-key', 'Pinecone', ['pinecone'], uuid),
  named('private-ai-key', 'Private AI', ['private_ai'], shape`${lowerHex(32)}`),
]
