import { z } from 'zod'

export const Config = z.strictObject({
  token: z.string().min(1).meta({
    description: 'TODO: which token, with which read-only permissions',
    env: 'AI_CENSUS_TODO_TOKEN',
    secret: true,
  }),
  endpoint: z
    .url({ protocol: /^https?$/ })
    .default('https://api.example.com')
    .meta({ description: 'Where the API is', env: 'AI_CENSUS_TODO_ENDPOINT' }),
})
export type Config = z.infer<typeof Config>
