import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const host = (body: string) =>
  scan({
    'src/AppHost/Program.cs': `var builder = DistributedApplication.CreateBuilder(args);\n\n${body}\n\nbuilder.Build().Run();\n`,
  }).keys

describe('what an app host of .NET takes in', () => {
  it.each([
    [
      'a supplier and its models, by the variable that stands for it',
      'var openai = builder.AddOpenAI("openai");\nvar ollama = builder.AddOllama("ollama").WithDataVolume();\nvar chat = openai.AddModel("chat", "gpt-4o-mini");\nvar small = ollama.AddModel("small", "llama3.2");',
      ['model:ollama:llama3.2', 'model:openai:gpt-4o-mini', 'service:ollama', 'service:openai'],
    ],
    [
      'a model that is chained to its server, and one alone',
      'var chat = builder.AddOllama("ollama")\n    .WithGPUSupport()\n    .AddModel("phi3.5");',
      ['model:ollama:phi3.5', 'service:ollama'],
    ],
    [
      'a deployment with its version',
      'builder.AddAzureOpenAI("ai")\n    .AddDeployment("chat", "gpt-4o", "2024-11-20");',
      ['model:azure-openai:gpt-4o', 'service:azure-openai'],
    ],
    [
      'arguments by their names, the model by a constant',
      'const string chosen = "gpt-4.1-mini";\nvar ai = builder.AddAzureOpenAI("ai");\nai.AddDeployment(name: "chat", modelName: chosen, modelVersion: "2025-04-14");',
      ['model:azure-openai:gpt-4.1-mini', 'service:azure-openai'],
    ],
    [
      'the older form of a deployment',
      'builder.AddAzureOpenAI("ai").AddDeployment(new AzureOpenAIDeployment("chat", "gpt-4o-mini", "2024-07-18"));',
      ['model:azure-openai:gpt-4o-mini', 'service:azure-openai'],
    ],
    [
      'a model that is a resource of its own',
      'var chat = builder.AddGitHubModel("chat", "openai/gpt-4o-mini");',
      ['model:github-models:openai/gpt-4o-mini', 'service:github-models'],
    ],
    [
      'a foundry and a vector store',
      'var foundry = builder.AddFoundry("foundry");\nfoundry.AddDeployment("chat", "gpt-4o", "1", "Microsoft");\nvar store = builder.AddQdrant("vectors");',
      ['model:azure-ai-foundry:gpt-4o', 'service:azure-ai-foundry', 'service:qdrant'],
    ],
  ])('%s', (_, body, keys) => expect(host(body)).toEqual(keys))

  it.each([
    ['AddOpenAIClientFromConfiguration("chat")', 'openai'],
    ['AddKeyedAzureOpenAIClient(connectionName: "chat")', 'azure-openai'],
    ['AddOllamaApiClient("chat")', 'ollama'],
    ['AddAzureChatCompletionsClient("chat")', 'azure-ai-foundry'],
  ])('a program below one: %s', (call, supplier) =>
    expect(scan({ 'src/Web/Program.cs': `builder.${call}\n    .AddChatClient();\n` }).keys).toEqual([
      `service:${supplier}`,
    ]),
  )

  it.each([
    [
      'another method of the same name',
      'services.AddOpenAI(configuration);\nservices.AddFoundry(options => { });',
    ],
    ['a client that is given an address', 'clients.AddOpenAIClient(new Uri(endpoint), credential);'],
    ['its declaration', 'static IBuilder AddOllama(this IBuilder builder, string name) => builder;'],
    ['a model of a database', 'builder.Services.AddModel("chat", "gpt-4o-mini-table");'],
    ['a comment', '// builder.AddOpenAI("openai").AddModel("chat", "gpt-4o-mini");'],
  ])('not %s', (_, text) => expect(scan({ 'src/Web/Program.cs': `${text}\n` }).keys).toEqual([]))
})

describe('what an app host in TypeScript takes in', () => {
  const script = (body: string, module = './.aspire/modules/aspire.mjs') =>
    scan({
      'apphost.mts': `import { createBuilder } from '${module}'\n\nconst builder = await createBuilder()\n${body}\nawait builder.build().run()\n`,
    }).keys

  it.each([
    [
      'a supplier and its models, by the variable that stands for it',
      "const openai = await builder.addOpenAI('openai')\nconst ollama = await builder.addOllama('ollama').withDataVolume()\nawait openai.addModel('chat', 'gpt-4o-mini')\nawait ollama.addModel('llama3.2')",
      ['model:ollama:llama3.2', 'model:openai:gpt-4o-mini', 'service:ollama', 'service:openai'],
    ],
    [
      'a model that is chained to its server',
      "const chat = await builder.addAzureOpenAI('ai').addDeployment('chat', 'gpt-4o', '2024-11-20', 'OpenAI')",
      ['model:azure-openai:gpt-4o', 'service:azure-openai'],
    ],
    [
      'a model that is a resource of its own',
      "await builder.addGitHubModel('chat', 'openai/gpt-4o-mini')",
      ['model:github-models:openai/gpt-4o-mini', 'service:github-models'],
    ],
  ])('%s', (_, body, keys) => {
    expect(script(body)).toEqual(keys)
    expect(script(body, './.modules/aspire.js')).toEqual(keys)
  })
  it('is nothing in a program that builds something else', () => {
    expect(
      script("await builder.addOpenAI('openai').addModel('chat', 'gpt-4o-mini')", './my-builder.js'),
    ).not.toContain('service:openai')
    expect(script("await builder.addRedis('cache')")).toEqual([])
  })
  it('is declared by the packages of its configuration', () => {
    const text =
      '{"appHost": {"path": "apphost.mts"}, "packages": {"Aspire.Hosting.OpenAI": "13.2.0", "Aspire.Hosting.Redis": "13.2.0"}}'
    expect(scan({ 'aspire.config.json': text }).keys).toEqual(['library:nuget:aspire.hosting.openai'])
  })
})
