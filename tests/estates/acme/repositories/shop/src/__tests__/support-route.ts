import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

// The provider is never called from tests: this server answers in its place.
export const provider = setupServer(
  http.post('https://api.openai.com/v1/chat/completions', () =>
    HttpResponse.json({ model: 'gpt-3.5-turbo', choices: [{ message: { role: 'assistant', content: 'Hello' } }] }),
  ),
)
