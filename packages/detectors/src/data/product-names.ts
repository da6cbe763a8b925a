/** Products for which programs name their adapters, and whose they are. */
export const productNames: Readonly<Record<string, string>> = {
  bedrock: 'aws-bedrock',
  dashscope: 'alibaba-qwen',
  doubao: 'bytedance-volcengine',
  gemini: 'google-gemini',
  gpt4all: 'nomic',
  hunyuan: 'tencent-hunyuan',
  sagemaker: 'aws-sagemaker',
  textembeddingsinference: 'huggingface',
  vertexai: 'google-vertex-ai',
  volcengine: 'bytedance-volcengine',
  watsonx: 'ibm-watsonx',
}
