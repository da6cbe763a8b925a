import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const libraries = (path: string, text: string) =>
  scan({ [path]: text })
    .findings.filter(({ kind }) => kind === 'library')
    .map(({ key, supplier }) => [key, supplier])

describe('a part of a package by which another supplier is reached', () => {
  it.each([
    [
      'agent.py',
      'from livekit.agents import inference\nstt = inference.STT("deepgram/nova-3")\n',
      'library:pypi:livekit-agents',
      'livekit-inference',
    ],
    [
      'app.py',
      'from agno.models.aws import AwsBedrock\nmodel = AwsBedrock(id="x-1")\n',
      'library:pypi:agno',
      'aws-bedrock',
    ],
    [
      'llama.py',
      'from agno.models.meta import Llama\nmodel = Llama(id="x-1")\n',
      'library:pypi:agno',
      'meta',
    ],
    [
      'Ask.scala',
      'import io.cequence.openaiscala.service.OpenAIServiceFactory\nval service = OpenAIServiceFactory()\n',
      'library:maven:io.cequence:openai-scala-client',
      'openai',
    ],
    [
      'Ask.kt',
      'import com.aallam.openai.client.OpenAI\nval client = OpenAI(token = key())\n',
      'library:maven:com.aallam.openai:openai-client',
      'openai',
    ],
    [
      'Ask.java',
      'import com.openai.client.okhttp.OpenAIOkHttpClient;\nclass Ask { Object client = OpenAIOkHttpClient.fromEnv(); }\n',
      'library:maven:com.openai:openai-java',
      'openai',
    ],
    [
      'src/store.ts',
      "import { OpenSearchVectorStore } from '@langchain/community/vectorstores/opensearch'\nnew OpenSearchVectorStore()\n",
      'library:npm:@langchain/community',
      'opensearch-vector',
    ],
    [
      'lib/stack.ts',
      "import { VectorIndex } from '@cdklabs/generative-ai-cdk-constructs/lib/cdk-lib/opensearch-vectorindex'\nnew VectorIndex(this, 'a', {})\n",
      'library:npm:@cdklabs/generative-ai-cdk-constructs',
      'opensearch-vector',
    ],
    [
      'store.py',
      'from redis.commands.search.field import TextField, VectorField\nSCHEMA = [TextField("a"), VectorField("v", "HNSW", {})]\n',
      'library:pypi:redis',
      'redis-vector',
    ],
  ])('%s is in that package: %s', (path, text, library, supplier) => {
    expect(libraries(path, text)).toEqual([[library, supplier]])
  })
  it('has the name of that supplier’s own package where it is part of what runs models in place', () => {
    for (const line of ['', 'logger = WandbLogger()\n'])
      expect(
        libraries('train.py', `from lightning.pytorch.loggers.wandb import WandbLogger\n${line}`),
      ).toEqual([['library:pypi:wandb', 'weights-biases']])
  })
  it('is a package of its own where several share a namespace', () => {
    expect(
      libraries(
        'a.py',
        'from llama_index.vector_stores.pinecone import PineconeVectorStore\nPineconeVectorStore()\n',
      ),
    ).toEqual([['library:pypi:llama-index-vector-stores-pinecone', 'pinecone']])
    expect(
      libraries(
        'b.py',
        'from haystack_integrations.components.generators.amazon_bedrock import AmazonBedrockGenerator\nAmazonBedrockGenerator(model="x-1")\n',
      ),
    ).toEqual([['library:pypi:amazon-bedrock-haystack', 'aws-bedrock']])
  })
  it('is none where the package only brings a store beside that supplier’s models', () => {
    const reached = (text: string) => scan({ 'a.py': text }).keys.filter((key) => key.startsWith('service:'))
    expect(
      reached('from langchain_aws.graphs import NeptuneGraph\ngraph = NeptuneGraph("host", 8182)\n'),
    ).toEqual([])
    expect(reached('from langchain_aws import ChatBedrock\nllm = ChatBedrock()\n')).toEqual([
      'service:aws-bedrock',
    ])
  })
})
