import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const servers = (path: string, text: string) =>
  scan({ [path]: text }).keys.filter((key) => key.startsWith('model-server:'))

describe('a server of models that a program starts', () => {
  it.each([
    ['src/run.py', 'import subprocess\nsubprocess.Popen(["ollama", "serve"])\n', 'ollama serve'],
    ['src/run.py', 'import os\nos.system("nohup ollama serve > /tmp/log 2>&1 &")\n', 'ollama serve'],
    [
      'src/run.py',
      'import subprocess\ncmd = ["python", "-m", "vllm.entrypoints.openai.api_server", "--model", model]\nsubprocess.run(cmd)\n',
      'vllm.entrypoints.openai.api_server',
    ],
    [
      'src/run.ts',
      "import { spawn } from 'node:child_process'\nspawn('ollama', ['serve'])\n",
      'ollama serve',
    ],
    [
      'src/run.js',
      "const { exec } = require('child_process')\nexec('llama-server -m model.gguf')\n",
      'llama-server',
    ],
    [
      'cmd/run.go',
      'package run\n\nimport "os/exec"\n\nfunc Start() error { return exec.Command("vllm", "serve", name).Start() }\n',
      'vllm serve',
    ],
    [
      'src/run.rs',
      'let child = Command::new("text-generation-launcher").arg("--port").spawn()?;\n',
      'text-generation-launcher',
    ],
    [
      'src/run.rs',
      'let name = "llama-server".to_owned();\nlet mut command = tokio::process::Command::new(find(&name));\n',
      'llama-server',
    ],
    [
      'src/Run.java',
      'class Run { void start() { new ProcessBuilder("ollama", "serve").start(); } }\n',
      'ollama serve',
    ],
    [
      'src/Run.kt',
      'fun start() = ProcessBuilder("/usr/local/bin/llama-server", "-m", path).start()\n',
      'llama-server',
    ],
    ['src/Run.cs', 'var info = new ProcessStartInfo("ollama", "serve");\n', 'ollama serve'],
    ['lib/run.rb', 'pid = spawn("ollama serve")\n', 'ollama serve'],
    ['src/run.php', '<?php\n$out = shell_exec("llama-server --port 8080");\n', 'llama-server'],
    ['lib/run.ex', 'System.cmd("ollama", ["serve"])\n', 'ollama serve'],
  ])('%s: %s', (path, text, name) => expect(servers(path, text)).toEqual([`model-server:${name}`]))

  it.each([
    ['src/run.py', 'import subprocess\nprint("ollama serve is not running")\nsubprocess.run(["ls"])\n'],
    ['src/run.py', 'import subprocess\nraise RuntimeError("Run ollama serve first.")\n'],
    ['src/app.py', 'HINT = "ollama serve"\n'],
    ['src/run.go', 'package run\n\nvar hint = "llama-server"\n'],
    ['src/run.rs', 'if name == "llama-server" { Command::new("ls"); }\n'],
    [
      'src/run.ts',
      "import { spawn } from 'node:child_process'\n// spawn('ollama', ['serve'])\nspawn('ls')\n",
    ],
  ])('not %s: %s', (path, text) => expect(servers(path, text)).toEqual([]))
})

describe('a server of models that scripts and builds start or build', () => {
  it.each([
    [
      'Dockerfile',
      'FROM debian\nRUN git clone --depth 1 https://github.com/ggml-org/llama.cpp.git && make -C llama.cpp\n',
      'github.com/ggml-org/llama.cpp',
    ],
    ['Dockerfile', 'FROM debian\nCMD ["ollama", "serve"]\n', 'ollama serve'],
    ['setup.sh', 'git clone git@github.com:vllm-project/vllm\n', 'github.com/vllm-project/vllm'],
    ['start.sh', 'ollama serve &\nsleep 5\n', 'ollama serve'],
    [
      'setup.sh',
      'curl -L https://github.com/ggerganov/whisper.cpp/archive/refs/tags/v1.7.tar.gz | tar xz\n',
      'github.com/ggerganov/whisper.cpp',
    ],
  ])('%s: %s', (path, text, name) => expect(servers(path, text)).toEqual([`model-server:${name}`]))

  it.each([
    [
      'setup.sh',
      '# git clone https://github.com/ggml-org/llama.cpp\necho "see https://github.com/ggml-org/llama.cpp"\n',
    ],
    ['setup.sh', 'git clone https://github.com/ggml-org/llama.cpp-website\n'],
    ['README.md', 'git clone https://github.com/ggml-org/llama.cpp\n'],
  ])('not %s: %s', (path, text) => expect(servers(path, text)).toEqual([]))

  it('no word behind a server is its model', () =>
    expect(scan({ 'start.sh': 'ollama serve && sleep 5\n' }).keys).toEqual(['model-server:ollama serve']))
})
