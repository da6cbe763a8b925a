import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const keys = (path: string, text: string) => scan({ [path]: text }).keys

describe('packages that commands fetch', () => {
  it.each([
    [
      'Dockerfile',
      'FROM node:22\nRUN npm install -g @anthropic-ai/claude-code\n',
      'npm:@anthropic-ai/claude-code',
    ],
    ['Dockerfile', 'FROM python:3.12\nRUN pip install --no-cache-dir "openai>=1.40" flask\n', 'pypi:openai'],
    ['Dockerfile', 'FROM python:3.12\nRUN apt-get update && uv pip install openai==1.50\n', 'pypi:openai'],
    ['bin/ask.sh', 'npx -y @openai/codex exec review\n', 'npm:@openai/codex'],
    ['bin/ask.sh', 'sudo pip3 install \\\n  openai \\\n  flask\n', 'pypi:openai'],
    ['bin/ask.sh', 'uvx --from litellm litellm-proxy\n', 'pypi:litellm'],
    ['.gitlab-ci.yml', 'review:\n  script:\n    - npm i -g @google/gemini-cli\n', 'npm:@google/gemini-cli'],
    ['bin/ask.sh', 'uv run --with openai,httpx ask.py\n', 'pypi:openai'],
    ['bin/ask.sh', 'pip install groq\n', 'pypi:groq'],
    ['bin/ask.sh', '.venv/bin/pip install --upgrade anthropic\n', 'pypi:anthropic'],
    ['bin/ask.sh', 'composer require openai-php/client:^0.8\n', 'composer:openai-php/client'],
    ['bin/ask.sh', 'conda install -n work -c conda-forge openai=1.5\n', 'conda:openai'],
    ['bin/ask.sh', 'python3.11 -m pip install \\\n  flask \\\n  openai\n', 'pypi:openai'],
    ['Makefile', 'setup:\n\tdotnet add src/Shop package OpenAI --version 2.0.0\n', 'nuget:openai'],
  ])('are declared as in a manifest: %s %s', (path, text, name) => {
    expect(finding({ [path]: text }, `library:${name}`).grade).toBe('declared')
  })
  it('stands on its own line of a command that goes on', () => {
    const text = 'apt-get update && \\\n  pip3 install \\\n  # for questions\n  openai==1.50 \\\n  flask\n'
    const found = finding({ 'bin/ask.sh': text }, 'library:pypi:openai')
    expect(found.evidence.map(({ location }) => location)).toEqual([{ path: 'bin/ask.sh', startLine: 4 }])
  })
  it('counts in the context of what runs the command', () => {
    const text = 'jobs:\n  a:\n    steps:\n      - run: npx @anthropic-ai/claude-code -p "review"\n'
    expect(
      finding({ '.github/workflows/a.yml': text }, 'library:npm:@anthropic-ai/claude-code').context,
    ).toBe('ci')
  })
  it.each([
    ['bin/ask.sh', 'echo "pip install openai"\n'],
    ['bin/ask.sh', '# pip install openai\n'],
    ['bin/ask.sh', 'pip install -r openai\n'],
    ['bin/ask.sh', 'pip install ./openai\n'],
    ['bin/ask.sh', 'npm install --prefix openai left-pad\n'],
    ['bin/ask.sh', 'npx cowsay openai\n'],
    ['bin/ask.sh', 'make install openai\n'],
    ['bin/ask.sh', 'true \\\n  openai\n'],
    ['bin/ask.sh', 'conda install -n openai flask\n'],
    ['bin/ask.sh', 'uv run --with-requirements openai ask.py\n'],
    ['.github/workflows/a.yml', '# npm install openai\njobs: {}\n'],
  ])('is none that is said, left out, or an argument: %s %s', (path, text) => {
    expect(keys(path, text)).toEqual([])
  })
})

it('a key that is set before a command is not shown, however short', () => {
  const { findings } = scan({ 'setup.sh': 'ACME_API_KEY=abcd1234 pip install openai\n' })
  expect(findings.map(({ supplier }) => supplier)).toContain('openai')
  expect(JSON.stringify(findings)).not.toContain('abcd1234')
})
