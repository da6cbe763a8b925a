import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

/** The file is read for the variable; whom it takes in beside that is asked here. */
const taken = (statement: string, before = '') =>
  scan({
    'src/Startup.cs': `${before}\nclass Startup { void Add(IServiceCollection services) { var key = config["OPENROUTER_API_KEY"]; ${statement} } }\n`,
  }).keys.filter((key) => key.startsWith('service:') && key !== 'service:openrouter')

describe('what a program of .NET takes in by a supplier’s name', () => {
  it.each([
    ['services.AddDeepLTranslations(config);', 'service:deepl'],
    ['services.AddGoogleCloudTranslations(config);', 'service:google-cloud-ai'],
    ['services.AddOpenAIChat(config);', 'service:openai'],
    ['services.AddAzureOpenAIEmbeddings<Options>(config);', 'service:azure-openai'],
  ])('%s', (statement, key) => expect(taken(statement)).toEqual([key]))

  it.each([
    'services.AddReplicateTranslations();',
    'services.AddKernelChat();',
    'services.AddMongoDbClient();',
    'services.AddAzureSpeech();',
    'services.AddGroqScore();',
    'services.AddChatCompletion();',
    '// services.AddDeepLTranslations(config);',
  ])('none: %s', (statement) => expect(taken(`${statement}\n`)).toEqual([]))

  it('is not what an address beside it answers', () =>
    expect(taken('services.AddOpenAIChat("m", new Uri(settings.Address));')).toEqual([]))
  it('is left to a kit that the catalogue knows', () =>
    expect(taken('builder.AddGroqChat("m", key);', 'using Microsoft.SemanticKernel;')).toEqual([]))
})
