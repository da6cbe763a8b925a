import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const models = (path: string, text: string) =>
  scan({ [path]: text }).keys.filter((key) => key.startsWith('model:'))

describe('models of a Compose file', () => {
  const whole = (model: string) =>
    `services:\n  app:\n    image: acme/app\n    models: [llm]\nmodels:\n  llm:\n    model: ${model}\n`
  it.each([
    ['ai/qwen3:latest', 'ai/qwen3:latest'],
    ['acme/phrases-gguf:4B-Q4_K_XL', 'acme/phrases-gguf:4B-Q4_K_XL'],
    ['hf.co/acme/Chat-1B-GGUF', 'hf.co/acme/Chat-1B-GGUF'],
  ])('are run by the engine that Compose has, whatever their names: %s', (model, id) => {
    expect(models('compose.yaml', whole(model))).toEqual([`model:docker-model-runner:${id}`])
    expect(models('deploy/docker-compose.gpu.yml', whole(model))).toEqual([`model:docker-model-runner:${id}`])
  })
  it('are what a service is whose provider makes a model', () => {
    const text = (type: string) =>
      `services:\n  llm:\n    provider:\n      type: ${type}\n      options:\n        model: acme/phrases-gguf:4B\n`
    expect(models('compose.yml', text('model'))).toEqual(['model:docker-model-runner:acme/phrases-gguf:4B'])
    expect(models('compose.yml', text('tunnel'))).toEqual([])
  })
  it('are none in other files, or in other places of it', () => {
    expect(models('models.yaml', whole('acme/phrases-gguf:4B-Q4_K_XL'))).toEqual([])
    expect(
      models(
        'compose.yaml',
        'services:\n  app:\n    image: acme/app\n    labels:\n      model: acme/press-4B\n',
      ),
    ).toEqual([])
  })
})
