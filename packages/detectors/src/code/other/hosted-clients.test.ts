import { describe, expect, it } from 'vitest'
import { scan } from '../../testing/repository.ts'

const services = (files: Record<string, string>) =>
  scan(files).keys.filter((key) => key.startsWith('service:'))

describe('a package that an import calls by two letters', () => {
  it('is a client where it makes one', () => {
    const text =
      'package a\n\nimport oa "github.com/sashabaranov/go-openai"\n\nvar client = oa.NewClient("x")\n'
    expect(scan({ 'a.go': text }).keys).toContain('service:openai')
  })
  it('and others of two letters are none', () => {
    const text = 'package a\n\nimport _ "github.com/sashabaranov/go-openai"\n\nvar db = pg.NewClient("x")\n'
    expect(scan({ 'a.go': text }).keys).not.toContain('service:openai')
  })
})

describe('a publisher’s client that a cloud answers', () => {
  it.each([
    [
      'aws-bedrock',
      'client.go',
      'package ai\n\nimport (\n\t"github.com/anthropics/anthropic-sdk-go"\n\t"github.com/anthropics/anthropic-sdk-go/bedrock"\n)\n\nfunc make() anthropic.Client {\n\treturn anthropic.NewClient(bedrock.WithLoadDefaultConfig(ctx))\n}\n',
    ],
    [
      'google-vertex-ai',
      'client.go',
      'package ai\n\nimport (\n\t"github.com/anthropics/anthropic-sdk-go"\n\t"github.com/anthropics/anthropic-sdk-go/vertex"\n)\n\nfunc make() anthropic.Client {\n\treturn anthropic.NewClient(vertex.WithGoogleAuth(ctx, "eu", "acme"))\n}\n',
    ],
    [
      'aws-bedrock',
      'src/main/java/com/acme/Ai.java',
      'import com.anthropic.bedrock.backends.BedrockBackend;\nimport com.anthropic.client.okhttp.AnthropicOkHttpClient;\n\nclass Ai {\n  Object client = AnthropicOkHttpClient.builder().backend(BedrockBackend.fromEnv()).build();\n}\n',
    ],
    [
      'aws-bedrock',
      'lib/ai.rb',
      'class Ai\n  def client\n    @client ||= Anthropic::BedrockClient.new(aws_region: "eu-west-1")\n  end\nend\n',
    ],
    ['aws-bedrock', 'lib/ai.rb', 'require "anthropic"\n\nclient = Anthropic::Bedrock::Client.new\n'],
    [
      'google-vertex-ai',
      'lib/ai.rb',
      'client = Anthropic::Vertex::Client.new(region: "eu", project_id: "acme")\n',
    ],
    [
      'aws-bedrock',
      'Ai.cs',
      'using Anthropic.Bedrock;\n\nclass Ai { object Client = new AnthropicBedrockClient(credentials); }\n',
    ],
  ])('is %s: %s', (supplier, path, text) => {
    const files = { [path]: text, ...(path.endsWith('.rb') ? { Gemfile: 'gem "anthropic"\n' } : {}) }
    expect(services(files)).toEqual([`service:${supplier}`])
  })

  it('is the publisher itself without that, and both where both are made', () => {
    const head =
      'package ai\n\nimport (\n\t"github.com/anthropics/anthropic-sdk-go"\n\t"github.com/anthropics/anthropic-sdk-go/bedrock"\n)\n\n'
    const own = 'func plain() anthropic.Client {\n\treturn anthropic.NewClient(option.WithAPIKey(key))\n}\n'
    expect(services({ 'a.rb': 'client = Anthropic::Client.new\n', Gemfile: 'gem "anthropic"\n' })).toEqual([
      'service:anthropic',
    ])
    expect(
      services({
        'client.go': `${head}func hosted() anthropic.Client {\n\treturn anthropic.NewClient(bedrock.WithConfig(aws))\n}\n\n${own}`,
      }),
    ).toEqual(['service:anthropic', 'service:aws-bedrock'])
  })
  it('is no package that the file happens to take in as well', () => {
    const text = `using Azure.AI.FormRecognizer.DocumentAnalysis;
namespace Acme;
public class Search {
  public void Run() {
    var client = new OpenAIClient(new Uri(Environment.GetEnvironmentVariable("ACME_URL")), credential);
  }
}
`
    const { findings } = scan({ 'Search.cs': text })
    expect(findings.find(({ key }) => key === 'library:nuget:azure.ai.formrecognizer')).toMatchObject({
      supplier: 'azure-ai-services',
    })
  })
})
