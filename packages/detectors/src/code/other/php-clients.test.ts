import { describe, expect, it } from 'vitest'
import { scan } from '../../testing/repository.ts'

const keys = (code: string, require: Record<string, string> = {}) =>
  scan({ 'composer.json': JSON.stringify({ require }), 'app/Ask.php': `<?php\n${code}` }).keys

describe('clients of PHP', () => {
  it.each([
    ['use DeepSeek\\DeepSeekClient;\nDeepSeekClient::build($key)->query("x")->run();', 'service:deepseek'],
    ['use GrokPHP\\Client\\Clients\\GrokClient;\n$grok = new GrokClient($config);', 'service:xai'],
    ['use GeminiAPI\\Client;\n$client = new Client($key);', 'service:google-gemini'],
    ['use Partitech\\PhpMistral\\MistralClient;\n$c = new MistralClient($key);', 'service:mistral'],
    ['use LucianoTonet\\GroqPHP\\Groq;\n$groq = new Groq($key);', 'service:groq'],
    ['use BenBjurstrom\\Replicate\\Replicate;\n$api = new Replicate($key);', 'service:replicate'],
    ['use Weaviate\\Weaviate;\n$w = new Weaviate($url, $key);', 'service:weaviate'],
    [
      'use Google\\Cloud\\DocumentAI\\V1\\Client\\DocumentProcessorServiceClient;\n$c = new DocumentProcessorServiceClient();',
      'service:google-cloud-ai',
    ],
    ['use \\Sightengine\\SightengineClient;\n$c = new SightengineClient($u, $s);', 'service:sightengine'],
    [
      'use function Codewithkyrian\\Transformers\\Pipelines\\pipeline;\npipeline("x");',
      'library:composer:codewithkyrian/transformers',
    ],
    ['use LarAgent\\Agent;\nclass Help extends Agent {}', 'library:composer:maestroerror/laragent'],
  ])('are known by their namespaces: %s', (code, key) => {
    expect(keys(code)).toContain(key)
  })

  it.each([
    ['use OpenAI;\n$c = OpenAI::client($key);', 'openai-php/client'],
    ['use OpenAI\\Laravel\\Facades\\OpenAI;\nOpenAI::chat();', 'openai-php/laravel'],
    ['use Orhanerday\\OpenAi\\OpenAi;\n$c = new OpenAi($key);', 'orhanerday/open-ai'],
    ['use Prism\\Bedrock\\Bedrock;\nBedrock::KEY;', 'prism-php/bedrock'],
    ['use Aws\\BedrockRuntime\\BedrockRuntimeClient;\n$c = new BedrockRuntimeClient([]);', 'aws/aws-sdk-php'],
    ['use NeuronAI\\Agent;\nclass Help extends Agent {}', 'neuron-core/neuron-ai'],
  ])('are of the package whose vendor is called so: %s', (code, name) => {
    expect(keys(code).filter((key) => key.startsWith('library:'))).toEqual([`library:composer:${name}`])
  })

  it('may be called from the root, where the package is declared', () => {
    const openai = { 'openai-php/client': '^0.10' }
    expect(keys('$c = OpenAI::client($key);', openai)).toContain('service:openai')
    expect(keys('namespace App;\n$c = \\OpenAI::client($key);', openai)).toContain('service:openai')
    const anthropic = { 'anthropic-ai/sdk': '^0.4' }
    expect(keys('namespace App;\n$c = new \\Anthropic\\Client(apiKey: $key);', anthropic)).toContain(
      'service:anthropic',
    )
  })

  it('are none in a namespace of the program’s own', () => {
    const openai = { 'openai-php/client': '^0.10' }
    expect(keys('namespace App;\n$c = OpenAI::client($key);', openai)).not.toContain('service:openai')
    expect(
      keys('class OpenAI { static function client($k) {} }\n$c = OpenAI::client($key);', openai),
    ).not.toContain('service:openai')
    expect(keys('use App\\DeepSeek\\DeepSeekClient;\nDeepSeekClient::build($key);')).toEqual([])
    expect(keys('use Smarty\\Gemini\\Client;\nnew Client();')).toEqual([])
  })

  it('are modules of Drupal too', () => {
    expect(
      keys('', { 'drupal/ai_provider_anthropic': '^1.0', 'drupal/ai_vdb_provider_milvus': '^1.0' }),
    ).toEqual([
      'library:composer:drupal/ai_provider_anthropic',
      'library:composer:drupal/ai_vdb_provider_milvus',
    ])
  })
})
