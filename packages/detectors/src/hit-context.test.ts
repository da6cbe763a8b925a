import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { createMatcher } from './matcher.ts'

const matcher = createMatcher(loadCatalogue())
const opens = (text: string, program = false): boolean =>
  matcher(new TextEncoder().encode(text), program).opens

describe('what makes a file worth a reader', () => {
  it.each([
    'from openai import OpenAI\n',
    "import { generateText } from 'ai'\n",
    "const { useChat } = await import('ai/react')\n",
    "import {\n  Agent,\n} from '@openai/agents'\n",
    'key = os.environ["OPENAI_API_KEY"]\n',
    'base: https://api.groq.com/openai/v1\n',
    'model = "gpt-4o-mini"\n',
    'boto3.client("translate")\n',
    'use async_openai::Client;\n',
    'import dev.langchain4j.model.openai.OpenAiChatModel;\n',
    'import os, evaluate as ev\n',
    'from datasets import load_dataset\n',
    "const { Together } = require('together-ai')\n",
    'RUN pip install numpy evaluate datasets\n',
    'llm_provider: "together"\n',
    "const settings = { aiProvider: 'together' }\n",
    "'driver' => env('AI_DRIVER', 'perplexity'),\n",
    'client = ::Pinecone::Client.new\n',
    'Replicate.configure do |config|\n',
    'SERVICES = ["rekognition", "textract"]\n',
    'importlib.import_module("transformers")\n',
    'url = f"https://bedrock-runtime.{region}.amazonaws.com/model/x"\n',
    'image: docker.io/mcp/fetch:latest\n',
    'model: microsoft/Phi-4-mini-instruct\n',
    'using Replicate;\n',
    'Replicate.run("x", version: v)\n',
    'import type { Client } from "together-ai"\n',
    'service = "translate"\n',
    '- name: "perplexity"\n',
    'const kinds = { provider: "perplexity" }\n',
    'subprocess.run(["gemini", "-p", task])\n',
    'base = f"http://{host}:11434/api"\n',
    "select prompt('gpt', model := 'x')\n",
  ])('is: %s', (text) => {
    expect(opens(text)).toBe(true)
  })
  it.each([
    'transform: translate(10px, 20px);\n',
    'const openai_key_label = reopenaiing()\n',
    'const step = code.play(evaluate)\n',
    'a gpt-powered gptless thing\n',
    'let opus_count = 1\n',
    '"""Evaluate principals permissions to resources."""\n',
    '# "all" is evaluated; we evaluate each of them together with its parent\n',
    'for ds in response.get("datasets", []):\n',
    'workflows = load("x")\n',
    'from .datasets import read\n',
    'from eyecite.tokenizers import Tokenizer\n',
    'from typing import Union\n',
    'path = ".github/workflows/docker.yml"\n',
    '"modal": modal_mapping,\n',
    '<div class="modal" id="report">\n',
    'for (let i = 0; i < datasets.length; i++) sum += datasets[i]\n',
    "Alpine.directive('menu', (el, { value }, { evaluate }) => evaluate(el))\n",
    '"str_starts_with(string $haystack, string $needle): bool",\n',
    '"assert|include|parallel|spawn|export"\n',
    'return html.translate(table)\n',
    "bindKey: { win: 'Ctrl-A', mac: 'Command-A' },\n",
    'const words = ["scale", "translate", "rotate"]\n',
    'url = f"https://{bucket}.s3.{region}.amazonaws.com"\n',
    'import x from "../../.well-known/mcp/card"\n',
    '      - uses: google/clusterfuzzlite/actions/build_fuzzers@v1\n',
    'repo = "https://github.com/google/uuid"\n',
    'agent = "Mozilla/5.0 (X11; Linux x86_64)"\n',
    'folder = "docker/Dockerfile.dev"\n',
    '# Replicate behaviour of the old settings\n',
    '$copy = $this->replicate($except);\n',
    'files := list("page.autogen.go")\n',
    '"snorkel amid the fish, and enjoy a cruise"\n',
    'fields are not allowed to use together in a filter\n',
    '// the same type inference as before\n',
    '{"name":"evaluate(after:)","open":true}\n',
    '// to load the intermediate file (kernel) that it made\n',
    'title = gettext("Translate")\n',
    "expect(el.getAttribute('translate')).toBe('no')\n",
    "document.getElementsByClassName('modal')\n",
    'id = "aws-k8s-{version}-nvidia/arm64/latest"\n',
    'if (/Chrome/.test(e) && /Google/.test(t)) go()\n',
    '{"id":11434,"next":2}\n',
    'const { release } = await prompt({ model: 1 })\n',
    '',
  ])('is not: %s', (text) => {
    expect(opens(text)).toBe(false)
  })
  it('is a name in quotes in a list of names, but not in a program, where it is a thing of its own', () => {
    expect(opens("name: 'workflows'\n")).toBe(true)
    expect(opens("name: 'workflows'\n", true)).toBe(false)
    expect(opens("providerName: 'perplexity'\n", true)).toBe(true)
  })
})
