import OpenAI from 'openai'

/** One client for the whole server; the key comes from OPENAI_API_KEY. */
export const openai = new OpenAI({ timeout: 20_000, maxRetries: 2 })

export const CHAT_MODEL = 'gpt-4o'
export const EMBEDDING_MODEL = 'text-embedding-3-small'
