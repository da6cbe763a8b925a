/** Products for which programs name their adapters, and whose they are. */
export const productNames: Readonly<Record<string, string>> = {
  bedrock: 'aws-bedrock',
  dashscope: 'alibaba-qwen',
  doubao: 'bytedance-volcengine',
  gemini: 'google-gemini',
  googlecloudnaturallanguage: 'google-cloud-ai',
  googlecloudtranslation: 'google-cloud-ai',
  googlecloudtranslations: 'google-cloud-ai',
  googleperspective: 'google-cloud-ai',
  googletranslate: 'google-cloud-ai',
  gpt4all: 'nomic',
  hunyuan: 'tencent-hunyuan',
  lemonade: 'lemonade',
  mimo: 'xiaomi-mimo',
  oobabooga: 'text-generation-webui',
  qianwen: 'alibaba-qwen',
  sagemaker: 'aws-sagemaker',
  textembeddingsinference: 'huggingface',
  textgenwebui: 'text-generation-webui',
  vertexai: 'google-vertex-ai',
  volcengine: 'bytedance-volcengine',
  watsonx: 'ibm-watsonx',
  zhipuai: 'zhipu',
}

/** Firms with several services, for which programs name their adapters as well: the name alone tells none of them. */
export const houses: Readonly<Record<string, readonly string[]>> = {
  alibaba: ['alibaba-qwen', 'modelscope'],
  aliyun: ['alibaba-qwen', 'modelscope'],
  amazon: ['aws-ai-services', 'aws-bedrock', 'aws-sagemaker', 'amazon-nova-api'],
  aws: ['aws-ai-services', 'aws-bedrock', 'aws-sagemaker', 'amazon-nova-api'],
  azure: [
    'azure-openai',
    'azure-ai-services',
    'azure-ai-foundry',
    'azure-ai-search',
    'azure-machine-learning',
  ],
  google: ['google-cloud-ai', 'google-gemini', 'google-vertex-ai', 'google-ml-kit'],
  microsoft: ['azure-ai-services', 'azure-openai', 'azure-ai-foundry', 'azure-bing-search', 'microsoft'],
  tencent: ['tencent-hunyuan'],
  yandex: ['yandex-ai'],
}
