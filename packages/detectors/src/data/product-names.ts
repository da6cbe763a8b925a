/** Products for which programs name their adapters, and whose they are. */
export const productNames: Readonly<Record<string, string>> = {
  bedrock: 'aws-bedrock',
  dashscope: 'alibaba-qwen',
  doubao: 'bytedance-volcengine',
  gemini: 'google-gemini',
  gpt4all: 'nomic',
  hunyuan: 'tencent-hunyuan',
  lemonade: 'lemonade',
  oobabooga: 'text-generation-webui',
  sagemaker: 'aws-sagemaker',
  textembeddingsinference: 'huggingface',
  textgenwebui: 'text-generation-webui',
  vertexai: 'google-vertex-ai',
  volcengine: 'bytedance-volcengine',
  watsonx: 'ibm-watsonx',
}
