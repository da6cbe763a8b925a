import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../../testing/repository.ts'

const keys = (text: string) => scan({ 'app/run.py': text }).keys

describe('packages that a program has installed where its parts run', () => {
  it.each([
    'import modal\nimage = modal.Image.debian_slim().pip_install("fastapi", "openai==1.50")\n',
    'import modal\nimage = modal.Image.debian_slim().uv_pip_install([\n    "openai",\n])\n',
    'from kfp import dsl\n\n@dsl.component(packages_to_install=["pandas", "openai"])\ndef f(): ...\n',
    'import ray\nray.init(runtime_env={"pip": ["openai", "httpx"]})\n',
    'from airflow.operators.python import PythonVirtualenvOperator\nPythonVirtualenvOperator(task_id="x", requirements=["openai"], python_callable=f)\n',
    'from vertexai import agent_engines\nagent_engines.create(app, requirements=["openai>=1"])\n',
  ])('are declared as in a manifest: %s', (text) => {
    expect(keys(text)).toContain('library:pypi:openai')
  })

  it('stand on their lines', () => {
    const text = 'image = base.pip_install(\n    "fastapi",\n    "openai",\n)\n'
    expect(places(finding({ 'run.py': text }, 'library:pypi:openai'))).toEqual(['run.py:3'])
  })

  it.each([
    'post = Post(requirements=["openai", "python"])\n',
    'forms = {"pip": ["openai"], "seed": ["litellm"]}\n',
    '# image = base.pip_install("openai")\n',
    'def pip_install(names): ...\n\nwords = ["openai"]\n',
  ])('are none where nothing installs them: %s', (text) => {
    expect(keys(text)).toEqual([])
  })

  it('are read in a moment', () => {
    const start = performance.now()
    scan({ 'run.py': `import openai\n${'x.pip_install("a", '.repeat(40_000)}` })
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
