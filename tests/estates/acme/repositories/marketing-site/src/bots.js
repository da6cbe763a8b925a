/** Crawlers that get no pictures. */
export const BLOCKED = ['GPTBot', 'ChatGPT-User', 'ClaudeBot', 'anthropic-ai', 'PerplexityBot', 'Bytespider']

export const isBlocked = (agent) => BLOCKED.some((name) => agent.includes(name))
